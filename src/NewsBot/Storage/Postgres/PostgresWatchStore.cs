using NewsBot.Chats;

namespace NewsBot.Storage.Postgres;

/// <summary>The watches in a PostgreSQL database.</summary>
internal sealed class PostgresWatchStore(PostgresDatabase database, TimeProvider time) : IWatchStore
{
    public Task<bool> AddAsync(Watch watch, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                // One at a time for a person: each counts what the other added.
                await PostgresSlots.EnterAsync(session, [watch.PersonId]);
                await session.RunAsync(
                    """
                    INSERT INTO watches (watch_id, person_id, chat_id, thread_id, question, language, after_sequence, since)
                    SELECT @id, @person, @chat, @thread, @question, @language, @after, @since
                    WHERE (SELECT count(*) FROM watches WHERE person_id = @person AND NOT is_closed) < @limit
                    ON CONFLICT DO NOTHING
                    """,
                    ("@id", watch.Id), ("@person", watch.PersonId), ("@chat", watch.Place.ChatId), ("@thread", watch.Place.ThreadId),
                    ("@question", watch.Question), ("@language", watch.Language), ("@after", watch.AfterSequence),
                    ("@since", watch.Since.ToUnixTimeMilliseconds()), ("@limit", limit));
                return await session.NumberAsync(
                    "SELECT watch_id FROM watches WHERE person_id = @person AND watch_id = @id", ("@person", watch.PersonId), ("@id", watch.Id)) is not null;
            },
            cancellationToken);

    public async Task<IReadOnlyList<Watch>> ReadOpenAsync(int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => QueryAsync(session, "WHERE NOT is_closed ORDER BY since, watch_id, person_id LIMIT @limit", ("@limit", limit)), cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> CloseAsync(Watch watch, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken)
    {
        var rows = new PostgresOutboxRows(messages, time);
        return await database.WriteAsync(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, rows.ChatIds);
                var isClosed = await session.RunAsync(
                    "UPDATE watches SET is_closed = true WHERE person_id = @person AND watch_id = @id AND NOT is_closed",
                    ("@person", watch.PersonId), ("@id", watch.Id)) > 0;
                return isClosed ? await rows.InsertAsync(session) : [];
            },
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        // There are only as many as people asked for by hand: one statement is short.
        database.WriteAsync(session => session.RunAsync("DELETE FROM watches WHERE since < @before", ("@before", before.ToUnixTimeMilliseconds())), cancellationToken);

    /// <summary>The watches of a condition and an order.</summary>
    public static async Task<List<Watch>> QueryAsync(PostgresSession session, string where, params (string Name, object? Value)[] parameters) =>
        (await session.QueryAsync<StoredWatch>($"SELECT {StoredWatch.Columns} FROM watches {where}", parameters)).ConvertAll(row => row.ToWatch());
}
