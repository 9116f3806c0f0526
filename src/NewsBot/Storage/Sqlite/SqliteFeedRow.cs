using Microsoft.Data.Sqlite;
using NewsBot.Sources.Feeds;

namespace NewsBot.Storage.Sqlite;

/// <summary>Feeds as rows of the table 'feeds'; instants and durations are milliseconds.</summary>
internal static class SqliteFeedRow
{
    /// <summary>What <see cref="ReadSubscription"/> expects, from column 0 on.</summary>
    public const string Subscription = "f.feed_id, f.address, f.title, f.link, f.language, f.folder, f.full_text, f.is_paused, f.added_at";

    /// <summary>What <see cref="Read"/> expects, to be followed by a condition.</summary>
    public const string Select = $"""
        SELECT {Subscription}, f.etag, f.last_modified, f.body_hash, f.last_try_at, f.last_success_at, f.last_change_at, f.next_due_at, f.interval, f.time_to_live,
               f.skip_hours, f.skip_days, f.failures, f.failing_since, f.problem, f.is_gone, f.moved_from, f.is_failure_told, f.items
        FROM feeds f
        """;

    /// <summary>The feed of a row of <see cref="Select"/>.</summary>
    public static FollowedFeed Read(SqliteDataReader row) => new(
        ReadSubscription(row),
        new FeedState
        {
            ETag = row.NullableString(9),
            LastModified = row.NullableString(10),
            BodyHash = row.NullableString(11),
            LastTryAt = row.NullableInstant(12),
            LastSuccessAt = row.NullableInstant(13),
            LastChangeAt = row.NullableInstant(14),
            NextDueAt = row.NullableInstant(15),
            Interval = TimeSpan.FromMilliseconds(row.GetInt64(16)),
            TimeToLive = row.NullableInt64(17) is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
            SkipHours = row.GetInt32(18),
            SkipDays = row.GetInt32(19),
            FailuresInRow = row.GetInt32(20),
            FailingSince = row.NullableInstant(21),
            Problem = row.NullableString(22),
            IsGone = row.GetBoolean(23),
            MovedFrom = row.NullableString(24),
            IsFailureTold = row.GetBoolean(25),
            Items = row.GetInt64(26),
        });

    /// <summary>The subscription of a row that begins with <see cref="Subscription"/>.</summary>
    public static FeedSettings ReadSubscription(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1))
    {
        Title = row.NullableString(2),
        Link = row.NullableString(3),
        Language = row.NullableString(4),
        Folder = row.NullableString(5),
        FullText = ReadMode(row.GetString(6)),
        IsPaused = row.GetBoolean(7),
        AddedAt = row.Instant(8),
    };

    /// <summary>How a mode is stored.</summary>
    public static string Write(FullTextMode mode) => mode switch
    {
        FullTextMode.Always => "always",
        FullTextMode.Never => "never",
        _ => "auto",
    };

    private static FullTextMode ReadMode(string mode) => mode switch
    {
        "always" => FullTextMode.Always,
        "never" => FullTextMode.Never,
        _ => FullTextMode.Auto,
    };
}
