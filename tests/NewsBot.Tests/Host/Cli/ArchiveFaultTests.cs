using System.Text;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

/// <summary>Archives that are damaged, missing, busy or no archives, as a person at the command line meets them.</summary>
public sealed class ArchiveFaultTests : IDisposable
{
    private const string Question = "Who opened bridge 7 in Testville?";

    private readonly TempFolder folder = new();

    public static TheoryData<string, string> Readers => new()
    {
        { "ask", Question },
        { "search", Question },
        { "ingest", RepositoryFiles.At("seeds") },
        { "eval", RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/seed-questions.jsonl") },
    };

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_data_folder_that_is_a_file_is_told(string verb, string argument)
    {
        var file = folder.File("file", "x");
        var run = await CommandRun.OfAsync(verb, "--data", file, argument);
        Assert.Equal($"The archive's folder {file} is a file; choose another with --data.", run.OneSentence(ExitCode.Failed));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_database_that_is_none_is_told_and_left_alone(string verb, string argument)
    {
        var text = string.Concat(Enumerable.Repeat("No database. ", 1000));
        var file = folder.File("data/archive.db", text);
        var run = await CommandRun.OfAsync(verb, "--data", Data, argument);
        Assert.Contains("is not a newsbot archive", run.OneSentence(ExitCode.Failed), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_database_file_is_an_empty_archive()
    {
        folder.File("data/archive.db", "");
        var run = await CommandRun.OfAsync("ask", "--data", Data, "When do the talks in Istanbul resume?");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("Wednesday", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", Question)]
    [InlineData("migrate", null)]
    public async Task A_database_that_was_cut_to_nothing_is_not_taken_for_a_new_archive(string verb, string? argument)
    {
        await IngestAsync(500);
        var database = Path.Combine(Data, "archive.db");
        await File.WriteAllBytesAsync(database, [], TestContext.Current.CancellationToken);
        string[] arguments = argument is null ? [verb, "--data", Data] : [verb, "--data", Data, argument];
        Assert.Contains("the database was lost", (await CommandRun.OfAsync(arguments)).OneSentence(ExitCode.Failed), StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(database).Length);
        Assert.Single(Directory.GetFiles(Data, "*.index"));
    }

    [Fact]
    public async Task Nobody_but_the_owner_reads_the_archive()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights");
            return;
        }

        const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await IngestAsync(500);
        Assert.Equal(OfFile | UnixFileMode.UserExecute, File.GetUnixFileMode(Data));
        foreach (var file in Directory.GetFiles(Data))
            Assert.Equal(OfFile, File.GetUnixFileMode(file));

        // What an earlier version made.
        foreach (var file in Directory.GetFiles(Data))
            File.SetUnixFileMode(file, OfFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await CommandRun.OfAsync("ask", "--data", Data, Question);
        foreach (var file in Directory.GetFiles(Data))
            Assert.Equal(OfFile, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_damaged_index_file_is_told_and_made_again()
    {
        await IngestAsync(500);
        var whole = await CommandRun.OfAsync("search", "--json", "--data", Data, Question);
        Assert.Equal((ExitCode.Done, ""), (whole.Code, whole.Error));
        Assert.Contains("Anna 7", whole.Output.Split('\n')[0], StringComparison.Ordinal);

        var index = Assert.Single(Directory.GetFiles(Data, "*.index"));
        foreach (var damage in new Action<FileStream>[]
        {
            file => file.SetLength(file.Length / 2),
            file => file.SetLength(0),
            file =>
            {
                file.Position = file.Length / 2;
                file.Write(new byte[64]);
                file.Write(Encoding.UTF8.GetBytes("damage"));
            },
        })
        {
            await using (var file = new FileStream(index, FileMode.Open, FileAccess.ReadWrite))
                damage(file);
            var mended = await CommandRun.OfAsync("search", "--json", "--data", Data, Question);
            Assert.Equal((ExitCode.Done, whole.Output), (mended.Code, mended.Output));
            Assert.Single(mended.Error, c => c == '\n');
            Assert.Contains(Path.GetFileName(index), mended.Error, StringComparison.Ordinal);
            index = Assert.Single(Directory.GetFiles(Data, "*.index"));
            Assert.Equal(whole, await CommandRun.OfAsync("search", "--json", "--data", Data, Question));
        }

        File.Delete(index);
        Assert.Equal(whole, await CommandRun.OfAsync("search", "--json", "--data", Data, Question));
    }

    [Fact]
    public async Task Two_first_runs_at_once_both_answer()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Task.Run(() => CommandRun.OfAsync("ask", "--data", Data, "When do the talks in Istanbul resume?"))));
        Assert.All(runs, run =>
        {
            Assert.Equal(ExitCode.Done, run.Code);
            Assert.Contains("Wednesday. [1]", run.Output, StringComparison.Ordinal);
        });
        var third = await CommandRun.OfAsync("ingest", "--data", Data, RepositoryFiles.At("seeds"));
        Assert.Equal("added 0, updated 0, unchanged 13, rejected 0\n", third.Output);
    }

    [Fact]
    public async Task Questions_are_answered_while_articles_come_in()
    {
        await IngestAsync(20);
        var ingest = Task.Run(() => IngestAsync(4_000), TestContext.Current.CancellationToken);
        var asked = 0;
        do
        {
            var run = await CommandRun.OfAsync("ask", "--data", Data, Question);
            Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
            Assert.Contains("7", run.Output, StringComparison.Ordinal);
            asked++;
        }
        while (!ingest.IsCompleted);

        await ingest;
        Assert.InRange(asked, 1, int.MaxValue);
    }

    private async Task IngestAsync(int count)
    {
        var lines = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            lines.Append("{\"id\":\"n").Append(number).Append("\",\"published_at\":\"2024-05-01\",\"title\":\"Bridge ").Append(number)
                .Append(" in Testville\",\"body\":\"Anna ").Append(number).Append(" opened bridge ").Append(number).Append(" in Testville. It cost ")
                .Append(number).Append(" million dollars.\"}\n");
        }

        var run = await CommandRun.OfAsync("ingest", "--data", Data, folder.File($"{count}.jsonl", lines.ToString()));
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }
}
