using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;
using NewsBot.Tests.Host.Sources.Fetching;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedRegistryTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSite site = new();
    private readonly FeedReading reading;

    public FeedRegistryTests()
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
        Assert.Equal(("Town & News", "News/World", null), (added.Feed.Settings.Title, added.Feed.Settings.Folder, added.Site));
        var known = Assert.IsType<FeedAdding.Followed>(await AddAsync($"{site.At("/feed#x")}"));
        Assert.Equal(added.Feed, known.Feed);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_site_names_its_feed()
    {
        site.Says("/", "<html><head><link rel='alternate' type='application/rss+xml' href='/broken'><link rel='alternate' type='application/rss+xml' href='/feed'></head>"
            + "<body><p>Hello</p></body></html>");
        var added = Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/")}"));
        Assert.Equal(($"{site.At("/feed")}", $"{site.At("/")}"), (added.Feed.Settings.Address, added.Site));
        Assert.IsType<FeedAdding.Followed>(await AddAsync($"{site.At("/")}"));
    }

    [Fact]
    public async Task Who_types_no_scheme_may_mean_a_site_without_https()
    {
        var added = Assert.IsType<FeedAdding.Added>(await AddAsync($"127.0.0.1:{site.Port}/feed"));
        Assert.Equal($"{site.At("/feed")}", added.Feed.Settings.Address);
    }

    [Fact]
    public async Task Where_a_feed_has_moved_for_good_it_is_followed()
    {
        site.Redirects("/old", "/feed", 301);
        Assert.Equal($"{site.At("/feed")}", Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/old")}")).Feed.Settings.Address);
        site.Redirects("/moving", "/feed", 302);
        Assert.Equal($"{site.At("/moving")}", Assert.IsType<FeedAdding.Added>(await AddAsync($"{site.At("/moving")}")).Feed.Settings.Address);
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

    [Theory]
    [InlineData("https://ann:secret@a.example/feed")]
    [InlineData("ann:secret@a.example/feed")]
    [InlineData("ftp://ann:secret@a.example/feed")]
    public async Task A_password_in_an_address_is_not_repeated(string address)
    {
        var reason = Assert.IsType<FeedAdding.Refused>(await AddAsync(address)).Reason;
        Assert.EndsWith("a.example/feed' stands a name or a password; a feed that needs one cannot be followed.", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_look_any_address_is_followed()
    {
        var added = Assert.IsType<FeedAdding.Added>(await reading.Registry.AddUncheckedAsync(new NewFeed("feed://down.example/rss"), Stop));
        Assert.Equal("https://down.example/rss", added.Feed.Settings.Address);
        Assert.IsType<FeedAdding.Followed>(await reading.Registry.AddUncheckedAsync(new NewFeed("down.example/rss"), Stop));
        Assert.IsType<FeedAdding.Refused>(await reading.Registry.AddUncheckedAsync(new NewFeed("hello"), Stop));
    }

    [Fact]
    public async Task A_feed_is_meant_by_number_or_address()
    {
        await reading.Registry.AddUncheckedAsync(new NewFeed("https://down.example/rss"), Stop);
        Assert.NotNull(await reading.Registry.FindAsync("1", Stop));
        Assert.NotNull(await reading.Registry.FindAsync("#1", Stop));
        Assert.NotNull(await reading.Registry.FindAsync("down.example/rss", Stop));
        Assert.Null(await reading.Registry.FindAsync("2", Stop));
        Assert.Null(await reading.Registry.FindAsync("rss", Stop));
    }

    [Fact]
    public async Task What_waits_for_its_page_becomes_an_article_when_its_feed_is_removed()
    {
        await reading.Registry.AddUncheckedAsync(new NewFeed("https://down.example/rss"), Stop);
        var items = Enumerable.Range(0, 100).Select(i => new SeenItem($"{i}", "h", $"id-{i}", DateTimeOffset.UnixEpoch)
        {
            PageUrl = $"https://down.example/{i}",
            Draft = new Article { Id = $"id-{i}", Title = "T", Body = $"Words {i}." },
        });
        await reading.Feeds.CompleteAsync(new FeedPoll(1, new FeedState()) { Items = [.. items] }, Stop);
        await reading.Articles.AddAsync([new Article { Id = "id-0", Title = "T", Body = "The whole page, which was read earlier." }], Stop);
        Assert.True(await reading.Registry.RemoveAsync(1, Stop));
        Assert.False(await reading.Registry.RemoveAsync(1, Stop));
        Assert.Equal(100, await reading.Articles.CountAsync(Stop));
        Assert.StartsWith("The whole page", (await reading.Articles.FindAsync("id-0", Stop))!.Article.Body, StringComparison.Ordinal);
    }

    private Task<FeedAdding> AddAsync(string address) => reading.Registry.AddAsync(new NewFeed(address) { Folder = "News / World" }, Stop);
}
