using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Core.Stories;

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
        var story = Of("Port opens", "Reuters", "BBC");
        var now = StoryRanking.Importance(story, NewsArticles.Noon);
        Assert.Equal(now / 2, StoryRanking.Importance(story, NewsArticles.Noon + StoryRanking.HalfLife), 10);
        Assert.Equal(now, StoryRanking.Importance(story, NewsArticles.Noon.AddDays(-3)));
    }

    [Fact]
    public void An_outlet_more_weighs_more_than_an_article_more() => Assert.True(
        StoryRanking.Importance(Of("Port opens", "Reuters", "BBC"), NewsArticles.Noon) > StoryRanking.Importance(
            Of("Port opens", "Reuters", "Reuters", "Reuters"), NewsArticles.Noon));

    [Fact]
    public void Equal_stories_keep_one_order()
    {
        Story[] stories = [Of("Port opens", "Reuters", "BBC"), Of("Port opens", "CNN", "BBC")];
        var ordered = StoryRanking.Order(stories, NewsArticles.Noon);
        Assert.Equal(ordered, StoryRanking.Order(stories.Reverse(), NewsArticles.Noon));
        Assert.Empty(StoryRanking.Order([], NewsArticles.Noon));
    }

    [Fact]
    public void What_is_no_news_comes_last_however_many_carry_it()
    {
        Story[] stories = [Of("Wordle today: answer and hints", "Reuters", "BBC", "CNN"), Of("Comment: the port", "Reuters", "BBC"), Of("Port of Varosha opens", "Reuters", "BBC")];
        Assert.Equal(
            ["Port of Varosha opens", "Comment: the port", "Wordle today: answer and hints"],
            StoryRanking.Order(stories, NewsArticles.Noon).Select(story => story.Headline));
        Assert.Equal(0, StoryRanking.Importance(stories[0], NewsArticles.Noon));
    }

    [Fact]
    public void A_subject_that_was_told_gives_way_to_another()
    {
        Story[] stories =
        [
            Of("Earthquake in Varosha kills 12", "Reuters", "BBC", "CNN"),
            Of("Varosha earthquake: 12 killed, rescuers search", "Reuters", "BBC", "Le Monde"),
            Of("Nordbahn strike stops trains", "Reuters", "BBC"),
        ];
        Assert.Equal("Nordbahn strike stops trains", StoryRanking.Order(stories, NewsArticles.Noon)[1].Headline);
        Assert.Equal(3, StoryRanking.Order(stories, NewsArticles.Noon).Count);
    }

    private static Story Of(string title, params string[] outlets)
    {
        List<Article> articles = [.. outlets.Select((outlet, i) => NewsArticles.Article($"{title}{string.Concat(outlets)}{i}", title, $"Text {i}.", outlet, 0))];
        return new Story(articles, title);
    }
}
