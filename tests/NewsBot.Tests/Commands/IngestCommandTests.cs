using NewsBot.Commands;

namespace NewsBot.Tests.Commands;

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
        var first = await RunAsync("ingest", "--data", Data, Path.Combine(folder.Path, "in"));
        Assert.Equal((0, "added 2, updated 0, unchanged 0, rejected 1\n"), (first.Code, first.Output));
        Assert.StartsWith($"{Path.Combine(folder.Path, "in", "b.jsonl")}:2: ", first.Error, StringComparison.Ordinal);

        var second = await RunAsync("--data", Data, "ingest", Path.Combine(folder.Path, "in", "a.txt"));
        Assert.Equal((0, "added 0, updated 0, unchanged 1, rejected 0\n", ""), second);
    }

    [Fact]
    public async Task It_fails_when_nothing_went_in()
    {
        var result = await RunAsync("ingest", "--data", Data, Path.Combine(folder.Path, "missing.txt"));
        Assert.Equal((1, "added 0, updated 0, unchanged 0, rejected 1\n"), (result.Code, result.Output));
        Assert.Contains("there is no such file or folder", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("ingest", "--nonsense", "x")]
    [InlineData("nonsense")]
    [InlineData("migrate", "too", "much")]
    public async Task Wrong_usage_is_told_and_has_its_own_code(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        Assert.Equal((2, ""), (code, output));
        Assert.EndsWith("See newsbot --help.\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ingest", "--help")]
    public async Task Help_is_no_failure(params string[] args)
    {
        var (code, output, _) = await RunAsync(args);
        Assert.Equal(0, code);
        Assert.Contains("ingest", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_that_cannot_be_used_is_one_sentence()
    {
        var file = folder.File("file", "x");
        var (code, output, error) = await RunAsync("ingest", "--data", Path.Combine(file, "below"), folder.File("a.txt", "Text."));
        Assert.Equal((1, ""), (code, output));
        Assert.Equal(1, error.Count(c => c == '\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_one_sentence()
    {
        folder.File("data/archive.db", string.Concat(Enumerable.Repeat("No database. ", 1000)));
        var (code, _, error) = await RunAsync("migrate", "--data", Data);
        Assert.Equal(1, code);
        Assert.Contains("is not a newsbot archive", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_says_what_it_did()
    {
        var (code, output, error) = await RunAsync("migrate", "--data", Data);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("1: articles and their revisions\n2: the article log\n", output, StringComparison.Ordinal);
        Assert.EndsWith("was up to date.\n", (await RunAsync("migrate", "--data", Data)).Output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
