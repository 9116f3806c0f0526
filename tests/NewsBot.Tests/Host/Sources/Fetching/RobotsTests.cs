using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class RobotsTests : IAsyncDisposable
{
    private readonly FakeSite site = new();
    private readonly SteppedClock clock = new();
    private readonly WebFetcher fetcher;

    public RobotsTests()
    {
        fetcher = TestFetcher.Fetcher(time: clock);
        site.Says("/page", "Here.").Says("/private/page", "Secret.");
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_is_disallowed_is_not_fetched()
    {
        site.Says("/robots.txt", "User-agent: newsbot\nDisallow: /private/\n");
        Assert.Equal("Here.", (await fetcher.PageAsync(site.At("/page"))).Text());
        (await fetcher.PageAsync(site.At("/private/page"))).Fails(WebFailure.RobotsDisallowed);
        Assert.Equal(["/robots.txt", "/page"], site.Paths);
    }

    [Fact]
    public async Task Feeds_and_what_a_person_named_are_fetched_without_asking()
    {
        site.Says("/robots.txt", "User-agent: *\nDisallow: /\n");
        Assert.Equal("Here.", (await fetcher.FeedAsync(site.At("/page"))).Text());
        Assert.Equal("Here.", (await fetcher.NamedAsync(site.At("/page"))).Text());
        Assert.Equal(["/page", "/page"], site.Paths);
    }

    [Fact]
    public async Task Each_site_on_the_way_is_asked()
    {
        await using var other = new FakeSite();
        site.Redirects("/moved", other.At("/page").ToString());
        other.Says("/page", "There.").Says("/robots.txt", "User-agent: *\nDisallow: /page");
        (await fetcher.PageAsync(site.At("/moved"))).Fails(WebFailure.RobotsDisallowed);
        Assert.Equal(["/robots.txt"], other.Paths);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(410, true)]
    [InlineData(429, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task Without_a_robots_txt_everything_is_allowed_and_without_knowing_nothing(int status, bool isAllowed)
    {
        site.Says("/robots.txt", "User-agent: *\nDisallow: /", status);
        var result = await fetcher.PageAsync(site.At("/page"));
        if (isAllowed)
            Assert.Equal("Here.", result.Text());
        else
            Assert.Equal(clock.GetUtcNow().AddHours(1), result.Fails(WebFailure.ServerError).RetryAt);
        Assert.Equal(isAllowed, site.Paths.Contains("/page"));
    }

    [Fact]
    public async Task It_is_asked_once_a_day()
    {
        site.Says("/robots.txt", "");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fetcher.PageAsync(site.At("/page"))));
        clock.Advance(TimeSpan.FromHours(23));
        await fetcher.PageAsync(site.At("/page"));
        Assert.Single(site.Paths, "/robots.txt");
        clock.Advance(TimeSpan.FromHours(1));
        await fetcher.PageAsync(site.At("/page"));
        Assert.Equal(2, site.Paths.Count(path => path == "/robots.txt"));
    }

    [Fact]
    public async Task A_site_that_cannot_say_is_asked_again_an_hour_later()
    {
        site.Says("/robots.txt", "", 500);
        (await fetcher.PageAsync(site.At("/page"))).Fails(WebFailure.ServerError);
        site.Says("/robots.txt", "");
        (await fetcher.PageAsync(site.At("/page"))).Fails(WebFailure.ServerError);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Here.", (await fetcher.PageAsync(site.At("/page"))).Text());
    }

    [Fact]
    public async Task Redirects_of_a_robots_txt_are_followed_five_times()
    {
        for (var step = 0; step < 10; step++)
            site.Redirects(step == 0 ? "/robots.txt" : $"/r{step}", $"/r{step + 1}");
        site.Says("/r5", "User-agent: *\nDisallow: /private/");
        (await fetcher.PageAsync(site.At("/private/page"))).Fails(WebFailure.RobotsDisallowed);

        clock.Advance(TimeSpan.FromDays(1));
        site.Redirects("/r5", "/r6");
        Assert.Equal("Secret.", (await fetcher.PageAsync(site.At("/private/page"))).Text());
    }

    [Fact]
    public async Task Of_a_robots_txt_that_is_too_large_the_beginning_counts()
    {
        site.Says("/robots.txt", $"User-agent: *\nDisallow: /private/\n{string.Concat(Enumerable.Repeat("# Nothing.\n", 100_000))}Disallow: /page\n");
        Assert.Equal("Here.", (await fetcher.PageAsync(site.At("/page"))).Text());
        (await fetcher.PageAsync(site.At("/private/page"))).Fails(WebFailure.RobotsDisallowed);
    }

    [Fact]
    public async Task The_pause_that_a_site_asks_for_is_kept_as_far_as_a_minute()
    {
        site.Says("/robots.txt", "User-agent: *\nCrawl-delay: 3600\n");
        await fetcher.PageAsync(site.At("/page"));
        var second = fetcher.PageAsync(site.At("/page"));

        // The first timers are those of time-outs, which are gone with their requests.
        while (!second.IsCompleted && clock.Elapsed < TimeSpan.FromMinutes(1))
            await clock.AdvanceToNextAsync();
        Assert.Equal("Here.", (await second).Text());
        Assert.Equal(60, clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task Who_gives_up_does_not_spoil_it_for_the_others()
    {
        var asked = new TaskCompletionSource();
        var answers = new TaskCompletionSource();
        site.Does("/robots.txt", async (_, stream, token) =>
        {
            asked.SetResult();
            await answers.Task.WaitAsync(token);
            await stream.WriteAsync(FakeSite.Head(404, "Content-Length: 0"), token);
        });
        using var given = new CancellationTokenSource();
        var first = fetcher.FetchAsync(new WebRequest(site.At("/page"), WebKind.Page), given.Token);
        var second = fetcher.PageAsync(site.At("/page"));
        await asked.Task;
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answers.SetResult();
        Assert.Equal("Here.", (await second).Text());
    }
}
