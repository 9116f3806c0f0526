using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Postgres;

/// <summary>The chats, and everything that is kept about people, in a PostgreSQL database.</summary>
internal sealed class PostgresChatStore(PostgresDatabase database, TimeProvider time) : IChatStore
{
    public async Task<ChatSettings> GetSettingsAsync(long chatId, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => SettingsAsync(session, chatId), cancellationToken) ?? ChatSettings.Default;

    public Task<ChatSettings> ChangeSettingsAsync(long chatId, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                // There is a row to lock, so that of two changes at once the second sees the first.
                await session.RunAsync("INSERT INTO chats (chat_id) VALUES (@chat) ON CONFLICT DO NOTHING", ("@chat", chatId));
                await session.NumberAsync("SELECT chat_id FROM chats WHERE chat_id = @chat FOR UPDATE", ("@chat", chatId));
                var settings = change(await SettingsAsync(session, chatId) ?? ChatSettings.Default);
                await session.RunAsync(
                    "UPDATE chats SET has_chosen = true, language = @language, shows_quotes = @showsQuotes, shows_preview = @showsPreview WHERE chat_id = @chat",
                    ("@chat", chatId), ("@language", settings.Language), ("@showsQuotes", settings.ShowsQuotes), ("@showsPreview", settings.ShowsPreview));
                return settings;
            },
            cancellationToken);

    public Task SetMayWriteAsync(long chatId, bool mayWrite, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async session =>
            {
                if (mayWrite)
                    return await session.RunAsync("UPDATE chats SET may_write = true WHERE chat_id = @chat", ("@chat", chatId));
                await PostgresSlots.EnterAsync(session, [chatId]);
                await session.RunAsync(
                    "UPDATE subscriptions SET state = 'blocked', next_due = NULL, revision = revision + 1 WHERE chat_id = @chat AND state = 'active'",
                    ("@chat", chatId));
                await session.RunAsync(
                    "INSERT INTO chats (chat_id, may_write) VALUES (@chat, false) ON CONFLICT (chat_id) DO UPDATE SET may_write = false", ("@chat", chatId));
                return await session.RunAsync(
                    """
                    UPDATE outbox SET state = 'given up', ended_at = @now, payload = NULL, file = NULL, chat_id = NULL,
                        error = 'The chat may not be written to.'
                    WHERE ended_at IS NULL AND state = 'waiting' AND chat_id = @chat
                    """,
                    ("@now", now), ("@chat", chatId));
            },
            cancellationToken);
    }

    public async Task<bool> ReopenAsync(long chatId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.NumberAsync("SELECT chat_id FROM chats WHERE chat_id = @chat AND NOT may_write", ("@chat", chatId)), cancellationToken) is not null
        && await database.WriteAsync(
            session => session.RunAsync("UPDATE chats SET may_write = true WHERE chat_id = @chat AND NOT may_write", ("@chat", chatId)), cancellationToken) > 0;

    public Task MoveAsync(long fromChatId, long toChatId, CancellationToken cancellationToken) =>
        fromChatId == toChatId
            ? Task.CompletedTask
            : database.WriteAsync(session => PostgresChatMove.RunAsync(session, fromChatId, toChatId), cancellationToken);

    public Task ExportAsync(long personId, Stream destination, CancellationToken cancellationToken) =>
        PersonExport.WriteAsync(new PostgresPerson(database, personId), time.GetInstant(), destination, cancellationToken);

    public Task ForgetAsync(long personId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => PostgresPerson.ForgetAsync(session, personId), cancellationToken);

    public async Task<BotStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            session => session.FindAsync<BotStatistics>(
                """
                SELECT
                    (SELECT count(*) FROM chats) AS chats,
                    (SELECT count(*) FROM chats WHERE NOT may_write) AS blocked_chats,
                    (SELECT count(*) FROM subscriptions WHERE state = 'active') AS subscribers,
                    (SELECT count(*) FROM exchanges WHERE digest_id IS NULL) AS questions,
                    (SELECT count(*) FROM exchanges WHERE is_supported AND digest_id IS NULL) AS answered,
                    (SELECT count(*) FROM exchanges WHERE is_written) AS written,
                    (SELECT count(*) FROM ratings WHERE is_helpful) AS helpful,
                    (SELECT count(*) FROM ratings WHERE NOT is_helpful) AS not_helpful,
                    (SELECT count(*) FROM watches WHERE NOT is_closed) AS watches,
                    (SELECT count(*) FROM updates WHERE ended_at IS NULL) AS waiting_updates,
                    (SELECT count(*) FROM updates WHERE state = 'set aside') AS updates_set_aside,
                    (SELECT count(*) FROM outbox WHERE ended_at IS NULL) AS waiting_messages,
                    (SELECT count(*) FROM outbox WHERE state = 'given up') AS messages_given_up
                """),
            cancellationToken))!;

    /// <summary>What a chat chose; null when the bot does not know it.</summary>
    internal static Task<ChatSettings?> SettingsAsync(PostgresSession session, long chatId) =>
        session.FindAsync<ChatSettings>("SELECT language, shows_quotes, shows_preview FROM chats WHERE chat_id = @chat", ("@chat", chatId));
}
