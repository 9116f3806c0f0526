using NewsBot.Chats;
using NewsBot.Hosting;

namespace NewsBot.Storage.Postgres;

/// <summary>The outbox in a PostgreSQL database.</summary>
/// <remarks>The waits of chats go by the database's clock: the next process to send there may have another one.</remarks>
internal sealed class PostgresOutbox(PostgresDatabase database, PostgresFence fence, TimeProvider time) : IOutbox
{
    private const string Now = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public async Task<IReadOnlyList<OutboxMessage>> AddAsync(IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken)
    {
        var rows = new PostgresOutboxRows(messages, time);
        return await database.WriteAsync(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, rows.ChatIds);
                return await rows.InsertAsync(session);
            },
            cancellationToken);
    }

    public Task<(int Again, int GivenUp)> RecoverAsync(SlotSet slots, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async session =>
            {
                var givenUp = await session.RunAsync(
                    """
                    UPDATE outbox SET state = 'given up', ended_at = @now, payload = NULL, file = NULL, chat_id = NULL,
                        error = 'The process ended while it was being made.'
                    WHERE ended_at IS NULL AND slot = ANY(@slots) AND state = 'being made' AND (purpose <> 'answer' OR was_recovered)
                    """,
                    ("@now", now), ("@slots", PostgresSlots.Of(slots)));
                var again = await session.RunAsync(
                    "UPDATE outbox SET state = 'waiting', was_recovered = true WHERE ended_at IS NULL AND slot = ANY(@slots) AND state = 'being made'",
                    ("@slots", PostgresSlots.Of(slots)));
                return (again, givenUp);
            },
            cancellationToken);
    }

    /// <remarks>Messages of one chat become visible in the order of their ids, whoever adds them; see <see cref="PostgresSlots"/>.</remarks>
    public async Task<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async session => (await session.QueryAsync<StoredMessage>(
                $"""
                SELECT {StoredMessage.Columns} FROM outbox
                WHERE ended_at IS NULL AND slot = ANY(@slots) AND state = 'waiting' AND call_id > @after ORDER BY call_id LIMIT @limit
                """,
                ("@slots", PostgresSlots.Of(slots)), ("@after", afterId), ("@limit", limit)))
                .ConvertAll(row => row.ToMessage()),
            cancellationToken);

    public Task<BegunMessage?> BeginAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                if (!await TakeAsync(session, message.Id))
                    return null;
                await session.RunAsync("UPDATE outbox SET state = 'being made', tries = tries + 1 WHERE call_id = @id", ("@id", message.Id));
                return new BegunMessage(message.Content is { EditsReply: true, ExchangeId: { } exchange }
                    ? await session.NumberAsync("SELECT reply_message_id FROM exchanges WHERE exchange_id = @id", ("@id", exchange))
                    : null);
            },
            cancellationToken);

    public Task CompleteAsync(OutboxMessage message, long? messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                if (await EndAsync(session, message.Id, "made", null) && message.Content is { EditsReply: false, ExchangeId: { } exchange } && messageId is { } sent)
                    await session.RunAsync("UPDATE exchanges SET reply_message_id = @message WHERE exchange_id = @id", ("@message", sent), ("@id", exchange));
                return true;
            },
            cancellationToken);

    public Task ReturnAsync(long id, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await TakeAsync(session, id)
                && await session.RunAsync("UPDATE outbox SET state = 'waiting', error = @error WHERE call_id = @id", ("@error", error), ("@id", id)) > 0,
            cancellationToken);

    public Task GiveUpAsync(long id, string error, CancellationToken cancellationToken) =>
        database.WriteAsync(async session => await TakeAsync(session, id) && await EndAsync(session, id, "given up", error), cancellationToken);

    public Task HoldAsync(long chatId, TimeSpan wait, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync(
            $"""
            INSERT INTO holds (chat_id, until, wait) VALUES (@chat, {Now} + @wait, @wait)
            ON CONFLICT (chat_id) DO UPDATE SET until = excluded.until, wait = excluded.wait
            """,
            ("@chat", chatId), ("@wait", (long)wait.TotalMilliseconds)),
        cancellationToken);

    public async Task<IReadOnlyList<(long ChatId, TimeSpan Wait)>> ReadHoldsAsync(SlotSet slots, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async session => (await session.QueryAsync<HoldRow>(
                $"SELECT chat_id, least(until - {Now}, wait) AS remaining FROM holds WHERE until > {Now} AND (chat_id & 63) = ANY(@slots)",
                ("@slots", PostgresSlots.Of(slots))))
                .ConvertAll(row => (row.ChatId, TimeSpan.FromMilliseconds(row.Remaining))),
            cancellationToken);

    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await PostgresPruning.PruneAsync(
            database,
            "DELETE FROM outbox WHERE call_id IN (SELECT call_id FROM outbox WHERE ended_at < @before ORDER BY ended_at LIMIT @limit FOR UPDATE SKIP LOCKED)",
            before, cancellationToken);
        await PostgresPruning.PruneAsync(
            database,
            $"DELETE FROM holds WHERE chat_id IN (SELECT chat_id FROM holds WHERE until < least(@before, {Now}) ORDER BY until LIMIT @limit FOR UPDATE SKIP LOCKED)",
            before, cancellationToken);
    }

    /// <summary>Keeps others from ending a message, and from taking its slot, before this transaction is over.</summary>
    /// <returns>False when it has ended or another process has its slot, and nothing may be noted of it.</returns>
    private async Task<bool> TakeAsync(PostgresSession session, long id) =>
        await session.NumberAsync("SELECT slot::bigint FROM outbox WHERE call_id = @id AND ended_at IS NULL FOR UPDATE", ("@id", id)) is { } slot
        && await fence.HoldsAsync(session, (short)slot);

    private async Task<bool> EndAsync(PostgresSession session, long id, string state, string? error) =>
        await session.RunAsync(
            "UPDATE outbox SET state = @state, ended_at = @now, payload = NULL, file = NULL, chat_id = NULL, error = @error WHERE call_id = @id AND ended_at IS NULL",
            ("@state", state), ("@now", time.GetInstant().ToUnixTimeMilliseconds()), ("@error", error), ("@id", id)) > 0;

    private sealed record HoldRow(long ChatId, long Remaining);
}
