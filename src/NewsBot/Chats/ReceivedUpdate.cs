using NewsBot.Telegram.Api;

namespace NewsBot.Chats;

/// <summary>An update in the inbox.</summary>
/// <param name="Update">What happened.</param>
/// <param name="ReceivedAt">When it was stored.</param>
internal sealed record ReceivedUpdate(BotUpdate Update, DateTimeOffset ReceivedAt);
