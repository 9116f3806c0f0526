using NewsBot.Chats;
using NewsBot.Core.Questions;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>The inbox in the archive's SQLite database.</summary>
internal sealed class SqliteInbox(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : IInbox
{
    public async Task<IReadOnlyList<ReceivedUpdate>> AddAsync(IReadOnlyList<StoredUpdate> updates, CancellationToken cancellationToken)
    {
        var now = time.GetInstant();
        return await writes.WriteAsync(
            session =>
            {
                var added = new List<ReceivedUpdate>(updates.Count);
                foreach (var update in updates)
                {
                    var isNew = session.Run(
                        """
                        INSERT INTO updates (update_id, lane, received_at, payload) VALUES ($id, $lane, $now, $payload)
                        ON CONFLICT DO NOTHING
                        """,
                        ("$id", update.Id), ("$lane", update.Lane), ("$now", now.ToUnixTimeMilliseconds()), ("$payload", update.Json)) > 0;
                    if (isNew)
                        added.Add(new ReceivedUpdate(update, now));
                }

                return added;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ReceivedUpdate>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            // The index is named; otherwise the planner walks every update handled since.
            session => session.Query<WaitingRow>(
                """
                SELECT update_id, lane, payload, received_at FROM updates INDEXED BY updates_open
                WHERE ended_at IS NULL AND update_id > $after AND (1 << (lane & 63)) & $slots <> 0 ORDER BY update_id LIMIT $limit
                """,
                ("$slots", (long)slots.Bits), ("$after", afterId), ("$limit", limit))
                .ConvertAll(row => new ReceivedUpdate(new StoredUpdate(row.UpdateId, row.Lane, row.Payload), StoredInstant.Instant(row.ReceivedAt))),
            cancellationToken);

    public Task<BegunUpdate?> BeginAsync(long updateId, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session => session.Find<BegunRow>(
                "UPDATE updates SET tries = tries + 1 WHERE update_id = $id AND ended_at IS NULL RETURNING lane, payload, received_at, tries",
                ("$id", updateId)) is { } row
                ? new BegunUpdate(new ReceivedUpdate(new StoredUpdate(updateId, row.Lane, row.Payload), StoredInstant.Instant(row.ReceivedAt)), (int)row.Tries)
                : null,
            cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> CompleteAsync(long updateId, UpdateResult result, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        var messages = new SqliteOutboxRows(result.Messages, time);
        var exchange = result.Exchange is { } given ? new SqliteExchange(given) : null;
        return await writes.WriteAsync(
            session =>
            {
                if (session.Find<EndedRow>(
                    """
                    UPDATE updates SET state = 'handled', ended_at = $now, payload = NULL, lane = NULL, error = NULL
                    WHERE update_id = $id AND ended_at IS NULL RETURNING is_forgotten, quotes_forgotten
                    """,
                    ("$now", now), ("$id", updateId)) is not { } ended)
                {
                    return [];
                }

                // Who was forgotten while the question was answered gets the answer, and nothing is kept of it.
                if (ended.IsForgotten == 0)
                    exchange?.Upsert(session);
                if (ended.IsForgotten + ended.QuotesForgotten > 0)
                    writes.OweLog();
                return messages.Insert(session);
            },
            cancellationToken);
    }

    public Task SetAsideAsync(long updateId, string error, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return writes.WriteAsync(
            session =>
            {
                var isForgotten = session.Number(
                    """
                    UPDATE updates SET state = 'set aside', ended_at = $now, error = iif(is_forgotten OR quotes_forgotten, NULL, $error),
                        payload = iif(is_forgotten OR quotes_forgotten, NULL, payload), lane = iif(is_forgotten OR quotes_forgotten, NULL, lane)
                    WHERE update_id = $id AND ended_at IS NULL RETURNING is_forgotten OR quotes_forgotten
                    """,
                    ("$now", now), ("$error", error), ("$id", updateId));
                if (isForgotten is 1)
                    writes.OweLog();
                return isForgotten is not null;
            },
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        SqlitePruning.PruneAsync(
            readers, writes,
            "SELECT update_id FROM updates WHERE ended_at < $before",
            "DELETE FROM updates WHERE update_id = $id AND ended_at < $before",
            before, cancellationToken);

    private sealed record EndedRow(long IsForgotten, long QuotesForgotten);

    private sealed record BegunRow(long Lane, string Payload, long ReceivedAt, long Tries);

    private sealed record WaitingRow(long UpdateId, long Lane, string Payload, long ReceivedAt);
}
