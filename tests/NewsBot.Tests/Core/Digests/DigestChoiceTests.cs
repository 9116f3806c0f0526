using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using static NewsBot.Tests.Core.Digests.DigestArticles;

namespace NewsBot.Tests.Core.Digests;

public sealed class DigestChoiceTests
{
    [Fact]
    public void What_most_independent_outlets_report_comes_first()
    {
        var digest = Choose(Day);
        Assert.Equal(["quake-1", "quake-2", "quake-3"], digest.Stories[0].ArticleIds);
        Assert.Equal(["Island Post", "Coast Radio", "The Herald"], digest.Stories[0].Outlets);
        Assert.Equal(4, digest.Stories.Count);
        Assert.Equal((8, 4), (digest.ArticleCount, digest.OutletCount));
        Assert.All(digest.Stories, story => Assert.True(story.IsNew));
    }

    [Fact]
    public void No_more_stories_than_asked_for() => Assert.Equal(2, Choose(Day, request => request with { MaxStories = 2 }).Stories.Count);

    [Fact]
    public void An_empty_window_has_no_story()
    {
        var digest = Choose([]);
        Assert.Empty(digest.Stories);
        Assert.Empty(digest.Citations);
        Assert.Equal((0, 0), (digest.ArticleCount, digest.OutletCount));
    }

    [Fact]
    public void Before_and_after_the_window_is_outside_and_late_arrivals_are_inside()
    {
        var trial = Day[^1];
        Assert.Empty(Choose([trial with { PublishedAt = From }, trial with { Id = "later", PublishedAt = To.AddSeconds(1) }]).Stories);
        Assert.Single(Choose([trial with { PublishedAt = To }]).Stories);

        var late = new ArchivedArticle(new ArticleRevision(1, 1, trial with { PublishedAt = From.AddHours(-1) }), From.AddMinutes(5));
        var window = DigestWindow.Make([late], From, To, new Dictionary<string, IReadOnlyList<string>>());
        Assert.Single(window.Choose(new DigestRequest(From, To)).Stories);
    }

    [Theory]
    [InlineData("Varosha", "quake-1")]
    [InlineData("elena dimou", "quake-1")]
    [InlineData("strikes", "strike-1")]
    [InlineData("Tallinn Open", "chess-1")]
    [InlineData("Fjord Daily", "trial-1")]
    [InlineData("Northern countries", "trial-1")]
    public void A_topic_is_a_word_a_name_an_outlet_or_a_folder(string topic, string first)
    {
        var folders = new Dictionary<string, IReadOnlyList<string>> { ["trial-1"] = ["Northern countries"] };
        var digest = Window(Day, folders).Choose(new DigestRequest(From, To) { Topics = [topic] });
        Assert.Equal(first, Assert.Single(digest.Stories).ArticleIds[0]);
        Assert.Equal(digest.Stories[0].ArticleIds.Count, digest.ArticleCount);
    }

    [Theory]
    [InlineData("Open Tallinn")]
    [InlineData("Reuters")]
    [InlineData("volcano")]
    public void A_topic_that_nothing_is_about_finds_nothing(string topic) => Assert.Empty(Choose(Day, request => request with { Topics = [topic] }).Stories);

    [Fact]
    public void Several_topics_mean_any_and_blank_ones_nothing()
    {
        Assert.Equal(2, Choose(Day, request => request with { Topics = ["chess", " ", "Oslo"] }).Stories.Count);
        Assert.Equal(4, Choose(Day, request => request with { Topics = [" "], Mutes = [""] }).Stories.Count);
    }

    [Fact]
    public void A_word_in_passing_makes_no_topic()
    {
        Article[] articles = [.. Day, Article("quake-4", "Varosha quake rescuers find a chess board in the hotel",
            "Rescuers found a chess board in the ruins of the Hotel Aspelia in Varosha after the earthquake.", "Fjord Daily", 14)];
        Assert.DoesNotContain(Choose(articles, request => request with { Topics = ["chess"] }).Stories, story => story.ArticleIds.Contains("quake-1"));
    }

