using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

/// <summary>The same kernel over Anthropic's own protocol, with a service on loopback.</summary>
public sealed class AnthropicTests : IAsyncLifetime
{
    private static readonly PromptCall Call = new("answer", new Dictionary<string, string> { ["question"] = "Why?", ["passages"] = "…", ["date"] = "1 May 2026" });

    private FakeModelServer server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await FakeModelServer.StartAsync(Stop);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_reply_comes_in_pieces_with_its_usage()
    {
        server.Behaviour = (context, token) => AnthropicReply.WriteAsync(context, ["Talks ", "resume."], token);
        var pieces = await ReadAsync();
        Assert.Equal("Talks resume.", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.True(pieces.Count(piece => piece.Text.Length > 0) > 1);
        Assert.Equal(new ModelUsage(120, 30), pieces.Last(piece => piece.Usage is not null).Usage);
        Assert.Equal("Bearer sk-test", Assert.Single(server.Keys));
        Assert.Equal("/v1/messages", Assert.Single(server.Paths).Split('?')[0]);
        var request = Assert.Single(server.Requests);
        Assert.Equal("m", request["model"]!.ToString());
        Assert.Equal(2000, request["max_tokens"]!.GetValue<int>());
        Assert.Contains("You answer questions about the news", request["system"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Question: Why?", Assert.Single(request["messages"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "authentication_error", nameof(ModelFailure.WrongKey), false)]
    [InlineData(404, "not_found_error", nameof(ModelFailure.WrongModel), false)]
    [InlineData(400, "invalid_request_error", nameof(ModelFailure.Rejected), false)]
    [InlineData(429, "rate_limit_error", nameof(ModelFailure.TooManyRequests), true)]
    [InlineData(529, "overloaded_error", nameof(ModelFailure.Unavailable), true)]
    public async Task A_refusal_is_told_for_what_it_is_and_asked_once(int status, string type, string expected, bool isTransient)
    {
        server.Behaviour = (context, token) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "7";
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(Error(type), token);
        };
        var failure = await Assert.ThrowsAsync<ModelException>(ReadAsync);
        Assert.Equal(expected, failure.Failure.ToString());
        Assert.Equal(isTransient, failure.IsTransient);
        Assert.Equal(isTransient ? TimeSpan.FromSeconds(7) : null, failure.RetryAfter);
        Assert.DoesNotContain("sk-test", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_overload_in_mid_stream_is_an_outage()
    {
        server.Behaviour = async (context, token) =>
        {
            await AnthropicReply.BeginAsync(context, ["Talks "], token);
            await AnthropicReply.EventAsync(context, "error", Error("overloaded_error"), token);
        };
        var failure = await Assert.ThrowsAsync<ModelException>(ReadAsync);
        Assert.Equal(ModelFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_an_outage()
    {
        server.Behaviour = (context, token) => AnthropicReply.BeginAsync(context, ["Talks "], token);
        Assert.Equal(ModelFailure.Unavailable, (await Assert.ThrowsAsync<ModelException>(ReadAsync)).Failure);
    }

    [Fact]
    public async Task Nothing_at_the_address_is_told()
    {
        await using var services = Open("http://127.0.0.1:9", RepositoryFiles.At("prompts"));
        Assert.Equal(ModelFailure.WrongAddress, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(services))).Failure);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Functions_are_called_in_three_rounds_at_most(int rounds, bool isWritten)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "answer.yaml"),
            "name: answer\ntemplate: |\n  <message role=\"user\">{{$question}}</message>\nexecution_settings:\n  default:\n    max_tokens: 100\n    "
                + "function_choice_behavior:\n      type: auto\n", Stop);
        server.Behaviour = (context, token) => server.Requests.Count <= rounds
            ? AnthropicReply.CallSearchAsync(context, token)
            : AnthropicReply.WriteAsync(context, ["Talks resume."], token);
        await using var services = Open(server.Root, folder.Path);
        if (isWritten)
            Assert.Equal("Talks resume.", string.Concat((await ReadAsync(services)).Select(piece => piece.Text)));
        else
            Assert.Equal(ModelFailure.CallsWithoutEnd, (await Assert.ThrowsAsync<ModelException>(() => ReadAsync(services))).Failure);
        Assert.Equal(Math.Min(rounds + 1, 4), server.Requests.Count);
        Assert.Contains("The bridge reopened on Monday.", server.Requests[1]["messages"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static ServiceProvider Open(string endpoint, string prompts) => ModelHost.Open(options =>
        (options.Provider, options.Endpoint, options.ApiKey, options.Prompts) = ("Anthropic", endpoint, "sk-test", prompts));

    private static string Error(string type) => $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"no"}}""";

    private static async Task<List<ModelPiece>> ReadAsync(ServiceProvider services)
    {
        var pieces = new List<ModelPiece>();
        await foreach (var piece in services.GetRequiredService<KernelLanguageModel>().StreamAsync(Call, Stop))
            pieces.Add(piece);
        return pieces;
    }

    private async Task<List<ModelPiece>> ReadAsync()
    {
        await using var services = Open(server.Root, RepositoryFiles.At("prompts"));
        return await ReadAsync(services);
    }
}
