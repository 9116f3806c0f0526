using System.Text.Json.Serialization;
using Telegram.Bot.Requests;

namespace NewsBot.Telegram.Api;

/// <summary>Changes what the bot's owner would otherwise change with @BotFather. The package does not have this method yet.</summary>
/// <remarks>core.telegram.org/bots/api#setmysettings, version 10.5. Settings that are not named stay as they are.</remarks>
internal sealed class SetMySettingsRequest() : RequestBase<bool>("setMySettings")
{
    /// <summary>Whether people may ask the bot inline, in any chat.</summary>
    [JsonPropertyName("supports_inline_queries")]
    public required bool SupportsInlineQueries { get; init; }
}
