using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Models;

/// <summary>How services of different kinds take a request and reply, for <see cref="FakeModelServer"/>; each writes the server's pieces.</summary>
internal static class ServiceManners
{
    /// <summary>The settings that reach a server with these manners.</summary>
    public static void Set(LlmOptions options, FakeModelServer server, string manners)
    {
        (options.Endpoint, options.Temperature) = (server.Endpoint, 0.3);
        if (manners == "anthropic")
            (options.Provider, options.Endpoint, options.ApiKey, options.Temperature) = ("Anthropic", server.Root, "sk-test", null);
    }

    /// <summary>Replies with these manners.</summary>
    public static Task ReplyAsync(FakeModelServer server, string manners, HttpContext context, CancellationToken cancellationToken)
    {
        var request = server.Requests[^1];
        return manners switch
        {
            "gpt-5" when request["temperature"] is not null =>
                RefuseAsync(context, "Unsupported value: 'temperature' does not support 0.3 with this model. Only the default (1) value is supported.", cancellationToken),
            "gpt-5" when request["max_tokens"] is not null =>
                RefuseAsync(context, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", cancellationToken),
            "llama.cpp" when Unknown(request) is { } name => RefuseAsync(context, $"Unknown field: {name}", cancellationToken),
            "deepseek" => ThinkAsync(server, context, cancellationToken),
            "deepseek without a beginning" => PrependAsync(server, context, ["The reader asks ", "when. One passage says it.", "</think>\n\n"], cancellationToken),
            "deepseek in the text" => PrependAsync(server, context, ["<th", "ink>The reader asks ", "when.</thi", "nk>\n\n"], cancellationToken),
            "anthropic" => AnthropicReply.WriteAsync(context, server.Pieces, cancellationToken),
            _ => server.WriteAsync(context, cancellationToken),
        };
    }

    private static string? Unknown(JsonNode request) =>
        request.AsObject().Select(field => field.Key).FirstOrDefault(key => key is not ("model" or "messages" or "stream" or "max_tokens" or "temperature"));

    private static Task RefuseAsync(HttpContext context, string reason, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = 400;
        return context.Response.WriteAsJsonAsync(new { error = new { message = reason, type = "invalid_request_error" } }, cancellationToken);
    }

    private static Task PrependAsync(FakeModelServer server, HttpContext context, string[] thoughts, CancellationToken cancellationToken)
    {
        server.Pieces = [.. thoughts, .. server.Pieces];
        return server.WriteAsync(context, cancellationToken);
    }

    private static async Task ThinkAsync(FakeModelServer server, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream";
        var thought = JsonNode.Parse(FakeModelServer.Chunk("", finish: null))!;
        thought["choices"]![0]!["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = null, ["reasoning_content"] = "The reader asks when." };
        await FakeModelServer.EventAsync(context, thought.ToJsonString(), cancellationToken);
        await server.WriteAsync(context, cancellationToken);
    }
}
