using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;

namespace NewsBot.Telegram.Api;

/// <summary>The package's <see cref="GetUpdatesRequest"/> with the updates left as JSON: an update that the package cannot read would spoil all of them.</summary>
internal sealed class UpdatesRequest() : RequestBase<JsonElement>("getUpdates")
{
    public required long Offset { get; init; }

    public required int Limit { get; init; }

    public required int Timeout { get; init; }

    [JsonPropertyName("allowed_updates")]
    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}
