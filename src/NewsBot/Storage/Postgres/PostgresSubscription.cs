using NewsBot.Chats;

namespace NewsBot.Storage.Postgres;

/// <summary>Rows of the table 'subscriptions'.</summary>
internal static class PostgresSubscription
{
    /// <summary>The subscriptions of a condition and an order.</summary>
    public static async Task<List<Subscription>> QueryAsync(PostgresSession session, string where, params (string Name, object? Value)[] parameters) =>
        (await session.QueryAsync<StoredSubscription>($"SELECT {StoredSubscription.Columns} FROM subscriptions {where}", parameters))
        .ConvertAll(row => row.ToSubscription());

    /// <summary>The subscription of a chat; null when it has none.</summary>
    public static async Task<Subscription?> FindAsync(PostgresSession session, long chatId) =>
        (await QueryAsync(session, "WHERE chat_id = @chat", ("@chat", chatId))).SingleOrDefault();

    /// <summary>The same, and nobody else changes it before this transaction is over.</summary>
    public static async Task<Subscription?> TakeAsync(PostgresSession session, long chatId) =>
        (await QueryAsync(session, "WHERE chat_id = @chat FOR UPDATE OF subscriptions", ("@chat", chatId))).SingleOrDefault();

    /// <summary>Stores a subscription as the next revision.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="subscription">The new state.</param>
    /// <param name="isNew">Whether the chat had none; if it has one by now, nothing is stored.</param>
    /// <returns>Whether it is stored.</returns>
    public static async Task<bool> TryStoreAsync(PostgresSession session, Subscription subscription, bool isNew)
    {
        var stored = await session.RunAsync(
            """
            INSERT INTO subscriptions (chat_id, thread_id, state, minute, zone, days, max_stories, topics, mutes, article_language, language,
                is_quiet, last_date, last_end, last_digests, next_due, awaits, awaited_id, likeness, revision)
            VALUES (@chat, @thread, @state, @minute, @zone, @days, @stories, @topics, @mutes, @articleLanguage, @language,
                @isQuiet, @lastDate, @lastEnd, @lastDigests, @nextDue, @awaits, @awaited, @likeness, 1)
            ON CONFLICT (chat_id) DO UPDATE SET thread_id = excluded.thread_id, state = excluded.state, minute = excluded.minute, zone = excluded.zone,
                days = excluded.days, max_stories = excluded.max_stories, topics = excluded.topics, mutes = excluded.mutes,
                article_language = excluded.article_language, language = excluded.language, is_quiet = excluded.is_quiet, last_date = excluded.last_date,
                last_end = excluded.last_end, last_digests = excluded.last_digests, next_due = excluded.next_due, awaits = excluded.awaits,
                awaited_id = excluded.awaited_id, likeness = excluded.likeness, revision = subscriptions.revision + 1
            WHERE NOT @isNew
            """,
            ("@chat", subscription.Place.ChatId), ("@thread", subscription.Place.ThreadId), ("@state", StoredSubscription.StateOf(subscription)),
            ("@minute", StoredSubscription.MinuteOf(subscription)), ("@zone", subscription.Zone), ("@days", (int)subscription.Days),
            ("@stories", subscription.MaxStories), ("@topics", StoredJson.Write(subscription.Topics)), ("@mutes", StoredJson.Write(subscription.Mutes)),
            ("@articleLanguage", subscription.ArticleLanguage), ("@language", subscription.Language), ("@isQuiet", subscription.IsQuietWhenEmpty),
            ("@lastDate", subscription.LastDate?.DayNumber), ("@lastEnd", subscription.LastEnd?.ToUnixTimeMilliseconds()),
            ("@lastDigests", StoredJson.Write(subscription.LastDigests)), ("@nextDue", subscription.NextDue?.ToUnixTimeMilliseconds()),
            ("@awaits", subscription.Awaits is { } awaits ? StoredJson.Write(awaits) : null), ("@awaited", subscription.Awaits?.PersonId),
            ("@likeness", StoredSubscription.LikenessOf(subscription)), ("@isNew", isNew)) > 0;
        if (stored)
            await session.RunAsync("INSERT INTO chats (chat_id) VALUES (@chat) ON CONFLICT DO NOTHING", ("@chat", subscription.Place.ChatId));
        return stored;
    }
}
