using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

public sealed class IngestCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_ends_with_one_line_of_counts()
    {
        folder.File("in/a.txt", "Text a.");
        folder.File("in/b.jsonl", "{\"body\":\"Text b.\"}\n{\"bo\n");
        var first = await CommandRun.OfAsync("ingest", "--data", Data, Path.Combine(folder.Path, "in"));
        Assert.Equal((0, "added 2, updated 0, unchanged 0, rejected 1\n"), (first.Code, first.Output));
        Assert.StartsWith($"{Path.Combine(folder.Path, "in", "b.jsonl")}:2: ", first.Error, StringComparison.Ordinal);

        var second = await CommandRun.OfAsync("--data", Data, "ingest", Path.Combine(folder.Path, "in", "a.txt"));
        Assert.Equal(new CommandRun(0, "added 0, updated 0, unchanged 1, rejected 0\n", ""), second);
    }

    [Fact]
    public async Task It_fails_when_nothing_went_in()
    {
        var result = await CommandRun.OfAsync("ingest", "--data", Data, Path.Combine(folder.Path, "missing.txt"));
        Assert.Equal((1, "added 0, updated 0, unchanged 0, rejected 1\n"), (result.Code, result.Output));
        Assert.Contains("there is no such file or folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_the_own_network_is_refused_in_one_sentence()
    {
        var result = await CommandRun.OfAsync("ingest", "--data", Data, "http://127.0.0.1:8080/");
        Assert.Equal(
            new CommandRun(
                1, "added 0, updated 0, unchanged 0, rejected 1\n", "http://127.0.0.1:8080/: cannot be fetched: The host has a private or reserved address, which is not asked.\n"),
            result);
    }

    [Fact]
    public async Task An_archive_that_cannot_be_used_is_one_sentence()
    {
        var file = folder.File("file", "x");
        var run = await CommandRun.OfAsync("ingest", "--data", Path.Combine(file, "below"), folder.File("a.txt", "Text."));
        run.OneSentence(ExitCode.Failed);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_one_sentence()
    {
        folder.File("data/archive.db", string.Concat(Enumerable.Repeat("No database. ", 1000)));
        var (code, _, error) = await CommandRun.OfAsync("migrate", "--data", Data);
        Assert.Equal(1, code);
        Assert.Contains("is not a newsbot archive", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_says_what_it_did()
    {
        var (code, output, error) = await CommandRun.OfAsync("migrate", "--data", Data);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("1: articles and their revisions\n2: the article log\n", output, StringComparison.Ordinal);
        Assert.EndsWith("was up to date.\n", (await CommandRun.OfAsync("migrate", "--data", Data)).Output, StringComparison.Ordinal);
    }
}
