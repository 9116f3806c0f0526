using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>A call that reached the fake server.</summary>
/// <param name="Prefix">The path before '/bot'; empty when there is none.</param>
/// <param name="Method">As it was written.</param>
/// <param name="Parameters">Of JSON or of a form; in a form numbers and objects are read as such. A file is <c>{file_name, content}</c>.</param>
/// <param name="At">When it arrived.</param>
internal sealed record FakeBotApiRequest(string Prefix, string Method, JsonObject Parameters, DateTimeOffset At)
{
    /// <summary>The HTTP status that was given; 0 while the call is under way and when the connection was cut.</summary>
    public int Status { get; set; }

    /// <summary>The reply that was given; null while the call is under way, when the connection was cut and when the reply was no JSON.</summary>
    public JsonNode? Response { get; set; }

    /// <summary>Whether the call is over, one way or another.</summary>
    public bool IsOver { get; set; }

    public long? ChatId => Parameters["chat_id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : null;

    public override string ToString() => $"{Method} {Parameters.ToJsonString()} -> {Status} {Response?.ToJsonString()}";
}
