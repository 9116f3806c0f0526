using System.Text.Json;
using NewsBot.Cli;
using NewsBot.Hosting;
using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary><c>newsbot eval --written</c>: the answers that a language model words.</summary>
public sealed class WrittenTableTests(SeededArchive archive) : IClassFixture<SeededArchive>, IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("The talks in Istanbul resume on Wednesday. ID(third round)", "yes", 1, 1)]
    [InlineData("The talks in Istanbul resume on Friday. ID(third round)", "notstated", 0, 0)]
    public async Task It_tells_what_became_of_the_answers_in_a_models_words(string writes, string became, int written, int verified)
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Behaviour = (context, token) =>
        {
            var message = server.Messages(server.Requests.Count - 1)[^1];
            server.Pieces =
            [
                message.Contains("(refused: ", StringComparison.Ordinal) ? "1. NONE"
                    : message.Split("\nSentences:\n") is [var passages, var sentences] ? ScriptedModel.Obey(passages, sentences)
                    : ScriptedModel.Fill(writes, message),
            ];
            return server.WriteAsync(context, token);
        };
        var results = Path.Combine(folder.Path, "results.jsonl");
        var run = await CommandRun.OfAsync(App(server), ["eval", "--data", archive.Path, "--written", "--out", results, Questions()]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Matches(
            $@"\nin a language model's words\n  asked for +1\n  written +{written}\n  written: right +1?\.000 +{written}\n  written: verified +{verified}\n", run.Output);
        using var line = JsonDocument.Parse(await File.ReadAllTextAsync(results, Stop));
        Assert.Equal(became, line.RootElement.GetProperty("written").GetString());
        Assert.True(line.RootElement.GetProperty("right").GetBoolean());
    }

    [Fact]
    public async Task Without_written_no_model_is_asked()
    {
        await using var server = await FakeModelServer.StartAsync(Stop);
        var run = await CommandRun.OfAsync(App(server), ["eval", "--data", archive.Path, Questions()]);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain("language model", run.Output, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Without_a_model_there_is_nobody_to_write() => Assert.Contains(
        "Llm:Model is missing", (await CommandRun.OfAsync("eval", "--data", archive.Path, "--written", Questions())).OneSentence(1), StringComparison.Ordinal);

    private static NewsBotApp App(FakeModelServer server) => new(
    [
        KeyValuePair.Create("Llm:Model", (string?)"m"), KeyValuePair.Create("Llm:Endpoint", (string?)server.Endpoint),
        KeyValuePair.Create("Llm:Prompts", (string?)RepositoryFiles.At("prompts")),
    ]);

    private string Questions() => folder.File("questions.jsonl",
        """{"id":"talks","question":"When do the talks in Istanbul resume?","asked_at":"2025-07-22","answers":["Wednesday"],"articles":["istanbul-talks.md"]}""");
}
