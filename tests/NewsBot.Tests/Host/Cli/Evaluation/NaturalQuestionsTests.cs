using System.Text.Json;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary>What a newcomer asks of the seeds: who is, what happened, summarise, latest news; with a greeting, misspelt, in Ukrainian.</summary>
public sealed class NaturalQuestionsTests
{
    /// <summary>Of the questions that the seeds answer, all but so many show the fact.</summary>
    private const int MayFail = 2;

    private static readonly string Questions = RepositoryFiles.At("tests/NewsBot.Tests/Host/Cli/Evaluation/natural-questions.jsonl");

    [Fact]
    public async Task What_the_seeds_tell_is_shown_and_nothing_else_is_told_as_sure()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "results.jsonl");
        var run = await CommandRun.OfAsync("eval", Questions, "--data", Path.Combine(folder.Path, "data"), "--out", path);
        Assert.Equal(0, run.Code);

        var results = (await ReadAsync(path)).ToDictionary(result => result.GetProperty("id").GetString()!);
        var failed = new List<string>();
        var sure = new List<string>();
        foreach (var question in await ReadAsync(Questions))
        {
            var result = results[question.GetProperty("id").GetString()!];
            var text = result.GetProperty("text").GetString()!;
            var answers = question.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()!).ToList();
            if (!question.GetProperty("answerable").GetBoolean() && result.GetProperty("supported").GetBoolean())
                sure.Add(text);
            else if (answers.Count > 0 && !answers.Exists(answer => text.Contains(answer, StringComparison.OrdinalIgnoreCase)))
                failed.Add($"{question.GetProperty("question").GetString()}: {text}");
        }

        Assert.Empty(sure);
        Assert.True(failed.Count <= MayFail, string.Join('\n', failed));
    }

    private static async Task<JsonElement[]> ReadAsync(string path) =>
        [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line => JsonDocument.Parse(line).RootElement)];
}
