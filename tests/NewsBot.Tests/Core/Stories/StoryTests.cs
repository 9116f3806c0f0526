using NewsBot.Core.Stories;
using NewsBot.Tests.Core.Duplicates;

namespace NewsBot.Tests.Core.Stories;

public sealed class StoryTests
{
    [Fact]
    public void It_knows_its_outlets_its_times_and_what_is_new()
    {
        var quake = StoryGrouper.Group(NewsArticles.All).Single(story => story.Articles[0].Id == "quake-1");
        Assert.Equal(["Reuters", "BBC", "CNN"], quake.Outlets);
        Assert.Equal(quake.Outlets, quake.IndependentOutlets);
        Assert.Equal((NewsArticles.Noon, NewsArticles.Noon.AddHours(5)), (quake.Articles[0].PublishedAt!.Value, quake.LastReport!.Value));
        Assert.Equal(["quake-3"], quake.Since(NewsArticles.Noon.AddHours(2)).Select(article => article.Id));
        Assert.Empty(quake.Since(NewsArticles.Noon.AddHours(5)));
    }

    [Fact]
    public void Outlets_that_run_one_text_under_other_titles_or_cut_are_not_independent()
    {
        var agency = NewsTexts.Make(seed: 1, words: 300);
        var own = NewsTexts.Make(seed: 2, words: 200);
        var story = new Story(
            [
                NewsArticles.Article("a", "Quake", agency, "Agency", 0),
                NewsArticles.Article("b", "Strong quake shakes port", "From our correspondents in the city.\n\n" + agency, "Daily", 1),
                NewsArticles.Article("c", "Port shaken", NewsTexts.Cut(agency, 0.4), "Evening", 2),
                NewsArticles.Article("d", "What we saw", own, "Daily", 3),
                NewsArticles.Article("e", "Untold", agency, null, 3),
                NewsArticles.Article("f", "After the quake", NewsTexts.Make(seed: 3, words: 200), "Morning", 4),
            ],
            "Quake");
        Assert.Equal(["Agency", "Daily", "Evening", "Morning"], story.Outlets);
        Assert.Equal(["Agency", "Daily", "Morning"], story.IndependentOutlets);
    }

    [Fact]
    public void Without_times_and_outlets_it_says_so()
    {
        var story = Assert.Single(StoryGrouper.Group([NewsArticles.Article("a", "Title", "Text.", null, null)]));
        Assert.Null(story.LastReport);
        Assert.Empty(story.Outlets);
        Assert.Empty(story.Since(DateTimeOffset.MinValue));
        Assert.Equal("Title", story.Headline);
    }

    [Fact]
    public void The_headline_is_a_title_that_tells_what_happened()
    {
        foreach (var story in StoryGrouper.Group(NewsArticles.All))
        {
            Assert.Contains(story.Headline, story.Articles.Select(article => article.Title));
            Assert.False(story.Headline.EndsWith('?'));
        }
    }
}
