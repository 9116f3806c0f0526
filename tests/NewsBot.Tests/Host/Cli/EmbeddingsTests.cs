using NewsBot.Tests.Core.Retrieval;
using NewsBot.Tests.Host.Models;

namespace NewsBot.Tests.Host.Cli;

/// <summary>The service as a process, with an embedding model on loopback.</summary>
public sealed class EmbeddingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Vectors_are_made_beside_the_service_and_a_killed_one_goes_on_where_it_was()
    {
        var lines = Enumerable.Range(0, 20).Select(number => $$"""{"id": "a{{number}}", "title": "Title", "body": "Text {{number}}."}""");
        Assert.Equal(0, (await CommandRun.OfAsync("ingest", "--data", folder.Path, folder.File("articles.jsonl", string.Join('\n', lines)))).Code);
        await using var server = await FakeModelServer.StartAsync(Stop);
        server.Vectors = text => WordVectors.Of(text, 32);
        (string, string)[] settings = [("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "m"), ("Embeddings:BatchSize", "1")];
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Behaviour = async (context, token) =>
        {
            if (server.Requests.Count > 12)
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }

            await server.EmbedAsync(context, server.Requests[^1], token);
        };
        await using (var killed = ServiceProcess.Start(folder.Path, settings))
        {
            await killed.SaysAsync("The web is at");
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
            await killed.KillAsync();
        }

        server.Behaviour = null;
        await using var service = ServiceProcess.Start(folder.Path, settings);
        await service.SaysAsync("Every article has its vectors");
        Assert.Equal(0, await service.StopAsync());

        // Eight articles are stored together: those after them were under way when it was killed, and are all that is asked for again.
        var texts = server.Requests.Select(request => Assert.Single(request["input"]!.AsArray())!.GetValue<string>()).ToList();
        Assert.Equal(20, texts.Distinct().Count());
        Assert.Empty(texts.Take(8).Intersect(texts.Skip(8)));
        Assert.Equal(25, texts.Count);
    }

    [Fact]
    public async Task A_wrong_setting_stops_it_with_a_sentence()
    {
        await using var service = ServiceProcess.Start(folder.Path, ("Embeddings:Endpoint", "http://127.0.0.1:1/v1"));
        Assert.Equal(1, await service.EndsAsync());
        await service.SaysAsync("Embeddings:Model is missing");
    }
}