    [Fact]
    public void A_muted_word_takes_its_story_out_and_a_muted_outlet_its_articles()
    {
        var digest = Choose(Day, request => request with { Mutes = ["earthquake", "Fjord Daily", "Coast Radio"] });
        Assert.Equal(["chess-1", "strike-2"], digest.Stories.Select(story => story.ArticleIds[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Coast Radio", digest.Stories.SelectMany(story => story.Outlets));
        Assert.DoesNotContain("Coast Radio", digest.Citations.Select(citation => citation.Revision.Article.Source));
    }

    [Fact]
    public void Advertisements_and_horoscopes_are_no_stories()
    {
        string[] outlets = ["A", "B", "C", "D", "E"];
        var horoscopes = outlets.Select(
            (outlet, i) => Article($"stars-{i}", "Horoscope for Tuesday: a new love for Leo", $"Leo finds a new love on Tuesday, and Virgo gets money from {outlet}.", outlet, 10));
        Assert.DoesNotContain(Choose([.. Day, .. horoscopes]).Stories, story => story.ArticleIds[0].StartsWith("stars", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_stories_are_not_all_of_one_war()
    {
        string[] places = ["Kelm", "Ostrow", "Brada", "Tivin", "Sorel", "Lassa"];
        var war = places.SelectMany((place, i) => new[] { "Island Post", "Coast Radio", "The Herald", "Fjord Daily" }.Select((outlet, j) => Article(
            $"war-{place}-{j}",
            $"Ruritania war: army of Ruritania attacks {place}",
            $"The army of Ruritania attacked {place} in its war with Borduria, {outlet} was told by General Ivo Sando. Shells hit the {(i % 2 == 0 ? "station" : "harbour")} "
                + $"of {place}.",
            outlet,
            8 + i)));
        var digest = Choose([.. Day, .. war]);
        Assert.Contains(digest.Stories, story => story.ArticleIds[0].StartsWith("war", StringComparison.Ordinal));
        Assert.Contains(digest.Stories, story => story.ArticleIds[0].StartsWith("quake", StringComparison.Ordinal));
        Assert.True(digest.Stories.Count(story => story.ArticleIds[0].StartsWith("war", StringComparison.Ordinal)) <= 2);
    }

    [Fact]
    public void No_story_comes_twice_where_the_grouping_took_it_apart()
    {
        // Days apart in the window of a week, so that they are two groups; the same event still.
        var first = Day[^1];
        var again = first with { Id = "trial-2", Source = "The Herald", PublishedAt = From.AddDays(6) };
        var window = DigestWindow.Make(Archived([first, again]), From, From.AddDays(7), new Dictionary<string, IReadOnlyList<string>>());
        Assert.Single(window.Choose(new DigestRequest(From, From.AddDays(7))).Stories);
    }

    [Fact]
    public void A_told_story_returns_only_with_something_new()
    {
        IReadOnlySet<string> told = Day.Where(article => article.Id.StartsWith("quake", StringComparison.Ordinal)).Select(article => article.Id).ToHashSet();
        Assert.Equal(3, Choose(Day, request => request with { Told = told }).Stories.Count);

        // More of the same from one outlet more is nothing new.
        var repeat = Article("quake-4", "Varosha quake: 12 people killed",
            "An earthquake of magnitude 6.4 struck the port of Varosha and killed 12 people, it was reported by Mayor Elena Dimou.", "Fjord Daily", 15);
        Assert.Equal(3, Choose([.. Day, repeat], request => request with { Told = told }).Stories.Count);

        var more = Article(
            "quake-5", "Varosha quake: death toll rises to 15", "The death toll of the earthquake in the port of Varosha rose to 15, Mayor Elena Dimou said.", "Fjord Daily", 16);
        var story = Assert.Single(Choose([.. Day, repeat, more], request => request with { Told = told }).Stories, story => story.ArticleIds.Contains("quake-5"));
        Assert.False(story.IsNew);
        Assert.Equal(("12", "15"), (story.Changed?.Was, story.Changed?.Is));
        Assert.Equal(["quake-4", "quake-5"], story.ArticleIds);
    }

    [Fact]
    public void A_told_story_returns_when_many_more_outlets_have_it()
    {
        IReadOnlySet<string> told = new HashSet<string> { "trial-1" };
        var copies = Enumerable.Range(1, 4).Select(i => Article(
            $"trial-{i + 1}", "Former minister Jonas Brandt cleared of bribery in Oslo",
            $"A court in Oslo cleared the former minister Jonas Brandt of bribery after a trial of eleven weeks, {i} of its judges said.", $"Outlet {i}", 17));
        Assert.Empty(Choose([Day[^1], .. copies.Take(2)], request => request with { Told = told }).Stories);
        Assert.False(Assert.Single(Choose([Day[^1], .. copies], request => request with { Told = told }).Stories).IsNew);
    }

    [Fact]
    public void A_story_that_began_before_the_window_is_not_new()
    {
        var before = Article("trial-0", "Judges to rule on former minister Jonas Brandt in Oslo",
            "A court in Oslo is to rule on bribery by the former minister Jonas Brandt after a trial of eleven weeks.", "The Herald", -5);
        Assert.False(Assert.Single(Choose([before, Day[^1]]).Stories).IsNew);
    }

    [Fact]
    public void The_order_of_the_articles_changes_nothing()
    {
        var expected = Describe(Choose(Day));
        var random = new Random(3);
        for (var i = 0; i < 5; i++)
        {
            var shuffled = Day.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Describe(Choose(shuffled)));
        }

        static IEnumerable<string> Describe(Digest digest) =>
            digest.Stories.Select(story => $"{story.Headline} {string.Join('|', story.Sentences.Select(sentence => sentence.Text))} {string.Join(',', story.ArticleIds)}");
    }
}
