using NewsBot.Core.Digests;

namespace NewsBot.Tests.Digests;

public sealed class StoryTests
{
    [Fact]
    public void It_knows_its_outlets_its_times_and_what_is_new()
    {
        var quake = StoryGrouper.Group(NewsArticles.All).Single(story => story.Articles[0].Id == "quake-1");
        Assert.Equal(["Reuters", "BBC", "CNN"], quake.Outlets);
        Assert.Equal(quake.Outlets, quake.IndependentOutlets);
        Assert.Equal((NewsArticles.Noon, NewsArticles.Noon.AddHours(5)), (quake.FirstReport!.Value, quake.LastReport!.Value));
        Assert.Equal(["quake-3"], quake.Since(NewsArticles.Noon.AddHours(2)).Select(article => article.Id));
        Assert.Empty(quake.Since(NewsArticles.Noon.AddHours(5)));
    }

    [Fact]
    public void Without_times_and_outlets_it_says_so()
    {
        var story = Assert.Single(StoryGrouper.Group([NewsArticles.Article("a", "Title", "Text.", null, null)]));
        Assert.Equal((null, null), (story.FirstReport, story.LastReport));
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
