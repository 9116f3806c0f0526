using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>The conversations in the archive's SQLite database.</summary>
internal sealed class SqliteConversationStore(SqliteReaders readers, SqliteWriteQueue writes) : IConversationStore
{
    public async Task<IReadOnlyList<Exchange>> ReadRecentAsync(Place place, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => SqliteExchange.Query(
                session,
                "WHERE chat_id = $chat AND thread_id IS $thread AND asked_at >= $since AND digest_id IS NULL ORDER BY asked_at DESC, exchange_id DESC LIMIT $limit",
                ("$chat", place.ChatId), ("$thread", place.ThreadId), ("$since", since.ToUnixTimeMilliseconds()), ("$limit", limit)),
            cancellationToken);

    public Task<Exchange?> FindAsync(long exchangeId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => SqliteExchange.Query(session, "WHERE exchange_id = $id", ("$id", exchangeId)).SingleOrDefault(), cancellationToken);

    public Task<Exchange?> FindByQuestionAsync(long chatId, long messageId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => SqliteExchange.Query(
                session,
                "WHERE chat_id = $chat AND question_message_id = $message AND question_message_id <> 0 ORDER BY asked_at DESC, exchange_id DESC LIMIT 1",
                ("$chat", chatId), ("$message", messageId)).SingleOrDefault(),
            cancellationToken);

    public Task<Exchange?> FindByReplyAsync(long chatId, long messageId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => SqliteExchange.Query(
                session,
                "WHERE chat_id = $chat AND reply_message_id = $message ORDER BY asked_at DESC, exchange_id DESC LIMIT 1",
                ("$chat", chatId), ("$message", messageId)).SingleOrDefault(),
            cancellationToken);

    public async Task<IReadOnlyList<string>> ReadUnansweredAsync(int limit, CancellationToken cancellationToken) =>
        // An administrator asks for this; the table holds what was asked in some weeks.
        await readers.ReadAsync(
            session => session.Query<string>(
                "SELECT asked_as FROM exchanges WHERE is_supported = 0 AND digest_id IS NULL ORDER BY asked_at DESC, exchange_id DESC LIMIT $limit", ("$limit", limit)),
            cancellationToken);

    public Task RateAsync(long exchangeId, long personId, bool isHelpful, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session => session.Run(
                """
                INSERT INTO ratings (exchange_id, person_id, is_helpful)
                SELECT exchange_id, $person, $isHelpful FROM exchanges WHERE exchange_id = $exchange
                ON CONFLICT (exchange_id, person_id) DO UPDATE SET is_helpful = excluded.is_helpful
                """,
                ("$person", personId), ("$isHelpful", isHelpful), ("$exchange", exchangeId)),
            cancellationToken);

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        SqlitePruning.PruneAsync(
            readers, writes,
            "SELECT exchange_id FROM exchanges WHERE asked_at < $before",
            "DELETE FROM exchanges WHERE exchange_id = $id AND asked_at < $before",
            before, cancellationToken);
}
