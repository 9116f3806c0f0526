using System.Text.Json;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class FeedsCommandTests : IDisposable
{
    private const string Address = "https://down.example/feed.xml";

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_feed_is_added_listed_paused_resumed_and_removed()
    {
        Assert.Equal(
            new CommandRun(0, $"Followed as number 1: {Address}\n", ""),
            await RunAsync("add", "down.example/feed.xml", "--no-check", "--folder", "News/World", "--full-text", "never"));
        Assert.Equal(
            $"News/World\n1. {Address}\n   not fetched yet · 0 items · due now · full text never\n\n1 feed: 1 new\n",
            (await RunAsync("list")).Output);
        Assert.Equal(new CommandRun(0, $"Paused: {Address}\n", ""), await RunAsync("pause", "1"));
        Assert.Contains("paused", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal(new CommandRun(0, $"Followed again: {Address}\n", ""), await RunAsync("resume", Address));
        Assert.Equal(new CommandRun(0, $"Followed no longer: {Address}\n", ""), await RunAsync("remove", "1"));
        Assert.Equal("No feeds are followed. Follow one with: newsbot feeds add URL\n", (await RunAsync("list")).Output);
    }

    [Fact]
    public async Task The_list_as_json_has_a_line_a_feed()
    {
        await RunAsync("add", Address, "--no-check", "--folder", "Новини");
        var (code, output, _) = await RunAsync("list", "--json");
        using var line = JsonDocument.Parse(Assert.Single(output.TrimEnd('\n').Split('\n')));
        Assert.Equal(0, code);
        Assert.Equal((1, Address, "Новини", "new", "auto", 0), (
            line.RootElement.GetProperty("id").GetInt32(), line.RootElement.GetProperty("address").GetString(), line.RootElement.GetProperty("folder").GetString(),
            line.RootElement.GetProperty("state").GetString(), line.RootElement.GetProperty("fullText").GetString(), line.RootElement.GetProperty("items").GetInt32()));
        Assert.Equal(JsonValueKind.Null, line.RootElement.GetProperty("lastSuccess").ValueKind);
    }

    [Theory]
    [InlineData("is no address", "add", "hello")]
    [InlineData("private or reserved", "add", "http://127.0.0.1/feed.xml")]
    [InlineData("No feed '7' is followed", "remove", "7")]
    [InlineData("No feed 'https://other.example/' is followed", "pause", "https://other.example/")]
    [InlineData("there is no such file", "import", "missing.opml")]
    public async Task What_cannot_be_done_is_one_sentence(string sentence, params string[] words) =>
        Assert.Contains(sentence, (await RunAsync(words)).OneSentence(ExitCode.Failed), StringComparison.Ordinal);

    [Fact]
    public async Task A_feed_that_is_followed_already_is_told()
    {
        await RunAsync("add", Address, "--no-check");
        Assert.Equal($"It is followed already, as number 1: {Address}", (await RunAsync("add", "http://down.example/feed.xml")).OneSentence(ExitCode.Failed));
        Assert.Contains("auto, always or never", (await RunAsync("add", Address, "--full-text", "1")).OneSentence(ExitCode.WrongUsage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_imported_once_and_comes_out_again()
    {
        var file = folder.File("mine.opml", """
            <opml version="2.0"><body><outline text="News"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/>
            <outline type="rss" text="A again" xmlUrl="http://a.example/rss"/></outline>
            <outline type="rss" text="Bad" xmlUrl="nothing"/><outline type="rss" text="B" xmlUrl="https://b.example/rss"/></body></opml>
            """);
        var (code, output, error) = await RunAsync("import", file);
        Assert.Equal((0, "added 2, followed before 1, rejected 1\n", $"{file}:3: 'nothing' is not the address of a feed\n"), (code, output, error));
        Assert.Contains("2. B", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal("added 0, followed before 3, rejected 1\n", (await RunAsync("import", file)).Output);

        var exported = Path.Combine(folder.Path, "out.opml");
        Assert.Equal(new CommandRun(0, "", ""), await RunAsync("export", exported));
        Assert.Equal((await RunAsync("export")).Output, await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken));
        var other = await CommandRun.OfAsync("feeds", "import", exported, "--data", Path.Combine(folder.Path, "other"));
        Assert.Equal("added 2, followed before 0, rejected 0\n", other.Output);
        Assert.Equal((await RunAsync("export")).Output, (await CommandRun.OfAsync("feeds", "export", "--data", Path.Combine(folder.Path, "other"))).Output);
    }

    [Fact]
    public async Task A_folder_cannot_be_written_to()
    {
        Assert.Contains("is no file", (await RunAsync("export", folder.Path)).OneSentence(ExitCode.Failed), StringComparison.Ordinal);
        Assert.Contains("is a folder", (await RunAsync("import", folder.Path)).OneSentence(ExitCode.Failed), StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.OfAsync(["feeds", .. words, "--data", Data]);
}
