using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Postgres;

/// <summary>The conversations in a PostgreSQL database.</summary>
internal sealed class PostgresConversationStore(PostgresDatabase database) : IConversationStore
{
    public async Task<IReadOnlyList<Exchange>> ReadRecentAsync(Place place, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => PostgresExchange.QueryAsync(
                session,
                """
                WHERE chat_id = @chat AND thread_id IS NOT DISTINCT FROM @thread AND asked_at >= @since AND digest_id IS NULL
                ORDER BY asked_at DESC, exchange_id DESC LIMIT @limit
                """,
                ("@chat", place.ChatId), ("@thread", place.ThreadId), ("@since", since.ToUnixTimeMilliseconds()), ("@limit", limit)),
            cancellationToken);

    public Task<Exchange?> FindAsync(long exchangeId, CancellationToken cancellationToken) =>
        FindAsync("WHERE exchange_id = @id", cancellationToken, ("@id", exchangeId));

    public Task<Exchange?> FindByQuestionAsync(long chatId, long messageId, CancellationToken cancellationToken) =>
        FindAsync(
            "WHERE chat_id = @chat AND question_message_id = @message AND question_message_id <> 0 ORDER BY asked_at DESC, exchange_id DESC LIMIT 1",
            cancellationToken, ("@chat", chatId), ("@message", messageId));

    public Task<Exchange?> FindByReplyAsync(long chatId, long messageId, CancellationToken cancellationToken) =>
        FindAsync(
            "WHERE chat_id = @chat AND reply_message_id = @message ORDER BY asked_at DESC, exchange_id DESC LIMIT 1",
            cancellationToken, ("@chat", chatId), ("@message", messageId));

    public async Task<IReadOnlyList<string>> ReadUnansweredAsync(int limit, CancellationToken cancellationToken) =>
        // An administrator asks for this; the table holds what was asked in some weeks.
        await database.ReadAsync(
            session => session.QueryAsync<string>(
                "SELECT asked_as FROM exchanges WHERE NOT is_supported AND digest_id IS NULL ORDER BY asked_at DESC, exchange_id DESC LIMIT @limit", ("@limit", limit)),
            cancellationToken);

    public Task RateAsync(long exchangeId, long personId, bool isHelpful, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.RunAsync(
                """
                INSERT INTO ratings (exchange_id, person_id, is_helpful)
                SELECT exchange_id, @person, @isHelpful FROM exchanges WHERE exchange_id = @exchange FOR KEY SHARE
                ON CONFLICT (exchange_id, person_id) DO UPDATE SET is_helpful = excluded.is_helpful
                """,
                ("@person", personId), ("@isHelpful", isHelpful), ("@exchange", exchangeId)),
            cancellationToken);

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        PostgresPruning.PruneAsync(
            database,
            "DELETE FROM exchanges WHERE exchange_id IN (SELECT exchange_id FROM exchanges WHERE asked_at < @before ORDER BY asked_at LIMIT @limit FOR UPDATE SKIP LOCKED)",
            before, cancellationToken);

    private async Task<Exchange?> FindAsync(string where, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        (await database.ReadAsync(session => PostgresExchange.QueryAsync(session, where, parameters), cancellationToken)).SingleOrDefault();
}
