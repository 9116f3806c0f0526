using System.IO.Compression;
using System.Text;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class FeedsShowCommandTests : IDisposable
{
    private const string Feed =
        """
        <rss><channel><title>Harbour "News"</title><link>http://a.example/</link><lastBuildDate>Mon, 02 Mar 2026 10:00:00 +0100</lastBuildDate>
        <item><guid>1</guid><title>Новини</title><link>http://a.example/1</link><pubDate>2026-03-02T09:00:00.5Z</pubDate><author>Ann</author>
        <description>&lt;p&gt;It's late&lt;/p&gt;</description><category>Ferries</category></item></channel></rss>
        """;

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_json_is_one_line_a_feed()
    {
        var run = await CommandRun.OfAsync("feeds", "show", "--json", "--data", Data, folder.File("a.xml", Feed));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(
            "{\"title\":\"Harbour \\\"News\\\"\",\"link\":\"http://a.example/\",\"description\":null,\"language\":null,\"updated\":\"2026-03-02T09:00:00Z\","
            + "\"items\":[{\"id\":\"1\",\"title\":\"Новини\",\"url\":\"http://a.example/1\",\"publishedAt\":\"2026-03-02T09:00:00.5Z\","
            + "\"updatedAt\":null,\"author\":\"Ann\",\"summary\":\"<p>It's late</p>\",\"content\":null,\"categories\":[\"Ferries\"]}]}" + "\n",
            run.Output);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_packed_file_is_unpacked()
    {
        var path = Path.Combine(folder.Path, "a.xml.gz");
        await using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            await packed.WriteAsync(Encoding.UTF8.GetBytes(Feed), TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync("feeds", "show", "--json", "--data", Data, path);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("Новини", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_feed_keeps_its_line_and_fails_in_the_end()
    {
        var (page, missing, feed) = (folder.File("page.html", "<html></html>"), Path.Combine(folder.Path, "missing.xml"), folder.File("b.xml", "<rss><channel><title>T</title>"));
        var run = await CommandRun.OfAsync("feeds", "show", "--json", "--data", Data, page, missing, feed);
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Equal(
            $$"""
            {"source":"{{page}}","error":"This is a web page, not a feed."}
            {"source":"{{missing}}","error":"there is no such file"}
            {"title":"T","link":null,"description":null,"language":null,"updated":null,"items":[]}

            """,
            run.Output);
        Assert.Equal(
            $"{page}: This is a web page, not a feed.\n{missing}: there is no such file\n{feed}: The feed's XML is broken; it is read as far as it goes.\n",
            run.Error);
    }

    [Fact]
    public async Task Its_text_is_for_people()
    {
        var run = await CommandRun.OfAsync("feeds", "show", "--data", Data, folder.File("a.xml", Feed));
        Assert.Equal(
            """
            Harbour "News"
            http://a.example/

            1. Новини
               2026-03-02 09:00 UTC · Ann · Ferries
               http://a.example/1
               It's late


            """,
            run.Output);
    }

    [Fact]
    public async Task An_address_is_fetched_under_the_rules_of_fetching()
    {
        var run = await CommandRun.OfAsync("feeds", "show", "--json", "--data", Data, "http://127.0.0.1/feed.xml");
        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith("{\"source\":\"http://127.0.0.1/feed.xml\",\"error\":\"", run.Output, StringComparison.Ordinal);
    }
}
