using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>Rows of the table 'subscriptions'.</summary>
internal static class SqliteSubscription
{
    /// <summary>What <see cref="Read"/> expects, to be followed by a condition. The chat's own choice of language comes first.</summary>
    public const string Select = """
        SELECT chat_id, thread_id, state, minute, zone, days, max_stories, topics, mutes, article_language,
               coalesce((SELECT chats.language FROM chats WHERE chats.chat_id = subscriptions.chat_id), language),
               is_quiet, last_date, last_end, last_digests, next_due, awaits, revision
        FROM subscriptions
        """;

    private static readonly string[] States = ["unfinished", "active", "stopped", "blocked"];

    /// <summary>The subscription of a row of <see cref="Select"/>.</summary>
    public static Subscription Read(SqliteDataReader row) => new(new Place(row.GetInt64(0), row.NullableInt64(1)))
    {
        State = (SubscriptionState)Array.IndexOf(States, row.GetString(2)),
        At = row.NullableInt64(3) is { } minute ? new TimeOnly((int)minute / 60, (int)minute % 60) : null,
        Zone = row.NullableString(4),
        Days = (DigestDays)row.GetInt64(5),
        MaxStories = row.GetInt32(6),
        Topics = StoredJson.ReadTexts(row.GetString(7)),
        Mutes = StoredJson.ReadTexts(row.GetString(8)),
        ArticleLanguage = row.NullableString(9),
        Language = row.GetString(10),
        IsQuietWhenEmpty = row.GetBoolean(11),
        LastDate = row.NullableInt64(12) is { } day ? DateOnly.FromDayNumber((int)day) : null,
        LastEnd = row.IsDBNull(13) ? null : row.Instant(13),
        LastDigests = StoredJson.ReadNumbers(row.GetString(14)),
        NextDue = row.IsDBNull(15) ? null : row.Instant(15),
        Awaits = row.NullableString(16) is { } awaits ? StoredJson.ReadAwaited(awaits) : null,
        Revision = row.GetInt64(17),
    };

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

    /// <summary>
    /// Equal for subscriptions that may share a digest, so that an index brings them together. Two that differ may have the same by chance: it orders, and decides nothing.
    /// </summary>
    private static long Likeness(Subscription subscription)
    {
        var text = string.Join('\n', [
            $"{subscription.MaxStories} {subscription.ArticleLanguage} {subscription.Language} {subscription.LastEnd?.ToUnixTimeMilliseconds()}",
            string.Join(' ', subscription.LastDigests), .. subscription.Topics, "", .. subscription.Mutes,
        ]);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
