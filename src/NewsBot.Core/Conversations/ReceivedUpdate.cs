using NewsBot.Core.Chats;

namespace NewsBot.Core.Conversations;

/// <summary>An update in the inbox.</summary>
/// <param name="Update">What happened.</param>
/// <param name="ReceivedAt">When it was stored.</param>
public sealed record ReceivedUpdate(BotUpdate Update, DateTimeOffset ReceivedAt);
