using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsBot.Models;
using NewsBot.Tests.Core.Retrieval;

namespace NewsBot.Tests.Host.Models;

/// <summary>Vectors from a service on loopback that speaks OpenAI's protocol.</summary>
public sealed class TextEmbedderTests : IAsyncLifetime
{
    private readonly HttpClient http = RefusalHandler.OpenClient("m", EmbeddingOptions.Section, TimeProvider.System, Timeout.InfiniteTimeSpan);
    private FakeModelServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FakeModelServer.StartAsync(Stop);
        server.Vectors = text => WordVectors.Of(text, 8);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Each_text_has_its_vector_of_length_one_in_the_order_asked()
    {
        server.Vectors = text => [.. WordVectors.Of(text, 8).Select(value => value * 7)];
        var made = await EmbedAsync(["one two", "three"]);
        Assert.Equal([WordVectors.Of("one two", 8), WordVectors.Of("three", 8)], made, (a, b) => a.Zip(b).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5));
        Assert.Equal("Bearer key", Assert.Single(server.Keys));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("m", null), (request["model"]!.GetValue<string>(), request["dimensions"]));
    }

    [Fact]
    public async Task Dimensions_are_asked_for_where_the_settings_say_so()
    {
        await EmbedAsync(["one"], options => options.Dimensions = 8);
        Assert.Equal(8, Assert.Single(server.Requests)["dimensions"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(401, nameof(ModelFailure.WrongKey), "Embeddings:ApiKey")]
    [InlineData(404, nameof(ModelFailure.WrongModel), "Embeddings:Endpoint")]
    [InlineData(400, nameof(ModelFailure.Rejected), "refused")]
    [InlineData(429, nameof(ModelFailure.TooManyRequests), "429")]
    [InlineData(500, nameof(ModelFailure.Unavailable), "500")]
    public async Task A_refusal_is_told_by_its_kind(int status, string kind, string part)
    {
        server.Behaviour = (context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        var failure = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(["one"]));
        Assert.Equal(kind, failure.Failure.ToString());
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[0,0,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"no base64"}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AADAfw=="}]}""")]
    [InlineData("<html>")]
    public async Task What_are_no_vectors_is_refused(string body)
    {
        server.Behaviour = (context, token) => WriteAsync(context, body, token);
        Assert.Equal(ModelFailure.WrongAddress, (await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(["one"]))).Failure);
    }

    [Fact]
    public async Task Vectors_of_different_dimensions_are_refused()
    {
        server.Vectors = text => WordVectors.Of(text, 4 + text.Length);
        Assert.Equal(ModelFailure.WrongAddress, (await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(["one", "three"]))).Failure);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_at_the_limit()
    {
        server.Behaviour = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token);
        Assert.Equal(ModelFailure.TimedOut, (await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(["one"], limit: TimeSpan.FromMilliseconds(50)))).Failure);
    }

    private static Task WriteAsync(HttpContext context, string body, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, cancellationToken);
    }

    private Task<IReadOnlyList<float[]>> EmbedAsync(string[] texts, Action<EmbeddingOptions>? change = null, TimeSpan? limit = null)
    {
        var options = new EmbeddingOptions { Endpoint = server.Endpoint, Model = "m", ApiKey = "key" };
        change?.Invoke(options);
        var embedder = new TextEmbedder(new OpenAiEmbeddingGenerator(options, http), options, TimeProvider.System);
        return embedder.EmbedAsync(texts, limit ?? TimeSpan.FromSeconds(30), Stop);
    }
}
