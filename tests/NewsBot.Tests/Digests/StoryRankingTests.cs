using NewsBot.Core.Articles;
using NewsBot.Core.Digests;

namespace NewsBot.Tests.Digests;

public sealed class StoryRankingTests
{
    [Fact]
    public void More_outlets_come_first()
    {
        var ranked = StoryRanking.Order(StoryGrouper.Group(NewsArticles.All), NewsArticles.Noon.AddHours(7));
        Assert.Equal("quake", NewsArticles.EventOf(ranked[0].Articles[0].Id));
        Assert.Equal(4, ranked.Count);
    }

    [Fact]
    public void Importance_halves_with_the_half_life_and_never_grows_in_the_future()
    {
        var story = Of("Reuters", "BBC");
        var now = StoryRanking.Importance(story, NewsArticles.Noon);
        Assert.Equal(now / 2, StoryRanking.Importance(story, NewsArticles.Noon + StoryRanking.HalfLife), 10);
        Assert.Equal(now, StoryRanking.Importance(story, NewsArticles.Noon.AddDays(-3)));
    }

    [Fact]
    public void An_outlet_more_weighs_more_than_an_article_more() => Assert.True(
        StoryRanking.Importance(Of("Reuters", "BBC"), NewsArticles.Noon) > StoryRanking.Importance(Of("Reuters", "Reuters", "Reuters"), NewsArticles.Noon));

    [Fact]
    public void Equal_stories_keep_one_order()
    {
        Story[] stories = [Of("Reuters", "BBC"), Of("CNN", "BBC")];
        var ordered = StoryRanking.Order(stories, NewsArticles.Noon);
        Assert.Equal(ordered, StoryRanking.Order(stories.Reverse(), NewsArticles.Noon));
        Assert.Empty(StoryRanking.Order([], NewsArticles.Noon));
    }

    private static Story Of(params string[] outlets)
    {
        List<Article> articles = [.. outlets.Select((outlet, i) => NewsArticles.Article($"{string.Concat(outlets)}{i}", "Title", $"Text {i}.", outlet, 0))];
        return new Story(articles, "Title");
    }
}
