using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>The outbox in the archive's SQLite database.</summary>
internal sealed class SqliteOutbox(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : IOutbox
{
    public async Task<IReadOnlyList<OutboxMessage>> AddAsync(IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken) =>
        await AddAsync(new SqliteOutboxRows(messages, time), cancellationToken);

    public Task<(int Again, int GivenUp)> RecoverAsync(SlotSet slots, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return writes.WriteAsync(
            session =>
            {
                var givenUp = session.Run(
                    """
                    UPDATE calls INDEXED BY calls_open SET state = 'given up', ended_at = $now, payload = NULL, file = NULL, chat_id = NULL,
                        error = 'The process ended while it was being made.'
                    WHERE ended_at IS NULL AND state = 'being made' AND (purpose <> 'answer' OR was_recovered) AND (1 << (chat_id & 63)) & $slots <> 0
                    """,
                    ("$now", now), ("$slots", (long)slots.Bits));
                var again = session.Run(
                    """
                    UPDATE calls INDEXED BY calls_open SET state = 'waiting', was_recovered = 1
                    WHERE ended_at IS NULL AND state = 'being made' AND (1 << (chat_id & 63)) & $slots <> 0
                    """,
                    ("$slots", (long)slots.Bits));
                return (again, givenUp);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            // The index is named; otherwise the planner walks every message sent since.
            session => session.Query<StoredMessage>(
                $"""
                SELECT {StoredMessage.Columns} FROM calls INDEXED BY calls_open
                WHERE ended_at IS NULL AND state = 'waiting' AND call_id > $after AND (1 << (chat_id & 63)) & $slots <> 0 ORDER BY call_id LIMIT $limit
                """,
                ("$slots", (long)slots.Bits), ("$after", afterId), ("$limit", limit))
                .ConvertAll(row => row.ToMessage()),
            cancellationToken);

    public Task<BegunMessage?> BeginAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session =>
            {
                if (session.Run("UPDATE calls SET state = 'being made', tries = tries + 1 WHERE call_id = $id AND ended_at IS NULL", ("$id", message.Id)) == 0)
                    return null;
                return new BegunMessage(message.Content is { EditsReply: true, ExchangeId: { } exchange }
                    ? session.Number("SELECT reply_message_id FROM exchanges WHERE exchange_id = $id", ("$id", exchange))
                    : null);
            },
            cancellationToken);

    public Task CompleteAsync(OutboxMessage message, long? messageId, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return writes.WriteAsync(
            session =>
            {
                End(session, message.Id, "made", now, null);
                return message.Content is { EditsReply: false, ExchangeId: { } exchange } && messageId is { } sent
                    ? session.Run("UPDATE exchanges SET reply_message_id = $message WHERE exchange_id = $id", ("$message", sent), ("$id", exchange))
                    : 0;
            },
            cancellationToken);
    }

    public Task ReturnAsync(long id, string error, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session => session.Run("UPDATE calls SET state = 'waiting', error = $error WHERE call_id = $id AND ended_at IS NULL", ("$error", error), ("$id", id)),
            cancellationToken);

    public Task GiveUpAsync(long id, string error, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return writes.WriteAsync(session => End(session, id, "given up", now, error), cancellationToken);
    }

    public Task HoldAsync(long chatId, TimeSpan wait, CancellationToken cancellationToken)
    {
        var (until, told) = ((time.GetInstant() + wait).ToUnixTimeMilliseconds(), (long)wait.TotalMilliseconds);
        return writes.WriteAsync(
            session => session.Run(
                "INSERT INTO holds (chat_id, until, wait) VALUES ($chat, $until, $wait) ON CONFLICT (chat_id) DO UPDATE SET until = excluded.until, wait = excluded.wait",
                ("$chat", chatId), ("$until", until), ("$wait", told)),
            cancellationToken);
    }

    public async Task<IReadOnlyList<(long ChatId, TimeSpan Wait)>> ReadHoldsAsync(SlotSet slots, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return await readers.ReadAsync(
            session => session.Query<HoldRow>(
                "SELECT chat_id, min(until - $now, wait) AS left FROM holds WHERE until > $now AND (1 << (chat_id & 63)) & $slots <> 0",
                ("$now", now), ("$slots", (long)slots.Bits))
                .ConvertAll(row => (row.ChatId, TimeSpan.FromMilliseconds(row.Left))),
            cancellationToken);
    }

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await SqlitePruning.PruneAsync(
            readers, writes,
            "SELECT call_id FROM calls WHERE ended_at < $before",
            "DELETE FROM calls WHERE call_id = $id AND ended_at < $before",
            before, cancellationToken);
        await SqlitePruning.PruneAsync(
            readers, writes,
            "SELECT chat_id FROM holds WHERE until < $before",
            "DELETE FROM holds WHERE chat_id = $id AND until < $before",
            before, cancellationToken);
    }

    private Task<List<OutboxMessage>> AddAsync(SqliteOutboxRows messages, CancellationToken cancellationToken) =>
        writes.WriteAsync(session => messages.Insert(session), cancellationToken);

    private static int End(SqliteSession session, long id, string state, long now, string? error) =>
        session.Run(
            """
            UPDATE calls SET state = $state, ended_at = $now, payload = NULL, file = NULL, chat_id = NULL, error = $error
            WHERE call_id = $id AND ended_at IS NULL
            """,
            ("$state", state), ("$now", now), ("$error", error), ("$id", id));

    private sealed record HoldRow(long ChatId, long Left);
}
