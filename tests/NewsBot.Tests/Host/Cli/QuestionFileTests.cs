using System.Text.Json;
using NewsBot.Cli;

namespace NewsBot.Tests.Host.Cli;

/// <summary>The commands that read known questions: eval and train.</summary>
public sealed class QuestionFileTests(SeededArchive archive) : IClassFixture<SeededArchive>, IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string> Verbs => ["eval", "train"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Eval_prints_its_table_and_writes_a_result_a_line()
    {
        var questions = folder.File("questions.jsonl", """
            {"id":"talks","question":"When do the talks in Istanbul resume?","asked_at":"2025-07-22","answers":["Wednesday"],"articles":["istanbul-talks.md"]}

            {"question":"Who won the chess tournament on Mars?","answerable":false}
            {"id":"unknown","question":"Which country joined NATO?"}
            """);
        var results = Path.Combine(folder.Path, "results.jsonl");
        var run = await CommandRun.OfAsync("eval", "--data", archive.Path, "-k", "2", "--out", results, questions);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.StartsWith("questions 3: answerable 1, unanswerable 1, unknown 1\n\nretrieval ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n  article +1\.000 +1\.000 +1\.000 +1\.000 +1\n", run.Output);
        Assert.Matches(@"\n  answer in reply +1\.000 +1\n", run.Output);
        Assert.Matches(@"\n  unanswerable: refused +1\.000 +1\n", run.Output);
        Assert.Matches(@"\n  answered or quoted, and right +1\.000 +1\n", run.Output);
        Assert.Matches(@"\nlatency ms  p50 [\d.]+  p95 [\d.]+  p99 [\d.]+\n\z", run.Output);

        var lines = await File.ReadAllLinesAsync(results, TestContext.Current.CancellationToken);
        Assert.Equal(["talks", "line 3", "unknown"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        using var document = JsonDocument.Parse(lines[0]);
        var first = document.RootElement;
        Assert.Equal(
            [
                "id", "question", "asOf", "supported", "text", "short", "sentences", "citations", "nearest", "reason", "elapsedMs", "tier", "probability", "corrected", "retrieved",
                "candidate",
            ],
            first.EnumerateObject().Select(property => property.Name));
        Assert.InRange(first.GetProperty("retrieved").GetArrayLength(), 1, 2);
        foreach (var retrieved in first.GetProperty("retrieved").EnumerateArray())
        {
            Assert.Equal(["articleId", "start", "end"], retrieved.EnumerateObject().Select(property => property.Name));
            var body = (await archive.FindAsync(retrieved.GetProperty("articleId").GetString()!)).Body;
            Assert.InRange(retrieved.GetProperty("end").GetInt32(), retrieved.GetProperty("start").GetInt32() + 1, body.Length);
        }

        Assert.Equal(["text", "short"], first.GetProperty("candidate").EnumerateObject().Select(property => property.Name));
        Assert.Contains("Wednesday", first.GetProperty("candidate").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_prints_weights_or_writes_them()
    {
        var lines = await File.ReadAllLinesAsync(RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/seed-questions.jsonl"), TestContext.Current.CancellationToken);
        var questions = folder.File("questions.jsonl", string.Join('\n', lines.Where((_, number) => number % 12 == 0)));
        var printed = await CommandRun.OfAsync("train", "--data", archive.Path, questions);
        Assert.Equal(ExitCode.Done, printed.Code);
        Assert.StartsWith("examples ", printed.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(printed.Output);

        var weights = Path.Combine(folder.Path, "weights.json");
        var written = await CommandRun.OfAsync("train", "--data", archive.Path, "--out", weights, questions);
        Assert.Equal((ExitCode.Done, ""), (written.Code, written.Output));
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(weights, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"question":"Who won?"}""")]
    [InlineData("""{"question":"Who won?","answers":["Nobody"],"articles":["elsewhere"]}""")]
    public async Task Train_needs_something_to_learn_from(string line) => Assert.EndsWith(
        "there is nothing to learn from.", await RefusedAsync("train", folder.File("q.jsonl", line)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_missing_file_is_told(string verb)
    {
        var path = Path.Combine(folder.Path, "missing.jsonl");
        Assert.Equal($"{path}: there is no such file, or it may not be read.", await RefusedAsync(verb, path));
        Assert.StartsWith(folder.Path, await RefusedAsync(verb, folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_broken_line_is_told_with_its_file_and_number(string verb)
    {
        foreach (var broken in new[] { "{\"question\":\"Who wo", "[]", "{}", "null", "{\"question\":7}", "\0\0\0", "{\"question\":\"Who?\",\"asked_at\":\"soon\"}",
            $"{{\"question\":\"{new string('x', 2_001)}\"}}" })
        {
            var path = folder.File("q.jsonl", $"{{\"question\":\"Who won?\"}}\n\n{broken}\n{{\"question\":\"Who lost?\"}}\n");
            Assert.StartsWith($"{path}:3: ", await RefusedAsync(verb, path), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_file_without_questions_is_told(string verb)
    {
        foreach (var text in new[] { "", "\n \n" })
        {
            var path = folder.File("q.jsonl", text);
            Assert.Equal($"{path}: the file holds no question.", await RefusedAsync(verb, path));
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task An_out_file_that_cannot_be_is_told_before_the_work(string verb)
    {
        var questions = folder.File("q.jsonl", """{"question":"Who won?"}""");
        var below = Path.Combine(folder.Path, "missing");
        Assert.Equal(
            $"The folder {below} does not exist; make it first, or choose another file.",
            await RefusedAsync(verb, questions, "--out", Path.Combine(below, "out.json")));
        Assert.Equal($"'{folder.Path}' is no file; give the name of one.", await RefusedAsync(verb, questions, "--out", folder.Path));
    }

    private async Task<string> RefusedAsync(string verb, params string[] args) =>
        (await CommandRun.OfAsync([verb, "--data", archive.Path, .. args])).OneSentence(ExitCode.Failed);
}
