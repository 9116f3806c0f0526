using NewsBot.Telegram.Api;

namespace NewsBot.Chats;

/// <summary>A call on its way into the outbox.</summary>
/// <param name="Call">What to do.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExchangeId">The exchange whose reply this is; the id of the message sent is noted there. Null for any other message.</param>
internal sealed record NewOutboxMessage(ChatCall Call, MessagePurpose Purpose = MessagePurpose.Answer, long? ExchangeId = null);
