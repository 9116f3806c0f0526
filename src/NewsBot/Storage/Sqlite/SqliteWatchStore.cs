using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>The watches in the archive's SQLite database.</summary>
internal sealed class SqliteWatchStore(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : IWatchStore
{
    public Task<bool> AddAsync(Watch watch, int limit, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session =>
            {
                session.Run(
                    """
                    INSERT INTO watches (watch_id, person_id, chat_id, thread_id, question, language, after_sequence, since)
                    SELECT $id, $person, $chat, $thread, $question, $language, $after, $since
                    WHERE (SELECT count(*) FROM watches WHERE person_id = $person AND is_closed = 0) < $limit
                    ON CONFLICT DO NOTHING
                    """,
                    ("$id", watch.Id), ("$person", watch.PersonId), ("$chat", watch.Place.ChatId), ("$thread", watch.Place.ThreadId),
                    ("$question", watch.Question), ("$language", watch.Language), ("$after", watch.AfterSequence),
                    ("$since", watch.Since.ToUnixTimeMilliseconds()), ("$limit", limit));
                return session.Number("SELECT 1 FROM watches WHERE person_id = $person AND watch_id = $id", ("$person", watch.PersonId), ("$id", watch.Id)) is not null;
            },
            cancellationToken);

    public async Task<IReadOnlyList<Watch>> ReadOpenAsync(int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(session => Query(session, "WHERE is_closed = 0 ORDER BY since, watch_id, person_id LIMIT $limit", ("$limit", limit)), cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> CloseAsync(Watch watch, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken)
    {
        var rows = new SqliteOutboxRows(messages, time);
        return await writes.WriteAsync(
            session =>
            {
                var isClosed = session.Run(
                    "UPDATE watches SET is_closed = 1 WHERE person_id = $person AND watch_id = $id AND is_closed = 0",
                    ("$person", watch.PersonId), ("$id", watch.Id)) > 0;
                return isClosed ? rows.Insert(session) : [];
            },
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        // There are only as many as people asked for by hand: one statement is short.
        writes.WriteAsync(session => session.Run("DELETE FROM watches WHERE since < $before", ("$before", before.ToUnixTimeMilliseconds())), cancellationToken);

    /// <summary>The watches of a condition and an order.</summary>
    public static List<Watch> Query(SqliteSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Query<StoredWatch>($"SELECT {StoredWatch.Columns} FROM watches {where}", parameters).ConvertAll(row => row.ToWatch());
}
