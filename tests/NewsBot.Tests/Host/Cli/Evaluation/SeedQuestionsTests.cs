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

    private static readonly string Questions = RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/seed-questions.jsonl");

    [Fact]
    public async Task What_the_seeds_answer_is_answered_or_quoted_and_most_else_refused()
    {
        using var folder = new TempFolder();
        var results = Path.Combine(folder.Path, "results.jsonl");
        var run = await CommandRun.OfAsync("eval", Questions, "--data", Path.Combine(folder.Path, "data"), "--out", results);
        Assert.Equal(0, run.Code);

        var asked = (await ReadAsync(Questions)).ToDictionary(question => question.GetProperty("id").GetString()!);
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

        Assert.Equal((182, 130), (answerable, unanswerable));
        Assert.True(inReply >= LeastInReply * answerable, $"in reply {inReply} of {answerable}");
        Assert.True(answered >= LeastAnswered * answerable, $"answered {answered} of {answerable}");
        Assert.True(right >= LeastRight * answered, $"right {right} of {answered}");
        Assert.True(shown >= LeastShown * answerable, $"answered or quoted, and right {shown} of {answerable}");
        Assert.True(refused >= LeastRefused * unanswerable, $"refused {refused} of {unanswerable}");
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
}
