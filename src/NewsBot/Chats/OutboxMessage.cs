using NewsBot.Telegram.Api;

namespace NewsBot.Chats;

/// <summary>A call in the outbox.</summary>
/// <param name="Id">Grows; calls of one chat are made in its order.</param>
/// <param name="Call">What to do.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExchangeId">The exchange whose reply this is; null for any other message.</param>
/// <param name="CreatedAt">When it was put into the outbox.</param>
internal sealed record OutboxMessage(long Id, ChatCall Call, MessagePurpose Purpose, long? ExchangeId, DateTimeOffset CreatedAt);
