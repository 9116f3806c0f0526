using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>Rows of the table 'subscriptions'.</summary>
internal static class SqliteSubscription
{
    // The chat's own choice of language comes first.
    private const string Select = """
        SELECT chat_id, thread_id, state, minute, zone, days, max_stories, topics, mutes, article_language,
               coalesce((SELECT chats.language FROM chats WHERE chats.chat_id = subscriptions.chat_id), language) AS language,
               is_quiet, last_date, last_end, last_digests, next_due, awaits, revision
        FROM subscriptions
        """;

    private static readonly string[] States = ["unfinished", "active", "stopped", "blocked"];

    /// <summary>The subscriptions of a condition and an order.</summary>
    public static List<Subscription> Query(SqliteSession session, string where, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        session.Query<Row>($"{Select} {where}", parameters).ConvertAll(row => row.ToSubscription());

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
            ("$chat", subscription.Place.ChatId), ("$thread", subscription.Place.ThreadId), ("$state", States[(int)subscription.State]),
            ("$minute", subscription.At is { } at ? (at.Hour * 60) + at.Minute : null), ("$zone", subscription.Zone), ("$days", (int)subscription.Days),
            ("$stories", subscription.MaxStories), ("$topics", StoredJson.Write(subscription.Topics)), ("$mutes", StoredJson.Write(subscription.Mutes)),
            ("$articleLanguage", subscription.ArticleLanguage), ("$language", subscription.Language), ("$isQuiet", subscription.IsQuietWhenEmpty),
            ("$lastDate", subscription.LastDate?.DayNumber), ("$lastEnd", subscription.LastEnd?.ToUnixTimeMilliseconds()),
            ("$lastDigests", StoredJson.Write(subscription.LastDigests)), ("$nextDue", subscription.NextDue?.ToUnixTimeMilliseconds()),
            ("$awaits", subscription.Awaits is { } awaits ? StoredJson.Write(awaits) : null), ("$likeness", Likeness(subscription)));
        session.Run("INSERT INTO chats (chat_id) VALUES ($chat) ON CONFLICT DO NOTHING", ("$chat", subscription.Place.ChatId));
    }

    /// <summary>Equal for subscriptions that may share a digest, so that an index brings them together.</summary>
    /// <remarks>Two that differ may have the same number by chance: the number orders, and decides nothing.</remarks>
    private static long Likeness(Subscription subscription)
    {
        var text = string.Join('\n', [
            $"{subscription.MaxStories} {subscription.ArticleLanguage} {subscription.Language} {subscription.LastEnd?.ToUnixTimeMilliseconds()}",
            string.Join(' ', subscription.LastDigests), .. subscription.Topics, "", .. subscription.Mutes,
        ]);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private sealed record Row(
        long ChatId, long? ThreadId, string State, long? Minute, string? Zone, long Days, long MaxStories, string Topics, string Mutes, string? ArticleLanguage,
        string Language, long IsQuiet, long? LastDate, long? LastEnd, string LastDigests, long? NextDue, string? Awaits, long Revision)
    {
        public Subscription ToSubscription() => new(new Place(ChatId, ThreadId))
        {
            State = (SubscriptionState)Array.IndexOf(States, State),
            At = Minute is { } minute ? new TimeOnly((int)minute / 60, (int)minute % 60) : null,
            Zone = Zone,
            Days = (DigestDays)Days,
            MaxStories = (int)MaxStories,
            Topics = StoredJson.ReadTexts(Topics),
            Mutes = StoredJson.ReadTexts(Mutes),
            ArticleLanguage = ArticleLanguage,
            Language = Language,
            IsQuietWhenEmpty = IsQuiet != 0,
            LastDate = LastDate is { } day ? DateOnly.FromDayNumber((int)day) : null,
            LastEnd = StoredInstant.Instant(LastEnd),
            LastDigests = StoredJson.ReadNumbers(LastDigests),
            NextDue = StoredInstant.Instant(NextDue),
            Awaits = Awaits is { } awaits ? StoredJson.ReadAwaited(awaits) : null,
            Revision = Revision,
        };
    }
}
