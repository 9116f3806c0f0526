using Microsoft.Data.Sqlite;
using NewsBot.Chats;

namespace NewsBot.Storage.Sqlite;

/// <summary>Calls on their way into the table 'calls', made into text before they wait for the writing connection.</summary>
internal sealed class SqliteOutboxRows(IReadOnlyList<NewOutboxMessage> calls, TimeProvider time)
{
    private readonly DateTimeOffset now = time.GetInstant();
    private readonly string[] payloads = [.. calls.Select(call => StoredJson.Write(call.Call))];

    /// <summary>Adds them but for those into chats that may not be written to.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="remember">Stores the exchange of a call that is none's yet, and gives its id; null to leave such calls without.</param>
    /// <returns>Those that now wait, in order.</returns>
    public List<OutboxMessage> Insert(SqliteSession session, Func<long>? remember = null)
    {
        var added = new List<OutboxMessage>(calls.Count);
        for (var index = 0; index < calls.Count; index++)
        {
            var call = calls[index];
            if (call.ExchangeId is null && remember is not null)
                call = call with { ExchangeId = remember() };
            var id = session.Number(
                """
                INSERT INTO calls (chat_id, payload, purpose, exchange_id, created_at)
                SELECT $chat, $payload, $purpose, $exchange, $now
                WHERE NOT EXISTS (SELECT 1 FROM chats WHERE chat_id = $chat AND may_write = 0)
                RETURNING call_id
                """,
                ("$chat", call.Call.ChatId), ("$payload", payloads[index]), ("$purpose", call.Purpose == MessagePurpose.Digest ? "digest" : "answer"),
                ("$exchange", call.ExchangeId), ("$now", now.ToUnixTimeMilliseconds()));
            if (id is { } given)
                added.Add(new OutboxMessage(given, call.Call, call.Purpose, call.ExchangeId, now));
        }

        return added;
    }

    /// <summary>The call of a row of call_id, payload, purpose, exchange_id, created_at.</summary>
    public static OutboxMessage Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        StoredJson.ReadCall(row.GetString(1)),
        row.GetString(2) == "digest" ? MessagePurpose.Digest : MessagePurpose.Answer,
        row.NullableInt64(3),
        row.Instant(4));
}
