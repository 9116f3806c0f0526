using NewsBot.Core.Articles;
using NewsBot.Core.Digests;

namespace NewsBot.Tests.Digests;

public sealed class StoryGrouperTests
{
    [Fact]
    public void Articles_about_one_event_are_one_story_and_another_event_of_the_kind_is_another()
    {
        var stories = StoryGrouper.Group(NewsArticles.All);
        Assert.Equal(4, stories.Count);
        Assert.All(stories, story => Assert.Single(story.Articles.Select(article => NewsArticles.EventOf(article.Id)).Distinct()));
    }

    [Fact]
    public void The_order_of_the_articles_does_not_matter()
    {
        var expected = Ids(StoryGrouper.Group(NewsArticles.All));
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var shuffled = NewsArticles.All.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Ids(StoryGrouper.Group(shuffled)));
        }
    }

    [Fact]
    public void Every_article_is_in_exactly_one_story()
    {
        var articles = MadeUp(300);
        var stories = StoryGrouper.Group(articles);
        Assert.Equal(articles.Select(article => article.Id).Order(StringComparer.Ordinal), stories.SelectMany(story => story.Articles).Select(article => article.Id).Order(StringComparer.Ordinal));
        Assert.InRange(stories.Count, 2, 299);
        Assert.Equal(Ids(stories), Ids(StoryGrouper.Group([.. articles.AsEnumerable().Reverse()])));
    }

    [Fact]
    public void No_article_is_no_story()
    {
        Assert.Empty(StoryGrouper.Group([]));
        var grouper = new StoryGrouper();
        grouper.Add([]);
        Assert.Empty(grouper.Stories());
        Assert.Empty(grouper.Forget(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void An_id_counts_once()
    {
        var first = NewsArticles.All[0];
        var again = first with { Body = "Another text.", PublishedAt = NewsArticles.Noon.AddDays(30) };
        Assert.Same(first, Assert.Single(Assert.Single(StoryGrouper.Group([again, first])).Articles));
    }

    [Theory]
    [InlineData("!!! ??? ...")]
    [InlineData("\ud800 \u202e \u001b[2J \0")]
    [InlineData("the of and")]
    public void Text_that_says_nothing_stands_alone(string text)
    {
        var mute = NewsArticles.Article("mute", text, text, null, null);
        var stories = StoryGrouper.Group([mute, .. NewsArticles.All]);
        Assert.Equal(5, stories.Count);
        Assert.Equal("mute", Assert.Single(stories[0].Articles).Id);
    }

    [Fact]
    public void Copies_of_a_text_are_one_story_however_many()
    {
        var original = NewsArticles.All[0];
        var copies = Enumerable.Range(0, 5_000).Select(i => original with { Id = $"copy-{i}", Title = original.Title, Source = $"Outlet {i}" });
        var story = Assert.Single(StoryGrouper.Group(copies));
        Assert.Equal(5_000, story.Articles.Count);
        Assert.Single(story.IndependentOutlets);
        Assert.Equal(5_000, story.Outlets.Count);
    }

    [Fact]
    public void A_text_that_comes_back_after_the_window_is_a_new_story()
    {
        var first = NewsArticles.All[0];
        var within = first with { Id = "b", PublishedAt = first.PublishedAt + StoryGrouper.Window };
        var after = first with { Id = "b", PublishedAt = first.PublishedAt + StoryGrouper.Window + TimeSpan.FromSeconds(1) };
        Assert.Single(StoryGrouper.Group([first, within]));
        Assert.Equal(2, StoryGrouper.Group([first, after]).Count);
    }

    [Fact]
    public void What_comes_later_joins_its_story()
    {
        var grouper = new StoryGrouper();
        foreach (var article in NewsArticles.All)
            grouper.Add([article]);
        grouper.Add(NewsArticles.All);
        Assert.Equal(NewsArticles.All.Count, grouper.Count);
        Assert.Equal(Ids(StoryGrouper.Group(NewsArticles.All)), Ids(grouper.Stories()));
    }

    [Fact]
    public void What_is_forgotten_is_handed_back_once_and_its_place_is_used_again()
    {
        var grouper = new StoryGrouper();
        var forgotten = new List<Story>();
        for (var day = 0; day < 60; day++)
        {
            var now = NewsArticles.Noon.AddDays(day);
            forgotten.AddRange(grouper.Forget(now - StoryGrouper.Window));
            grouper.Add([.. NewsArticles.All.Select(article => article with { Id = $"{article.Id}-{day}", PublishedAt = now, Body = $"{article.Body} Day {day}." })]);
            Assert.InRange(grouper.Count, 1, NewsArticles.All.Count * 20);
        }

        forgotten.AddRange(grouper.Forget(DateTimeOffset.MaxValue));
        Assert.Equal(0, grouper.Count);
        var ids = forgotten.SelectMany(story => story.Articles).Select(article => article.Id).ToList();
        Assert.Equal(60 * NewsArticles.All.Count, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static List<string> Ids(IEnumerable<Story> stories) =>
        [.. stories.Select(story => $"{story.Headline}: {string.Join(' ', story.Articles.Select(article => article.Id))}")];

    /// <summary>Articles of a few words each, with and without a time, with ties in everything but the id.</summary>
    private static List<Article> MadeUp(int count)
    {
        string[] words = ["Varosha", "quake", "Nordbahn", "strike", "12", "union", "Tallinn", "Rao", "the", "won", "killed", "mayor", "48"];
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            return NewsArticles.Article($"a{i}", text, text + ".", null, i % 3 == 0 ? null : random.Next(0, 20) * 24);
        })];
    }
}
