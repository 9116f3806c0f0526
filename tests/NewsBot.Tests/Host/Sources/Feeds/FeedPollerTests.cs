using NewsBot.Sources.Feeds;
using NewsBot.Tests.Host.Sources.Fetching;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedPollerTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSite site = new();
    private readonly ManualTime time = new();
    private FeedReading reading;

    public FeedPollerTests() => reading = new FeedReading(folder.Path, time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        reading.Dispose();
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_a_feed_says_is_in_the_archive_once()
    {
        site.Says("/feed", SampleFeed.Rss("Town &amp; <b>News</b>", SampleFeed.Whole("a", "https://town.example/a"), SampleFeed.Whole("b")));
        await FollowAsync("/feed");
        await reading.PollAsync();
        var feed = await FeedAsync();
        Assert.Equal(
            ("Town & News", "https://site.example/", "en", FeedHealth.Ok, 2L), (feed.Settings.Title, feed.Settings.Link, feed.Settings.Language, feed.Health, feed.State.Items));
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).Count);

        Later();
        site.Says("/feed", SampleFeed.Rss("Town News", SampleFeed.Whole("c"), SampleFeed.Whole("a", "https://town.example/a"), SampleFeed.Whole("b", text: "<p>Corrected.</p>")));
        await reading.PollAsync();
        Assert.Equal(["a", "b", "b", "c"], (await reading.ReadRevisionsAsync()).Select(article => article.Title[^1..]).Order());
        Assert.Equal(3, (await FeedAsync()).State.Items);
    }

    [Fact]
    public async Task A_feed_is_asked_with_what_it_gave_and_left_alone_until_it_is_due()
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Whole("a")), 200, "ETag: \"one\"", "Last-Modified: Sun, 01 Mar 2026 10:00:00 GMT");
        await FollowAsync("/feed");
        await reading.PollAsync();
        site.Says("/feed", "", 304);
        time.Now += TimeSpan.FromMinutes(29);
        await reading.PollAsync();
        Assert.Single(site.Requests);
        Later();
        await reading.PollAsync();
        Assert.Equal(("\"one\"", "Sun, 01 Mar 2026 10:00:00 GMT"), (site.Requests[1].Header("If-None-Match"), site.Requests[1].Header("If-Modified-Since")));
        Assert.Equal(("\"one\"", FeedHealth.Ok), ((await FeedAsync()).State.ETag, (await FeedAsync()).Health));
    }

    [Fact]
    public async Task The_page_behind_a_teaser_is_the_article()
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"))).Says("/kyiv", SampleFeed.Page("Kyiv"));
        await FollowAsync("/feed");
        await reading.PollAsync();
        var article = Assert.Single(await reading.ReadRevisionsAsync());
        Assert.Contains("work number 4 begins in spring", article.Body, StringComparison.Ordinal);
        Assert.Equal(("News from Kyiv", $"{site.At("/kyiv")}"), (article.Title, article.Url));
    }

    [Fact]
    public async Task A_teaser_is_taken_in_while_its_page_cannot_be_had_and_the_page_once_it_can()
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"))).Says("/kyiv", "", 503);
        await FollowAsync("/feed");
        await reading.PollAsync();
        Assert.Contains("decided to repair", Assert.Single(await reading.ReadRevisionsAsync()).Body, StringComparison.Ordinal);

        site.Says("/kyiv", SampleFeed.Page("Kyiv"));
        Later();
        await reading.PollAsync();
        var revisions = await reading.ReadRevisionsAsync();
        Assert.Equal(2, revisions.Count);
        Assert.Equal(revisions[0].Id, revisions[1].Id);
        Assert.Contains("work number 4", revisions[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_refused_is_asked_for_a_few_times_only()
    {
        site.Says("/robots.txt", "User-agent: *\nDisallow: /kyiv").Says("/kyiv", SampleFeed.Page("Kyiv"));
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"), SampleFeed.Teaser("Lviv", $"{site.At("/lviv")}")));
        await FollowAsync("/feed");
        for (var day = 0; day < 30; day++)
        {
            await reading.PollAsync();
            time.Now += TimeSpan.FromDays(1);
        }

        Assert.DoesNotContain("/kyiv", site.Paths);
        Assert.InRange(site.Paths.Count(path => path == "/lviv"), 1, 5);
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).Count);
    }

    [Fact]
    public async Task A_consent_form_is_no_article()
    {
        const string Notice = "<p>We and our 800 partners store and access personal data on your device, such as unique identifiers.</p>";
        var form = $"<html><body>{string.Concat(Enumerable.Repeat(Notice, 9))}</body></html>";
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"), SampleFeed.Teaser("Lviv", $"{site.At("/lviv")}"))).Says("/kyiv", form).Says(
            "/lviv", form);
        await FollowAsync("/feed");
        await reading.PollAsync();
        Assert.All(await reading.ReadRevisionsAsync(), article => Assert.StartsWith("The council of", article.Body, StringComparison.Ordinal));
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).Count);
    }

    [Fact]
    public async Task A_host_that_fails_is_not_asked_for_every_page()
    {
        site.Says("/feed", SampleFeed.Rss("T", Enumerable.Range(0, 8).Select(i => SampleFeed.Teaser($"Town{i}", $"{site.At($"/{i}")}"))));
        foreach (var i in Enumerable.Range(0, 8))
            site.Says($"/{i}", "", 500);
        await FollowAsync("/feed");
        await reading.PollAsync();
        Assert.Single(site.Paths, path => path.Length == 2);
        Assert.Equal(8, (await reading.ReadRevisionsAsync()).Count);
    }

    [Fact]
    public async Task A_host_that_says_when_to_come_back_is_not_asked_for_any_page_until_then()
    {
        site.Says("/feed", SampleFeed.Rss("T", Enumerable.Range(0, 30).Select(i => SampleFeed.Teaser($"Town{i}", $"{site.At($"/p{i}")}"))));
        foreach (var i in Enumerable.Range(0, 30))
            site.Says($"/p{i}", "", 429, "Retry-After: 3600");
        await FollowAsync("/feed");
        for (var minutes = 0; minutes < 58; minutes += 2, time.Now += TimeSpan.FromMinutes(2))
            await reading.PollAsync();
        Assert.Single(site.Paths, path => path[1] == 'p');
        Assert.Equal(30, (await reading.ReadRevisionsAsync()).Count);
        time.Now += TimeSpan.FromMinutes(5);
        await reading.PollAsync();
        Assert.Equal(2, site.Paths.Count(path => path[1] == 'p'));
    }

    [Fact]
    public async Task A_page_that_meets_a_bug_is_not_asked_for_all_the_time_and_holds_back_no_other()
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"), SampleFeed.Teaser("Lviv", $"{site.At("/lviv")}")));
        site.Says("/kyiv", SampleFeed.Page("Kyiv")).Says("/lviv", SampleFeed.Page("Lviv"));
        reading.Dispose();
        reading = new FeedReading(folder.Path, time, wrap: store => new BuggyArticles(store, "The mayor of Kyiv"));
        await FollowAsync("/feed");
        for (var i = 0; i < 5; i++, time.Now += TimeSpan.FromSeconds(2))
            await reading.PollAsync();
        Assert.Single(site.Paths, path => path == "/kyiv");
        Assert.Contains("Lviv", Assert.Single(await reading.ReadRevisionsAsync()).Title, StringComparison.Ordinal);

        // What the feed says of it is not lost.
        time.Now += TimeSpan.FromMinutes(15);
        await reading.PollAsync();
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).Count);
    }

    [Fact]
    public async Task A_feed_that_meets_a_bug_is_told_as_failing_and_asked_less_and_less()
    {
        reading.Dispose();
        reading = new FeedReading(folder.Path, time, wrap: store => new BuggyArticles(store, "Text of a"));
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Whole("a", text: "<p>Text of a.</p>")));
        await FollowAsync("/feed");
        await reading.PollAsync();
        var feed = await FeedAsync();
        Assert.Equal((FeedHealth.Failing, 1), (feed.Health, feed.State.FailuresInRow));
        Assert.Contains("bug", feed.State.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_changes_all_the_time_has_its_page_fetched_some_times_and_its_words_stored_every_time()
    {
        await FollowAsync("/feed");
        for (var i = 0; i < 30; i++, time.Now += TimeSpan.FromDays(3))
        {
            site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Item("Kyiv", $"{site.At("/kyiv")}", $"<description>State {i + 100} of it…</description>", date: null)));
            await reading.PollAsync();
        }

        Assert.InRange(site.Paths.Count(path => path == "/kyiv"), 5, PageSchedule.MaxTries);
        Assert.Equal(30, (await reading.ReadRevisionsAsync()).Count);
    }

    [Fact]
    public async Task Two_feeds_with_the_same_article_fetch_its_page_once()
    {
        site.Says("/kyiv", SampleFeed.Page("Kyiv"));
        foreach (var path in new[] { "/one", "/two" })
        {
            site.Says(path, SampleFeed.Rss(path, SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}")));
            await FollowAsync(path);
        }

        await reading.PollAsync();
        Assert.Single(site.Paths, path => path == "/kyiv");
        Assert.Single(await reading.ReadRevisionsAsync());
    }

    [Fact]
    public async Task An_id_that_a_feed_gives_to_quite_another_item_of_the_same_time_makes_another_article()
    {
        static string Of(string title, string text) => SampleFeed.Rss(
            "T",
            $"<item><guid isPermaLink=\"false\">1</guid><title>{title}</title><link>https://town.example/{title.Split(' ')[0]}</link>"
            + $"<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>");
        site.Says("/feed", Of("Ferry stops", string.Concat(Enumerable.Repeat("The ferry stays at the quay until its engine is repaired. ", 20))));
        await FollowAsync("/feed");
        await reading.PollAsync();
        Later();
        site.Says("/feed", Of("Mill hires", string.Concat(Enumerable.Repeat("Forty people find work in paper making from January onwards. ", 20))));
        await reading.PollAsync();
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).DistinctBy(article => article.Id).Count());
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_asked_again_until_somebody_resumes_it()
    {
        site.Says("/feed", "", 410);
        await FollowAsync("/feed");
        for (var i = 0; i < 5; i++, time.Now += TimeSpan.FromDays(30))
            await reading.PollAsync();
        Assert.Single(site.Requests);
        Assert.Equal(FeedHealth.Gone, (await FeedAsync()).Health);

        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Whole("a")));
        await reading.Feeds.SetPausedAsync(1, false, time.Now, Stop);
        await reading.PollAsync();
        Assert.Equal(FeedHealth.Ok, (await FeedAsync()).Health);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    public async Task A_removed_page_that_leads_to_a_list_of_others_leaves_the_feeds_words(string list)
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Teaser("Kyiv", $"{site.At("/kyiv")}"))).Redirects("/kyiv", list, 302).Says(list, SampleFeed.Page("Kyiv"));
        await FollowAsync("/feed");
        await reading.PollAsync();
        Assert.DoesNotContain("work number 4", Assert.Single(await reading.ReadRevisionsAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permanent_redirect_is_remembered_once_it_leads_to_a_feed()
    {
        site.Redirects("/old", "/new", 301).Says("/new", SampleFeed.Page("login"));
        await FollowAsync("/old");
        await reading.PollAsync();
        Assert.Equal(($"{site.At("/old")}", FeedHealth.Failing), ((await FeedAsync()).Settings.Address, (await FeedAsync()).Health));

        site.Says("/new", SampleFeed.Rss("T", SampleFeed.Whole("a")));
        Later();
        await reading.PollAsync();
        Assert.Equal(($"{site.At("/new")}", $"{site.At("/old")}"), ((await FeedAsync()).Settings.Address, (await FeedAsync()).State.MovedFrom));
        Later();
        await reading.PollAsync();
        Assert.Equal(["/old", "/new", "/old", "/new", "/new"], site.Paths);
        Assert.Single(await reading.ReadRevisionsAsync());
    }

    [Fact]
    public async Task Feeds_that_move_to_one_address_become_one()
    {
        site.Redirects("/old", "/new", 308).Says("/new", SampleFeed.Rss("T", SampleFeed.Whole("a")));
        await FollowAsync("/old");
        await FollowAsync("/new");
        for (var i = 0; i < 3; i++, Later())
            await reading.PollAsync();
        Assert.Equal($"{site.At("/new")}", (await FeedAsync()).Settings.Address);
        Assert.Single(await reading.ReadRevisionsAsync());
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_fetches_asks_no_sooner_than_allowed_and_loses_nothing()
    {
        using (var killed = new CancellationTokenSource())
        {
            site.Does("/feed", async (_, _, token) =>
            {
                await killed.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            });
            await FollowAsync("/feed");
            await reading.Poller.BeginDueAsync(killed.Token);
            await reading.Poller.WhenIdleAsync();
        }

        Restart();
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Whole("a")));
        await reading.PollAsync();
        Assert.Single(site.Requests);
        time.Now += TimeSpan.FromMinutes(5);
        await reading.PollAsync();
        Assert.Single(await reading.ReadRevisionsAsync());
    }

    [Fact]
    public async Task Articles_that_were_stored_before_the_process_was_killed_are_not_stored_again()
    {
        site.Says("/feed", SampleFeed.Rss("T", SampleFeed.Whole("a"), SampleFeed.Whole("b", "https://town.example/b")));
        await FollowAsync("/feed");
        await reading.PollAsync();

        // What is left when the process ends between articles and marks: the articles.
        await reading.Registry.RemoveAsync(1, Stop);
        Restart();
        await FollowAsync("/feed");
        await reading.PollAsync();
        Assert.Equal(2, (await reading.ReadRevisionsAsync()).Count);
        Assert.Equal(2, (await FeedAsync()).State.Items);
    }

    [Fact]
    public async Task A_slow_host_delays_no_other()
    {
        using var stopped = new CancellationTokenSource();
        reading.Dispose();
        var names = new ScriptedNames().Add("slow.example", "127.0.0.1");
        reading = new FeedReading(folder.Path, time, names, options => options.Requests = 4);
        for (var i = 0; i < 20; i++)
        {
            site.Does($"/slow?{i}", (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
            await reading.Feeds.AddAsync(new NewFeed($"{site.At("/slow", "slow.example")}?{i}"), time.Now, Stop);
        }

        foreach (var i in Enumerable.Range(0, 5))
        {
            site.Says($"/{i}", SampleFeed.Rss("T", SampleFeed.Whole($"{i}")));
            names.Add($"h{i}.example", "127.0.0.1");
            await reading.Feeds.AddAsync(new NewFeed($"{site.At($"/{i}", $"h{i}.example")}"), time.Now.AddSeconds(1), Stop);
        }

        time.Now += TimeSpan.FromSeconds(2);
        while ((await reading.Feeds.ReadAllAsync(Stop)).Count(feed => feed.Health == FeedHealth.Ok) < 5)
        {
            await reading.Poller.BeginDueAsync(stopped.Token);
            await Task.Yield();
        }

        await stopped.CancelAsync();
    }

    private async Task FollowAsync(string path) => await reading.Feeds.AddAsync(new NewFeed($"{site.At(path)}"), time.Now, Stop);

    private async Task<FollowedFeed> FeedAsync() => Assert.Single(await reading.Feeds.ReadAllAsync(Stop));

    private void Later() => time.Now += TimeSpan.FromHours(2);

    private void Restart()
    {
        reading.Dispose();
        reading = new FeedReading(folder.Path, time);
    }
}
