using System.Text.Json;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary>Our own short questions about the seeds, asked of an archive of the seeds alone; the bounds lie just under what was measured.</summary>
public sealed class SeedQuestionsTests
{
    private const double LeastInReply = 0.82;
    private const double LeastAnswered = 0.32;
    private const double LeastRight = 0.92;
    private const double LeastShown = 0.68;
    private const double LeastRefused = 0.9;

    private const double LeastUkrainianShown = 0.9;
    private const double LeastUkrainianRight = 0.97;

    [Fact]
    public async Task What_the_seeds_answer_is_answered_or_quoted_and_most_else_refused()
    {
        var replies = await AskAsync("seed-questions.jsonl");
        Assert.Equal((182, 130), (replies.Answerable, replies.Unanswerable));
        AssertLeast(LeastInReply, replies.InReply, replies.Answerable, "in reply");
        AssertLeast(LeastAnswered, replies.Answered, replies.Answerable, "answered");
        AssertLeast(LeastRight, replies.Right, replies.Answered, "right");
        AssertLeast(LeastShown, replies.Shown, replies.Answerable, "answered or quoted, and right");
        AssertLeast(LeastRefused, replies.Refused, replies.Unanswerable, "refused");
    }

    [Fact]
    public async Task What_the_seeds_answer_is_answered_or_quoted_to_a_question_in_Ukrainian_or_Russian_and_nothing_else_is_told_as_sure()
    {
        var replies = await AskAsync("ukrainian-questions.jsonl");
        Assert.Equal((55, 26), (replies.Answerable, replies.Unanswerable));
        AssertLeast(LeastUkrainianShown, replies.Shown, replies.Answerable, "answered or quoted, and right");
        AssertLeast(LeastUkrainianRight, replies.Right, replies.Answered, "right");
        Assert.Equal(replies.Unanswerable, replies.Refused);
    }

    private static void AssertLeast(double least, int part, int all, string what) => Assert.True(part >= least * all, $"{what} {part} of {all}");

    private static async Task<Replies> AskAsync(string file)
    {
        using var folder = new TempFolder();
        var questions = RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/" + file);
        var results = Path.Combine(folder.Path, "results.jsonl");
        var run = await CommandRun.OfAsync("eval", questions, "--data", Path.Combine(folder.Path, "data"), "--out", results);
        Assert.Equal(0, run.Code);

        var asked = (await ReadAsync(questions)).ToDictionary(question => question.GetProperty("id").GetString()!);
        var (answerable, inReply, answered, right, shown, unanswerable, refused) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var result in await ReadAsync(results))
        {
            var question = asked[result.GetProperty("id").GetString()!];
            var supported = result.GetProperty("supported").GetBoolean();
            AssertCited(result);
            if (!question.GetProperty("answerable").GetBoolean())
            {
                unanswerable++;
                refused += supported ? 0 : 1;
                continue;
            }

            bool Holds(string text) => question.GetProperty("answers").EnumerateArray().Any(answer => text.Contains(answer.GetString()!, StringComparison.OrdinalIgnoreCase));
            answerable++;
            inReply += Holds(result.GetProperty("candidate").GetProperty("text").GetString()!) ? 1 : 0;
            answered += supported ? 1 : 0;
            var isRight = Holds(string.Join(' ', result.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetProperty("text").GetString())));
            right += supported && isRight ? 1 : 0;
            shown += isRight ? 1 : 0;
        }

        return new Replies(answerable, inReply, answered, right, shown, unanswerable, refused);
    }

    private static async Task<JsonElement[]> ReadAsync(string path) =>
        [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static void AssertCited(JsonElement result)
    {
        var numbers = result.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").GetInt32()).ToHashSet();
        Assert.All(result.GetProperty("sentences").EnumerateArray(), sentence =>
        {
            Assert.NotEqual(0, sentence.GetProperty("citations").GetArrayLength());
            Assert.All(sentence.GetProperty("citations").EnumerateArray(), number => Assert.Contains(number.GetInt32(), numbers));
        });
    }

    /// <summary>How many replies were what: first to the questions that the seeds answer, then to the others.</summary>
    private sealed record Replies(int Answerable, int InReply, int Answered, int Right, int Shown, int Unanswerable, int Refused);
}
