using NewsBot.Sources.Feeds;
using NewsBot.Tests.Host.Sources.Fetching;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedDeskTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSite site = new();
    private readonly FeedReading reading;

    public FeedDeskTests()
    {
        reading = new FeedReading(folder.Path, new ManualTime());
        site.Says("/feed", SampleFeed.Rss("Town &amp; News", SampleFeed.Whole("a")));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        reading.Dispose();
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_feed_is_followed_with_its_name()
    {
        var added = Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/feed")}"));
        Assert.Equal(("Town & News", "News/World", null), (added.Feed.Subscription.Title, added.Feed.Subscription.Folder, added.Site));
        var known = Assert.IsType<FeedAdding.Followed>(await AddAsync($"{site.At("/feed#x")}"));
        Assert.Equal(added.Feed, known.Feed);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_site_names_its_feed()
    {
        site.Says("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/broken'><link rel='alternate' type='application/rss+xml' href='/feed'></head><body><p>Hello</p></body></html>");
        var added = Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/")}"));
        Assert.Equal(($"{site.At("/feed")}", $"{site.At("/")}"), (added.Feed.Subscription.Address, added.Site));
        Assert.IsType<FeedAdding.Followed>(await AddAsync($"{site.At("/")}"));
    }

    [Fact]
    public async Task Who_types_no_scheme_may_mean_a_site_without_https()
    {
        var added = Assert.IsType<FeedAdding.Added>(await AddAsync($"127.0.0.1:{site.Port}/feed"));
        Assert.Equal($"{site.At("/feed")}", added.Feed.Subscription.Address);
    }

    [Fact]
    public async Task Where_a_feed_has_moved_for_good_it_is_followed()
    {
        site.Redirects("/old", "/feed", 301);
        Assert.Equal($"{site.At("/feed")}", Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/old")}")).Feed.Subscription.Address);
        site.Redirects("/moving", "/feed", 302);
        Assert.Equal($"{site.At("/moving")}", Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/moving")}")).Feed.Subscription.Address);
    }

    [Theory]
    [InlineData("hello", "is no address")]
    [InlineData("ftp://a.example/feed", "is no address")]
    [InlineData("http://10.1.2.3/feed", "private")]
    [InlineData("/page", "names no feed")]
    [InlineData("/broken-page", "none of the feeds that it names")]
    [InlineData("/missing", "404")]
    [InlineData("/text", ".")]
    public async Task What_cannot_be_followed_is_told_in_a_sentence(string address, string sentence)
    {
        site.Says("/page", SampleFeed.Page("Kyiv")).Says("/text", "Just a text.", 200, "Content-Type: text/plain");
        site.Says("/broken-page", "<html><head><link rel='alternate' type='application/rss+xml' href='/broken'></head><body><p>Hello</p></body></html>");
        var refused = Assert.IsType<FeedAdding.Refused>(await AddAsync(address.StartsWith('/') ? $"{site.At(address)}" : address));
        Assert.Contains(sentence, refused.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(await reading.Feeds.ReadAllAsync(Stop));
    }

    [Fact]
    public async Task Without_a_look_any_address_is_followed()
    {
        var added = Assert.IsType<FeedAdding.Added>(await reading.Desk.AddUncheckedAsync(new NewFeed("feed://down.example/rss"), Stop));
        Assert.Equal("https://down.example/rss", added.Feed.Subscription.Address);
        Assert.IsType<FeedAdding.Followed>(await reading.Desk.AddUncheckedAsync(new NewFeed("down.example/rss"), Stop));
        Assert.IsType<FeedAdding.Refused>(await reading.Desk.AddUncheckedAsync(new NewFeed("hello"), Stop));
    }

    [Fact]
    public async Task A_feed_is_meant_by_number_or_address()
    {
        await reading.Desk.AddUncheckedAsync(new NewFeed("https://down.example/rss"), Stop);
        Assert.NotNull(await reading.Desk.FindAsync("1", Stop));
        Assert.NotNull(await reading.Desk.FindAsync("#1", Stop));
        Assert.NotNull(await reading.Desk.FindAsync("down.example/rss", Stop));
        Assert.Null(await reading.Desk.FindAsync("2", Stop));
        Assert.Null(await reading.Desk.FindAsync("rss", Stop));
    }

    private Task<FeedAdding> AddAsync(string address) => reading.Desk.AddAsync(new NewFeed(address) { Folder = "News / World" }, Stop);
}
