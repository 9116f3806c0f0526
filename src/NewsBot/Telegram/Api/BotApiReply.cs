using System.Text.Json;

namespace NewsBot.Telegram.Api;

/// <summary>What the Bot API answers to any call.</summary>
/// <param name="Ok">Whether the call took effect; null when the reply is some other JSON.</param>
/// <param name="Result">What was asked for; undefined when it failed.</param>
/// <param name="ErrorCode">An HTTP status; null when it did not fail.</param>
/// <param name="Description">Why it failed, in English.</param>
/// <param name="Parameters">What to do about it; null when there is nothing to tell.</param>
internal sealed record BotApiReply(bool? Ok, JsonElement Result, int? ErrorCode, string? Description, BotApiReply.Hints? Parameters)
{
    /// <summary>The Bot API's ResponseParameters.</summary>
    /// <param name="MigrateToChatId">The group's new id.</param>
    /// <param name="RetryAfter">Seconds.</param>
    internal sealed record Hints(long? MigrateToChatId, double? RetryAfter);
}
