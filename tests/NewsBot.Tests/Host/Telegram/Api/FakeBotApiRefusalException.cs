using System.Text.Json.Nodes;

namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>The fake server says no.</summary>
internal sealed class FakeBotApiRefusalException(int code, string description) : Exception(description)
{
    public int Code { get; } = code;

    /// <summary>The reply's <c>parameters</c>.</summary>
    public JsonObject? Hints { get; init; }

    /// <summary>400.</summary>
    public static FakeBotApiRefusalException Bad(string description) => new(400, "Bad Request: " + description);
}
