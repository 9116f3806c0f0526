using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>The chats, and everything that is kept about people, in the archive's SQLite database.</summary>
internal sealed class SqliteChatStore(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : IChatStore
{
    public Task<ChatSettings> GetSettingsAsync(long chatId, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => Settings(session, chatId) ?? ChatSettings.Default, cancellationToken);

    public Task<ChatSettings> ChangeSettingsAsync(long chatId, Func<ChatSettings, ChatSettings> change, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session =>
            {
                var settings = change(Settings(session, chatId) ?? ChatSettings.Default);
                session.Run(
                    """
                    INSERT INTO chats (chat_id, has_chosen, language, shows_quotes, shows_preview)
                    VALUES ($chat, 1, $language, $showsQuotes, $showsPreview)
                    ON CONFLICT (chat_id) DO UPDATE SET has_chosen = 1, language = excluded.language, shows_quotes = excluded.shows_quotes,
                        shows_preview = excluded.shows_preview
                    """,
                    ("$chat", chatId), ("$language", settings.Language), ("$showsQuotes", settings.ShowsQuotes), ("$showsPreview", settings.ShowsPreview));
                return settings;
            },
            cancellationToken);

    public Task SetMayWriteAsync(long chatId, bool mayWrite, CancellationToken cancellationToken)
    {
        var now = time.GetInstant().ToUnixTimeMilliseconds();
        return writes.WriteAsync(
            session =>
            {
                if (mayWrite)
                    return session.Run("UPDATE chats SET may_write = 1 WHERE chat_id = $chat", ("$chat", chatId));
                session.Run("INSERT INTO chats (chat_id, may_write) VALUES ($chat, 0) ON CONFLICT (chat_id) DO UPDATE SET may_write = 0", ("$chat", chatId));
                session.Run(
                    "UPDATE subscriptions SET state = 'blocked', next_due = NULL, revision = revision + 1 WHERE chat_id = $chat AND state = 'active'",
                    ("$chat", chatId));
                return session.Run(
                    """
                    UPDATE calls INDEXED BY calls_open SET state = 'given up', ended_at = $now, payload = NULL, file = NULL, chat_id = NULL,
                        error = 'The chat may not be written to.'
                    WHERE ended_at IS NULL AND state = 'waiting' AND chat_id = $chat
                    """,
                    ("$now", now), ("$chat", chatId));
            },
            cancellationToken);
    }

    public async Task<bool> ReopenAsync(long chatId, CancellationToken cancellationToken)
    {
        if (!await readers.ReadAsync(session => session.Number("SELECT 1 FROM chats WHERE chat_id = $chat AND may_write = 0", ("$chat", chatId)) is not null, cancellationToken))
            return false;
        await SetMayWriteAsync(chatId, mayWrite: true, cancellationToken);
        return true;
    }

    public Task MoveAsync(long fromChatId, long toChatId, CancellationToken cancellationToken) =>
        fromChatId == toChatId
            ? Task.CompletedTask
            : writes.WriteAsync(session => SqliteChatMove.Run(session, fromChatId, toChatId), cancellationToken);

    public Task ExportAsync(long personId, Stream destination, CancellationToken cancellationToken) =>
        PersonExport.WriteAsync(new SqlitePerson(readers, personId), time.GetInstant(), destination, cancellationToken);

    public Task ForgetAsync(long personId, CancellationToken cancellationToken) =>
        writes.WriteAndEmptyLogAsync(session => SqlitePerson.Forget(session, personId), cancellationToken);

    public Task<BotStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session =>
            {
                long Count(string what) => session.Number($"SELECT count(*) FROM {what}") ?? 0;
                return new BotStatistics(
                    Chats: Count("chats"),
                    BlockedChats: Count("chats WHERE may_write = 0"),
                    Subscribers: Count("subscriptions WHERE state = 'active'"),
                    Questions: Count("exchanges WHERE digest_id IS NULL"),
                    Answered: Count("exchanges WHERE is_supported = 1 AND digest_id IS NULL"),
                    Written: Count("exchanges WHERE is_written = 1"),
                    Helpful: Count("ratings WHERE is_helpful = 1"),
                    NotHelpful: Count("ratings WHERE is_helpful = 0"),
                    Watches: Count("watches WHERE is_closed = 0"),
                    WaitingUpdates: Count("updates INDEXED BY updates_open WHERE ended_at IS NULL"),
                    UpdatesSetAside: Count("updates WHERE state = 'set aside'"),
                    WaitingMessages: Count("calls INDEXED BY calls_open WHERE ended_at IS NULL"),
                    MessagesGivenUp: Count("calls WHERE state = 'given up'"));
            },
            cancellationToken);

    /// <summary>What a chat chose; null when the bot does not know it.</summary>
    internal static ChatSettings? Settings(SqliteSession session, long chatId) =>
        session.Find<ChatSettings>("SELECT language, shows_quotes, shows_preview FROM chats WHERE chat_id = $chat", ("$chat", chatId));
}
