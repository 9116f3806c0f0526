using System.IO.Compression;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;
using NewsBot.Tests.Host.Archive;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Ingest;

/// <summary>Articles that are read from addresses, and feeds that are read from files.</summary>
public sealed class AddressTests : IAsyncDisposable
{
    private const string Rss = """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>News of the town</title><link>https://town.example/</link>
        <item><title>The bridge opens</title><link>https://town.example/bridge</link>
        <description>&lt;p&gt;The bridge opened on Monday.&lt;/p&gt;&lt;p&gt;Trams follow.&lt;/p&gt;</description></item>
        <item><title>The fair</title><link>https://town.example/fair</link><description>The fair begins on Friday.</description></item>
        <item></item>
        </channel></rss>
        """;

    private const string JsonFeed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [
          {"id": "1", "url": "https://town.example/bridge", "title": "The bridge opens", "content_text": "The bridge opened on Monday."}]}
        """;

    private const string Page = """
        <!doctype html><html lang="en"><head><title>The bridge opens</title></head><body><article><h1>The bridge opens</h1>
        <p>The bridge over the river opened on Monday, after four years of work that cost the town more than it had planned.</p>
        <p>Trams will follow in the spring, the mayor said, once the last of the rails have been laid on the eastern side.</p></article></body></html>
        """;

    private readonly IngestPlace place = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task A_page_is_read_from_its_address()
    {
        place.Site.Redirects("/", "/news/bridge").Says("/news/bridge", Page, 200, "Content-Type: text/html");
        var article = Assert.Single(Found(await place.ReadAsync(place.Site.At("/").ToString())));
        Assert.Equal(("The bridge opens", place.Site.At("/news/bridge").ToString(), "en"), (article.Title, article.Url, article.Language));
        Assert.Contains("Trams will follow", article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed", "application/rss+xml")]
    [InlineData("/feed.html", "text/html")]
    [InlineData("/feed", "text/plain")]
    public async Task A_feed_is_read_from_its_address_whatever_it_is_called(string path, string type)
    {
        place.Site.Says(path, Rss, 200, "Content-Type: " + type);
        var articles = Found(await place.ReadAsync(place.Site.At(path).ToString()));
        Assert.Equal(["The bridge opens", "The fair"], articles.Select(article => article.Title).Order());
        Assert.Equal("The bridge opened on Monday.\n\nTrams follow.", articles.First(article => article.Title == "The bridge opens").Body);
        Assert.All(articles, article => Assert.StartsWith("https://town.example/", article.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Articles_as_json_are_read_from_an_address_packed_or_not()
    {
        const string Lines = "{\"body\":\"Text a.\"}\n{\"bo\n{\"body\":\"Text b.\"}\n";
        place.Site.Says("/a.jsonl", Lines).Says("/b.jsonl.gz", WebFetcherTests.Pack("gzip", Encoding.UTF8.GetBytes(Lines)), 200, "Content-Type: application/gzip").Says(
            "/c", "[{\"body\":\"Text c.\"}]");
        var results = await place.ReadAsync(place.Site.At("/a.jsonl").ToString(), place.Site.At("/b.jsonl.gz").ToString(), place.Site.At("/c").ToString());
        Assert.Equal(["Text a.", "Text b.", "Text a.", "Text b.", "Text c."], Found(results).Select(article => article.Body));
        Assert.Equal($"{place.Site.At("/a.jsonl")}:2: ", results.OfType<ReadResult.Rejected>().First().ToString()[..(place.Site.At("/a.jsonl").ToString().Length + 4)]);
    }

    [Fact]
    public async Task A_text_is_known_by_its_address()
    {
        place.Site.Says("/a.md", "---\ntitle: The bridge\n---\nIt opened on Monday.").Says("/a.txt", "It opened on Monday.\n\nTrams follow.", 200, "Content-Type: text/plain");
        var articles = Found(await place.ReadAsync(place.Site.At("/a.md").ToString(), place.Site.At("/a.txt").ToString()));
        Assert.Equal(
            [("The bridge", place.Site.At("/a.md").ToString()), ("It opened on Monday.", place.Site.At("/a.txt").ToString())],
            articles.Select(article => (article.Title, article.Url!)));
    }

    [Theory]
    [InlineData("/missing", "cannot be fetched: The server says that there is nothing (404).")]
    [InlineData("/empty", "is empty")]
    [InlineData("/picture", "looks like binary, not text")]
    [InlineData("/nothing", "holds no article text")]
    public async Task What_gives_no_article_is_told(string path, string reason)
    {
        place.Site.Says("/empty", "").Says("/picture", new byte[5000]).Says("/nothing", "<!doctype html><title>Nothing</title>");
        var rejected = Assert.IsType<ReadResult.Rejected>(Assert.Single(await place.ReadAsync(place.Site.At(path).ToString())));
        Assert.Equal(new ReadResult.Rejected(place.Site.At(path).ToString(), null, reason), rejected);
    }

    [Fact]
    public async Task Feeds_are_read_from_files_and_folders()
    {
        place.Folder.File("feeds/a.xml", Rss);
        place.Folder.File("feeds/b.json", JsonFeed);
        using var packed = new MemoryStream();
        await using (var packing = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await packing.WriteAsync(Encoding.UTF8.GetBytes(Rss), Stop);
        place.Folder.File("feeds/c.rss.gz", packed.ToArray());
        var articles = Found(await place.ReadAsync(Path.Combine(place.Folder.Path, "feeds")));
        Assert.Equal(["The bridge opens", "The bridge opens", "The bridge opens", "The fair", "The fair"], articles.Select(article => article.Title).Order());

        // One article, wherever it is read.
        Assert.Single(articles.Where(article => article.Title == "The bridge opens").Select(article => article.Id).Distinct());
    }

    [Fact]
    public async Task A_feed_without_an_article_is_told()
    {
        var path = place.Folder.File("a.xml", "<rss version='2.0'><channel><title>Nothing</title></channel></rss>");
        Assert.Equal($"{path}: is a feed without any item that has text", Assert.Single(await place.ReadAsync(path)).ToString());
    }

    [Fact]
    public async Task An_address_that_is_handed_over_is_fetched_as_a_page()
    {
        place.Site.Says("/bridge", Page).Says("/feed", Rss);
        var store = new FakeArticleStore();
        var intake = place.Intake(store);
        var taken = Assert.IsType<IntakeResult.Taken>(await intake.TakeAsync($" {place.Site.At("/bridge")}\n", place.Clock.Now, Stop));
        Assert.Equal(("The bridge opens", place.Clock.Now), (taken.Article.Title, taken.Article.PublishedAt));

        Assert.Equal(
            "holds many articles; give the address of one",
            Assert.IsType<IntakeResult.Refused>(await intake.TakeAsync(place.Site.At("/feed").ToString(), place.Clock.Now, Stop)).Reason);
        Assert.Equal(
            "cannot be fetched: The host has a private or reserved address, which is not asked.",
            Assert.IsType<IntakeResult.Refused>(await intake.TakeAsync(place.Site.At("/bridge", "127.0.0.2").ToString(), place.Clock.Now, Stop)).Reason);
        Assert.Equal(2, place.Site.Requests.Count);
    }

    [Fact]
    public async Task A_text_with_an_address_in_it_is_a_text()
    {
        var intake = place.Intake(new FakeArticleStore());
        var taken = Assert.IsType<IntakeResult.Taken>(await intake.TakeAsync($"{place.Site.At("/bridge")}\nThe bridge opened.", place.Clock.Now, Stop));
        Assert.EndsWith("The bridge opened.", taken.Article.Body, StringComparison.Ordinal);
        Assert.Empty(place.Site.Requests);
    }

    private static List<Article> Found(IEnumerable<ReadResult> results) => [.. results.OfType<ReadResult.Found>().Select(found => found.Article)];
}
