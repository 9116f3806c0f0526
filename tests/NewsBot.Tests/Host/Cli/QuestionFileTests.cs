using System.Text.Json;
using System.Xml.Linq;
using NewsBot.Cli;
using NewsBot.Core.Answers.Composing;

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
                "candidate", "askedAs", "kind", "wouldBeRight", "right",
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

    [Fact]
    public async Task Train_asks_a_file_of_the_archive_that_stands_behind_it_and_fits_the_reader_too()
    {
        var lines = await File.ReadAllLinesAsync(RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/seed-questions.jsonl"), TestContext.Current.CancellationToken);
        var questions = folder.File("questions.jsonl", string.Join('\n', lines.Where((_, number) => number % 12 == 0)));
        var empty = Path.Combine(folder.Path, "another");
        var written = Path.Combine(folder.Path, "reader.json");
        var run = await CommandRun.OfAsync("train", "--data", empty, "--out", written, $"{questions}@{archive.Path}");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Output));
        Assert.True(AnswerModel.Parse(await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken)).IsForReader);
        Assert.False(Directory.Exists(empty));
    }

    [Fact]
    public async Task Eval_reads_nothing_later_than_the_question()
    {
        const string Known = "\"question\":\"When do the talks in Istanbul resume?\",\"answers\":[\"Wednesday\"],\"articles\":[\"istanbul-talks.md\"]";
        var questions = folder.File("questions.jsonl", $"{{\"asked_at\":\"2025-07-21T23:00Z\",{Known}}}\n{{\"asked_at\":\"2025-07-22\",{Known}}}\n");
        var run = await CommandRun.OfAsync("eval", "--data", archive.Path, questions);
        Assert.Matches(@"\n  article +\.500 +\.500 +\.500 +\.500 +2\n", run.Output);
        Assert.Matches(@"\n  answer in reply +\.500 +2\n", run.Output);
    }

    [Theory]
    [InlineData("""{"question":"Who won?"}""")]
    [InlineData("""{"question":"Where do talks resume?","asked_at":"2025-07-21","answers":["Istanbul"],"articles":["istanbul-talks.md"]}""")]
    [InlineData("""{"question":"Who won?","answers":["Nobody"],"articles":["elsewhere"]}""")]
    public async Task Train_needs_something_to_learn_from(string line) => Assert.EndsWith(
        "there is nothing to learn from.", await RefusedAsync("train", folder.File("q.jsonl", line)), StringComparison.Ordinal);

    [Fact]
    public async Task Eval_scores_peoples_questions_by_kind_and_asks_a_follow_up_after_its_question()
    {
        const string Gold = "He had the date from Rustem Umerov, who heads Ukraine's Security Council.";
        var questions = folder.File("questions.jsonl", $$"""
            {"id":"2","kind":"followup","question":"and when do they resume?","asked_at":"2025-07-22","after":"1","articles":["istanbul-talks.md"],"answers":["Wednesday"]}
            {"id":"1","kind":"where","question":"Where do the talks between Ukraine and Russia resume?","articles":["istanbul-talks.md"],"answers":["Istanbul"]}
            {"id":"3","kind":"whois","question":"Who is Umerov?","articles":["istanbul-talks.md"],"gold":["{{Gold}}"],"nuggets":[["Security Council","the council"],["Ukraine"]]}
            {"id":"4","kind":"absent\u001b[2J","question":"Who won the chess tournament on Mars?","answerable":false}
            """);
        var (results, plot) = (Path.Combine(folder.Path, "results.jsonl"), Path.Combine(folder.Path, "plot.svg"));
        var run = await CommandRun.OfAsync("eval", "--data", archive.Path, "--out", results, "--plot", plot, questions);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.DoesNotContain("before refusal, of answerable", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nwith an answer +n +Hits@1 ", run.Output);
        Assert.Matches(@"\n  followup +1 +1\.000 +1\.000 +1\.000 +1\.000 \|", run.Output);
        Assert.Matches(@"\n  whois +1 +1\.000 +1\.000 +1\.000 +1\.000 \|", run.Output);
        Assert.Matches(@"\n  absent +1 +\.000 +[.\d]+\n", run.Output);
        Assert.Matches(@"\n  would be right +1\.000 +1\.000 to 1\.000 +3\n", run.Output);
        Assert.Matches(@"\n  expected calibration error +\.\d{3} +[34]\n", run.Output);
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.Length > 110);
        Assert.NotEmpty(XDocument.Load(plot).Descendants("{http://www.w3.org/2000/svg}circle"));

        var lines = (await File.ReadAllLinesAsync(results, TestContext.Current.CancellationToken)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["2", "1", "3", "4"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Contains("talks between Ukraine and Russia", lines[0].GetProperty("askedAs").GetString(), StringComparison.Ordinal);
        Assert.Equal(["followup", "where", "whois", "absent\u001b[2J"], lines.Select(line => line.GetProperty("kind").GetString()));
        Assert.Equal([true, true, true, false], lines.Select(line => line.GetProperty("wouldBeRight").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"id":"a","question":"Why?","after":"b"}""", "the question 'a' comes after 'b', which the file does not have.")]
    [InlineData("""{"id":"a","question":"Why?","after":"a"}""", "the question 'a' comes after itself.")]
    [InlineData("""{"id":"a","question":"Why?","after":"b"} {"id":"b","question":"How?","after":"a"}""", "the question 'a' comes after itself.")]
    public async Task A_conversation_that_cannot_be_is_told(string lines, string told)
    {
        var path = folder.File("q.jsonl", lines.Replace("} {", "}\n{", StringComparison.Ordinal));
        Assert.Equal($"{path}: {told}", await RefusedAsync("eval", path));
    }

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
