using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Tests.Core.Stories;

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
    public void Two_events_of_one_kind_stay_apart_by_who_and_where()
    {
        var articles = new List<Article>();
        foreach (var (id, ship, port, captain, count) in new[] { ("gull", "Sea Gull", "Varosha", "Elena Dimou", "214"), ("heron", "Grey Heron", "Kiel", "Petra Holm", "96") })
        {
            string[] texts =
            [
                $"The ferry {ship} ran aground off {port} with {count} passengers on board. Captain {captain} called the coast guard, and nobody was hurt.",
                $"A ferry ran aground off {port}: all {count} passengers of the {ship} left it in boats, said Captain {captain}. The coast guard of {port} came at once.",
                $"Why the {ship} ran aground off {port} is not known. Captain {captain} and {count} passengers wait for the coast guard to tow the ferry.",
                $"The coast guard of {port} towed the {ship}, a ferry that ran aground with {count} passengers. {captain}, its captain, was questioned.",
            ];
            articles.AddRange(texts.Select((text, i) => NewsArticles.Article($"{id}-{i}", text.Split('.')[0], text, $"Outlet {i}", null)));
        }

        var stories = StoryGrouper.Group(articles);
        Assert.Equal(2, stories.Count);
        Assert.All(stories, story => Assert.Single(story.Articles.Select(article => NewsArticles.EventOf(article.Id)).Distinct()));
    }

    [Fact]
    public void A_story_that_never_ends_is_told_in_parts()
    {
        var articles = Enumerable.Range(0, 60).Select(day => NewsArticles.All[0] with
        {
            Id = $"day-{day}",
            Body = $"{NewsArticles.All[0].Body} Day {day}.",
            PublishedAt = NewsArticles.Noon.AddDays(day),
        });
        var stories = StoryGrouper.Group(articles);
        Assert.InRange(stories.Count, 6, 20);
        Assert.All(stories, story => Assert.True(story.LastReport - story.Articles.Min(article => article.PublishedAt) <= StoryGrouper.LongestStory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_does_not_matter_where_the_title_stands(bool inBody)
    {
        var articles = NewsArticles.All.Select(article => inBody
            ? article with { Body = $"{article.Title}\n{article.Body}", PublishedAt = null }
            : article with { PublishedAt = null });
        Assert.Equal(4, StoryGrouper.Group(articles).Count);
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
        Assert.Equal(articles.Select(article => article.Id).Order(StringComparer.Ordinal),
            stories.SelectMany(story => story.Articles).Select(article => article.Id).Order(StringComparer.Ordinal));
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
