using NewsBot.Chats;

namespace NewsBot.Storage.Sqlite;

/// <summary>Messages on their way into the table 'calls'.</summary>
internal sealed class SqliteOutboxRows(IReadOnlyList<NewOutboxMessage> messages, TimeProvider time)
{
    private readonly DateTimeOffset now = time.GetInstant();

    /// <summary>Adds the messages, except those to chats that may not be written to.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="remember">Stores the exchange of a message that has none yet, and gives its id; null to leave such messages without one.</param>
    /// <returns>Those that now wait, in order.</returns>
    public List<OutboxMessage> Insert(SqliteSession session, Func<long>? remember = null)
    {
        var added = new List<OutboxMessage>(messages.Count);
        foreach (var given in messages)
        {
            var message = given.ExchangeId is null && remember is not null ? given with { ExchangeId = remember() } : given;
            var id = session.Number(
                """
                INSERT INTO calls (chat_id, method, payload, file, purpose, exchange_id, edits_reply, created_at)
                SELECT $chat, $method, $payload, $file, $purpose, $exchange, $editsReply, $now
                WHERE NOT EXISTS (SELECT 1 FROM chats WHERE chat_id = $chat AND may_write = 0)
                RETURNING call_id
                """,
                ("$chat", message.ChatId), ("$method", message.Request.Method), ("$payload", message.Request.Json), ("$file", message.Request.File),
                ("$purpose", StoredMessage.PurposeOf(message)), ("$exchange", message.ExchangeId),
                ("$editsReply", message.EditsReply), ("$now", now.ToUnixTimeMilliseconds()));
            if (id is { } number)
                added.Add(new OutboxMessage(number, message, now));
        }

        return added;
    }
}
