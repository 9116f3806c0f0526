using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.Host.Models;

/// <summary>A service on loopback that speaks OpenAI's protocol and does what a test says.</summary>
internal sealed class FakeModelServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication app;

    private FakeModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What the service does with a request; by default it writes <see cref="Pieces"/>.</summary>
    public Func<HttpContext, CancellationToken, Task>? Behaviour { get; set; }

    /// <summary>What is written, a piece an event.</summary>
    public IReadOnlyList<string> Pieces { get; set; } = ["Talks ", "resume."];

    /// <summary>What a stream says at its end that it took.</summary>
    public string Usage { get; set; } = """{"prompt_tokens":120,"completion_tokens":30,"total_tokens":150}""";

    /// <summary>The vector of a text, for /embeddings.</summary>
    public Func<string, float[]> Vectors { get; set; } = _ => [1];

    /// <summary>The bodies of the requests, in order.</summary>
    public List<JsonNode> Requests { get; } = [];

    /// <summary>The keys that came with them.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>The paths of the requests, with their queries.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>What stands in Llm:Endpoint.</summary>
    public string Endpoint => app.Urls.First() + "/v1";

    public static async Task<FakeModelServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new FakeModelServer();
        await server.app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>The address without a path.</summary>
    public string Root => app.Urls.First();

    /// <summary>Each message of a request as 'role: text'.</summary>
    public IReadOnlyList<string> Messages(int request = 0) => [.. Requests[request]["messages"]!.AsArray()
        .Select(message => $"{message!["role"]}: {(message["content"] is JsonArray parts ? string.Concat(parts.Select(part => part!["text"])) : message["content"])}")];

    /// <summary>Writes a whole stream, or the rest of one.</summary>
    public async Task WriteAsync(HttpContext context, CancellationToken cancellationToken, bool hasEnd = true)
    {
        if (!context.Response.HasStarted)
            context.Response.ContentType = "text/event-stream";
        foreach (var piece in Pieces)
            await EventAsync(context, Chunk(piece, finish: null), cancellationToken);
        if (!hasEnd)
            return;
        await EventAsync(context, Chunk("", "stop"), cancellationToken);
        await EventAsync(context, $$"""{"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{{Usage}}}""", cancellationToken);
        await EventAsync(context, "[DONE]", cancellationToken);
    }

    /// <summary>Writes one event and sends it off.</summary>
    public static async Task EventAsync(HttpContext context, string data, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    public static string Chunk(string text, string? finish) => new JsonObject
    {
        ["id"] = "1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = "m",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = text }, ["finish_reason"] = finish }),
    }.ToJsonString();

    /// <summary>Writes a stream that calls the function 'archive-search' and says nothing.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">As JSON.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <param name="calls">How many times it is called at once.</param>
    public static async Task CallSearchAsync(HttpContext context, string arguments, CancellationToken cancellationToken, int calls = 1)
    {
        context.Response.ContentType = "text/event-stream";
        var chunk = JsonNode.Parse(Chunk("", finish: null))!;
        chunk["choices"]![0]!["delta"] = new JsonObject
        {
            ["role"] = "assistant",
            ["tool_calls"] = new JsonArray([.. Enumerable.Range(0, calls).Select(i => (JsonNode)new JsonObject
            {
                ["index"] = i,
                ["id"] = $"c{i}",
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = "archive_search", ["arguments"] = arguments },
            })]),
        };
        await EventAsync(context, chunk.ToJsonString(), cancellationToken);
        await EventAsync(context, Chunk("", "tool_calls"), cancellationToken);
        await EventAsync(context, "[DONE]", cancellationToken);
    }

    /// <summary>Writes the vectors, last text first: each says which it is.</summary>
    public Task EmbedAsync(HttpContext context, JsonNode request, CancellationToken cancellationToken)
    {
        var texts = request["input"] is JsonArray several ? several.Select(text => text!.GetValue<string>()) : [request["input"]!.GetValue<string>()];
        var made = texts.Select((text, index) => (JsonNode)new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = Convert.ToBase64String(MemoryMarshal.AsBytes<float>(Vectors(text))),
        });
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            new JsonObject
            {
                ["object"] = "list",
                ["model"] = "m",
                ["data"] = new JsonArray([.. made.Reverse()]),
                ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
            }.ToJsonString(),
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        try
        {
            var request = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: over.Token))!;
            lock (Requests)
            {
                Requests.Add(request);
                Keys.Add(context.Request.Headers.Authorization.Concat(context.Request.Headers["api-key"]).FirstOrDefault() ?? "");
                Paths.Add(context.Request.Path + context.Request.QueryString);
            }

            if (Behaviour is not null)
                await Behaviour(context, over.Token);
            else if (context.Request.Path.Value!.EndsWith("/embeddings", StringComparison.Ordinal))
                await EmbedAsync(context, request, over.Token);
            else if (request["stream"]?.GetValue<bool>() == true)
                await WriteAsync(context, over.Token);
            else
                await WholeAsync(context, over.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or JsonException)
        {
            // The client went away, or the test ended.
        }
    }

    /// <summary>Writes a reply that is no stream.</summary>
    public Task WholeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            new JsonObject
            {
                ["id"] = "1",
                ["object"] = "chat.completion",
                ["created"] = 1,
                ["model"] = "m",
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = string.Concat(Pieces) },
                    ["finish_reason"] = "stop",
                }),
                ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
            }.ToJsonString(),
            cancellationToken);
    }
}
