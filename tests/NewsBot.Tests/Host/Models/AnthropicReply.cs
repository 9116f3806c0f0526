using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Tests.Host.Models;

/// <summary>Replies in Anthropic's protocol, for <see cref="FakeModelServer"/>.</summary>
internal static class AnthropicReply
{
    /// <summary>Writes a whole stream, a piece an event.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<string> pieces, CancellationToken cancellationToken)
    {
        await BeginAsync(context, pieces, cancellationToken);
        await EndAsync(context, "end_turn", cancellationToken);
    }

    /// <summary>Writes a stream that calls the function 'archive-search' and says nothing.</summary>
    public static async Task CallSearchAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await StartAsync(context, cancellationToken);
        await EventAsync(context, "content_block_start", """{"type":"content_block_start","index":0"""
            + ""","content_block":{"type":"tool_use","id":"toolu_1","name":"archive_search","input":{}}}""", cancellationToken);
        await EventAsync(context, "content_block_delta", """{"type":"content_block_delta","index":0"""
            + ""","delta":{"type":"input_json_delta","partial_json":"{\"query\":\"the bridge\"}"}}""", cancellationToken);
        await EndAsync(context, "tool_use", cancellationToken);
    }

    /// <summary>Writes a stream without its end.</summary>
    public static async Task BeginAsync(HttpContext context, IReadOnlyList<string> pieces, CancellationToken cancellationToken)
    {
        await StartAsync(context, cancellationToken);
        await EventAsync(context, "content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""", cancellationToken);
        foreach (var piece in pieces)
        {
            var delta = new JsonObject { ["type"] = "content_block_delta", ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = piece } };
            await EventAsync(context, "content_block_delta", delta.ToJsonString(), cancellationToken);
        }
    }

    private static Task StartAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream";
        return EventAsync(
            context,
            "message_start",
            """{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"m","stop_reason":null,"stop_sequence":null"""
                + ""","usage":{"input_tokens":120,"output_tokens":1}}}""",
            cancellationToken);
    }

    private static async Task EndAsync(HttpContext context, string reason, CancellationToken cancellationToken)
    {
        await EventAsync(context, "content_block_stop", """{"type":"content_block_stop","index":0}""", cancellationToken);
        await EventAsync(
            context,
            "message_delta",
            $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":null},"usage":{"output_tokens":30}}""",
            cancellationToken);
        await EventAsync(context, "message_stop", """{"type":"message_stop"}""", cancellationToken);
    }

    /// <summary>Writes one event and sends it off.</summary>
    public static async Task EventAsync(HttpContext context, string name, string data, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
