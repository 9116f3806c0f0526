using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>Rows of the table 'subscriptions'.</summary>
internal static class SqliteSubscription
{
    /// <summary>The subscriptions of a condition and an order.</summary>
    public static List<Subscription> Query(SqliteSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Query<StoredSubscription>($"SELECT {StoredSubscription.Columns} FROM subscriptions {where}", parameters).ConvertAll(row => row.ToSubscription());

    /// <summary>Stores a subscription as the next revision.</summary>
    public static void Upsert(SqliteSession session, Subscription subscription)
    {
        session.Run(
            """
            INSERT INTO subscriptions (chat_id, thread_id, state, minute, zone, days, max_stories, topics, mutes, article_language, language,
                is_quiet, last_date, last_end, last_digests, next_due, awaits, likeness, revision)
            VALUES ($chat, $thread, $state, $minute, $zone, $days, $stories, $topics, $mutes, $articleLanguage, $language,
                $isQuiet, $lastDate, $lastEnd, $lastDigests, $nextDue, $awaits, $likeness, 1)
            ON CONFLICT (chat_id) DO UPDATE SET thread_id = excluded.thread_id, state = excluded.state, minute = excluded.minute, zone = excluded.zone,
                days = excluded.days, max_stories = excluded.max_stories, topics = excluded.topics, mutes = excluded.mutes,
                article_language = excluded.article_language, language = excluded.language, is_quiet = excluded.is_quiet, last_date = excluded.last_date,
                last_end = excluded.last_end, last_digests = excluded.last_digests, next_due = excluded.next_due, awaits = excluded.awaits,
                likeness = excluded.likeness, revision = revision + 1
            """,
            ("$chat", subscription.Place.ChatId), ("$thread", subscription.Place.ThreadId), ("$state", StoredSubscription.StateOf(subscription)),
            ("$minute", StoredSubscription.MinuteOf(subscription)), ("$zone", subscription.Zone), ("$days", (int)subscription.Days),
            ("$stories", subscription.MaxStories), ("$topics", StoredJson.Write(subscription.Topics)), ("$mutes", StoredJson.Write(subscription.Mutes)),
            ("$articleLanguage", subscription.ArticleLanguage), ("$language", subscription.Language), ("$isQuiet", subscription.IsQuietWhenEmpty),
            ("$lastDate", subscription.LastDate?.DayNumber), ("$lastEnd", subscription.LastEnd?.ToUnixTimeMilliseconds()),
            ("$lastDigests", StoredJson.Write(subscription.LastDigests)), ("$nextDue", subscription.NextDue?.ToUnixTimeMilliseconds()),
            ("$awaits", subscription.Awaits is { } awaits ? StoredJson.Write(awaits) : null), ("$likeness", StoredSubscription.LikenessOf(subscription)));
        session.Run("INSERT INTO chats (chat_id) VALUES ($chat) ON CONFLICT DO NOTHING", ("$chat", subscription.Place.ChatId));
    }
}
