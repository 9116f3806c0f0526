using NewsBot.Chats;

namespace NewsBot.Storage;

/// <summary>A row of the outbox that waits.</summary>
internal sealed class StoredMessage
{
    /// <summary>The columns.</summary>
    public const string Columns = "call_id, chat_id, method, payload, file, purpose, exchange_id, edits_reply, created_at";

    public long CallId { get; init; }

    public long ChatId { get; init; }

    public required string Method { get; init; }

    public required string Payload { get; init; }

    public string? File { get; init; }

    public required string Purpose { get; init; }

    public long? ExchangeId { get; init; }

    public bool EditsReply { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>The word that the table keeps for what a message is for.</summary>
    public static string PurposeOf(NewOutboxMessage message) => message.Purpose == MessagePurpose.Digest ? "digest" : "answer";

    public OutboxMessage ToMessage() => new(
        CallId,
        new NewOutboxMessage(ChatId, new BotRequest(Method, Payload, File), Purpose == "digest" ? MessagePurpose.Digest : MessagePurpose.Answer, ExchangeId)
        {
            EditsReply = EditsReply,
        },
        StoredInstant.Instant(CreatedAt));
}
