using NewsBot.Chats;
using NewsBot.Hosting;

namespace NewsBot.Storage.Postgres;

/// <summary>The inbox in a PostgreSQL database.</summary>
internal sealed class PostgresInbox(PostgresDatabase database, PostgresFence fence, TimeProvider time) : IInbox
{
    public async Task<IReadOnlyList<ReceivedUpdate>> AddAsync(IReadOnlyList<StoredUpdate> updates, CancellationToken cancellationToken)
    {
        var now = time.GetInstant();
        // In the order of ids: two processes that store the same updates at once never wait for each other in a circle.
        var rows = updates.OrderBy(update => update.Id).Select(update => (Update: update, People: UpdateJson.People(update.Json))).ToArray();
        var added = await database.WriteAsync(
            async session => (await session.QueryAsync<long>(
                """
                INSERT INTO updates (update_id, slot, lane, sender_id, quoted_id, payload, received_at)
                SELECT id, slot, lane, sender, quoted, payload, @now
                FROM unnest(@ids, @slots, @lanes, @senders, @quoted, @payloads) AS given (id, slot, lane, sender, quoted, payload)
                ON CONFLICT DO NOTHING
                RETURNING update_id
                """,
                ("@now", now.ToUnixTimeMilliseconds()),
                ("@ids", Array.ConvertAll(rows, row => row.Update.Id)), ("@slots", Array.ConvertAll(rows, row => PostgresSlots.Of(row.Update.Lane))),
                ("@lanes", Array.ConvertAll(rows, row => row.Update.Lane)), ("@senders", Array.ConvertAll(rows, row => row.People.Sender)),
                ("@quoted", Array.ConvertAll(rows, row => row.People.Quoted)), ("@payloads", Array.ConvertAll(rows, row => row.Update.Json)))).ToHashSet(),
            cancellationToken);

        // Of two with one id the first is the one that is stored.
        return [.. updates.Where(update => added.Remove(update.Id)).Select(update => new ReceivedUpdate(update, now))];
    }

    /// <remarks>
    /// The ids are Telegram's: when several processes take updates, an update may be stored after another with a higher id. Who waits for updates that other processes
    /// store reads all that wait, and leaves out those that it has.
    /// </remarks>
    public async Task<IReadOnlyList<ReceivedUpdate>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async session => (await session.QueryAsync<WaitingRow>(
                """
                SELECT update_id, lane, payload, received_at FROM updates
                WHERE ended_at IS NULL AND slot = ANY(@slots) AND update_id > @after ORDER BY update_id LIMIT @limit
                """,
                ("@slots", PostgresSlots.Of(slots)), ("@after", afterId), ("@limit", limit)))
                .ConvertAll(row => new ReceivedUpdate(new StoredUpdate(row.UpdateId, row.Lane, row.Payload), StoredInstant.Instant(row.ReceivedAt))),
            cancellationToken);

    public Task<BegunUpdate?> BeginAsync(long updateId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await TakeAsync(session, updateId) is not null && await session.FindAsync<BegunRow>(
                "UPDATE updates SET tries = tries + 1 WHERE update_id = @id RETURNING lane, payload, received_at, tries", ("@id", updateId)) is { } row
                ? new BegunUpdate(new ReceivedUpdate(new StoredUpdate(updateId, row.Lane, row.Payload), StoredInstant.Instant(row.ReceivedAt)), (int)row.Tries)
                : null,
            cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> CompleteAsync(long updateId, UpdateResult result, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        var messages = new PostgresOutboxRows(result.Messages, time);
        return await database.WriteAsync(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, messages.ChatIds);
                if (await TakeAsync(session, updateId) is not { } update)
                    return [];
                await session.RunAsync(
                    """
                    UPDATE updates SET state = 'handled', ended_at = @now, payload = NULL, lane = NULL, sender_id = NULL, quoted_id = NULL, error = NULL
                    WHERE update_id = @id
                    """,
                    ("@now", now), ("@id", updateId));
                // Who was forgotten while the question was answered gets the answer, and nothing is kept of it.
                if (result.Exchange is { } exchange && !update.IsForgotten)
                    await PostgresExchange.UpsertAsync(session, exchange);
                return await messages.InsertAsync(session);
            },
            cancellationToken);
    }

    public Task SetAsideAsync(long updateId, string error, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async session => await TakeAsync(session, updateId) is { } update
                ? await session.RunAsync(
                    """
                    UPDATE updates SET state = 'set aside', ended_at = @now, error = CASE WHEN @keeps THEN @error END,
                        payload = CASE WHEN @keeps THEN payload END, lane = CASE WHEN @keeps THEN lane END,
                        sender_id = CASE WHEN @keeps THEN sender_id END, quoted_id = CASE WHEN @keeps THEN quoted_id END
                    WHERE update_id = @id
                    """,
                    ("@now", now), ("@error", error), ("@id", updateId), ("@keeps", !update.IsForgotten && !update.QuotesForgotten))
                : 0,
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        PostgresPruning.PruneAsync(
            database,
            "DELETE FROM updates WHERE update_id IN (SELECT update_id FROM updates WHERE ended_at < @before ORDER BY ended_at LIMIT @limit FOR UPDATE SKIP LOCKED)",
            before, cancellationToken);

    /// <summary>Keeps others from ending an update, and from taking its slot, before this transaction is over.</summary>
    /// <returns>Null when it does not wait, or another process has its slot.</returns>
    private async Task<TakenRow?> TakeAsync(PostgresSession session, long updateId) =>
        await session.FindAsync<TakenRow>(
            "SELECT slot, is_forgotten, quotes_forgotten FROM updates WHERE update_id = @id AND ended_at IS NULL FOR UPDATE", ("@id", updateId)) is { } row
        && await fence.HoldsAsync(session, row.Slot)
            ? row
            : null;

    private sealed record TakenRow(short Slot, bool IsForgotten, bool QuotesForgotten);

    private sealed record BegunRow(long Lane, string Payload, long ReceivedAt, long Tries);

    private sealed record WaitingRow(long UpdateId, long Lane, string Payload, long ReceivedAt);
}
