using NewsBot.Chats;

namespace NewsBot.Storage.Postgres;

/// <summary>Messages on their way into the table 'outbox'.</summary>
internal sealed class PostgresOutboxRows(IReadOnlyList<NewOutboxMessage> messages, TimeProvider time)
{
    private readonly DateTimeOffset now = time.GetInstant();

    /// <summary>The chats that the messages go to.</summary>
    public IEnumerable<long> ChatIds => messages.Select(message => message.ChatId);

    /// <summary>Adds the messages, except those to chats that may not be written to.</summary>
    /// <param name="session">In a transaction that entered the chats' slots.</param>
    /// <param name="remember">Stores the exchange of a message that has none yet, and gives its id; null to leave such messages without one.</param>
    /// <returns>Those that now wait, in order.</returns>
    public async Task<List<OutboxMessage>> InsertAsync(PostgresSession session, Func<Task<long>>? remember = null)
    {
        var added = new List<OutboxMessage>(messages.Count);
        foreach (var given in messages)
        {
            var message = given.ExchangeId is null && remember is not null ? given with { ExchangeId = await remember() } : given;
            var id = await session.NumberAsync(
                """
                INSERT INTO outbox (slot, chat_id, method, payload, file, purpose, exchange_id, edits_reply, created_at)
                SELECT @slot, @chat, @method, @payload, @file, @purpose, @exchange, @editsReply, @now
                WHERE NOT EXISTS (SELECT 1 FROM chats WHERE chat_id = @chat AND NOT may_write)
                RETURNING call_id
                """,
                ("@slot", PostgresSlots.Of(message.ChatId)), ("@chat", message.ChatId), ("@method", message.Request.Method), ("@payload", message.Request.Json),
                ("@file", message.Request.File), ("@purpose", StoredMessage.PurposeOf(message)), ("@exchange", message.ExchangeId),
                ("@editsReply", message.EditsReply), ("@now", now.ToUnixTimeMilliseconds()));
            if (id is { } number)
                added.Add(new OutboxMessage(number, message, now));
        }

        return added;
    }
}
