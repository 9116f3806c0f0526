using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary>'eval --faithfulness' over sentences of our own, with a model on loopback that judges.</summary>
public sealed class FaithfulnessTests : IDisposable
{
    private const string Head = "Pier opens · The Gazette · 2024-05-07: ";
    private const string Text = "The pier of Velmora opened on Monday. The mayor cut the ribbon. Officials say that the pier may be closed in winter.";

    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_gates_alone_and_recorded_verdicts_are_counted_apart()
    {
        var run = await CommandRun.OfAsync("eval", "--faithfulness", File(), "--data", folder.Path);
        Assert.Equal(0, run.Code);
        Assert.Contains("gates alone: true dropped 0 of 3 (0.0%), false shown 1 of 2 (50.0%)", run.Output, StringComparison.Ordinal);
        Assert.Contains("gates and the recorded verdicts: true dropped 0 of 1 (0.0%), false shown 0 of 2 (0.0%)", run.Output, StringComparison.Ordinal);
        Assert.Contains("false, shown: The mayor cut the ribbon in winter.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_model_judges_what_passed_the_gates_and_each_sentence_once()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Behaviour = (context, token) =>
        {
            var parts = server.Messages(server.Requests.Count - 1)[^1].Split("\nSentences:\n");
            var verdicts = ScriptedModel.Obey(parts[0], parts[1]).Split('\n');
            server.Pieces = [string.Join('\n', parts[1].Trim().Split('\n').Zip(verdicts, (sentence, verdict) =>
                sentence.Contains("in winter", StringComparison.Ordinal) ? verdict.Replace("| yes", "| no", StringComparison.Ordinal) : verdict))];
            return server.WriteAsync(context, token);
        };
        var run = await CommandRun.OfAsync(App(server), ["eval", "--faithfulness", File(), "--verify", "--data", folder.Path]);
        Assert.Equal(0, run.Code);
        Assert.Contains("gates and the verdicts of the configured model: true dropped 0 of 3 (0.0%), false shown 0 of 2 (0.0%)", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(server.Requests.Select((_, i) => server.Messages(i)[^1].Split("\nSentences:\n")[1].Trim().Split('\n').Length)));
    }

    [Fact]
    public async Task Sentences_without_a_verdict_are_counted_apart()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Pieces = ["yes"];
        var run = await CommandRun.OfAsync(App(server), ["eval", "--faithfulness", File(), "--verify", "--data", folder.Path]);
        Assert.Contains("true dropped none, false shown 0 of 1 (0.0%)", run.Output, StringComparison.Ordinal);
        Assert.Contains("without a verdict, and so left out: 4", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_there_is_nobody_to_judge() => Assert.Contains(
        "Llm:Model is missing", (await CommandRun.OfAsync("eval", "--faithfulness", File(), "--verify", "--data", folder.Path)).OneSentence(1), StringComparison.Ordinal);

    private static NewsBotApp App(FakeModelServer server) => new(
    [
        KeyValuePair.Create("Llm:Model", (string?)"m"), KeyValuePair.Create("Llm:Endpoint", (string?)server.Endpoint),
        KeyValuePair.Create("Llm:Prompts", (string?)RepositoryFiles.At("prompts")),
    ]);

    private string File() => folder.File("sentences.jsonl", string.Join('\n',
        Line("The pier of Velmora opened on Monday.", true, null),
        Line("The pier of Velmora opened on Monday.", true, null),
        Line("The mayor cut the ribbon.", true, true),
        Line("The mayor cut the ribbon in winter.", false, false),
        Line("The pier of Velmora opened on Friday.", false, false)));

    private static string Line(string sentence, bool isTrue, bool? recorded) =>
        $$"""{"sentence": "{{sentence}}", "passage": "{{Head}}{{Text}}", "true": {{Json(isTrue)}}, "blind_verdict": {{Json(recorded)}}}""";

    private static string Json(bool? value) => value switch { true => "true", false => "false", null => "null" };
}
