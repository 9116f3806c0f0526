using NewsBot.Sources.Feeds;

namespace NewsBot.Storage;

/// <summary>A row of the table 'feeds'; a column that the statement does not select keeps its default. Instants and durations are milliseconds.</summary>
internal record StoredFeedRow
{
    /// <summary>The columns of <see cref="ToSettings"/>, of the table 'feeds' as f.</summary>
    public const string Settings = "f.feed_id, f.address, f.title, f.link, f.language, f.folder, f.full_text, f.is_paused, f.added_at";

    /// <summary>The columns of <see cref="ToFeed"/>, of the table 'feeds' as f.</summary>
    public const string Select = $"""
        SELECT {Settings}, f.etag, f.last_modified, f.body_hash, f.last_try_at, f.last_success_at, f.last_change_at, f.next_due_at, f.interval, f.time_to_live,
               f.skip_hours, f.skip_days, f.failures, f.failing_since, f.problem, f.is_gone, f.moved_from, f.is_failure_told, f.items
        FROM feeds f
        """;

    public long FeedId { get; init; }

    public string Address { get; init; } = "";

    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Language { get; init; }

    public string? Folder { get; init; }

    public string FullText { get; init; } = "";

    public bool IsPaused { get; init; }

    public long AddedAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? BodyHash { get; init; }

    public long? LastTryAt { get; init; }

    public long? LastSuccessAt { get; init; }

    public long? LastChangeAt { get; init; }

    public long? NextDueAt { get; init; }

    public long Interval { get; init; }

    public long? TimeToLive { get; init; }

    public int SkipHours { get; init; }

    public int SkipDays { get; init; }

    public int Failures { get; init; }

    public long? FailingSince { get; init; }

    public string? Problem { get; init; }

    public bool IsGone { get; init; }

    public string? MovedFrom { get; init; }

    public bool IsFailureTold { get; init; }

    public long Items { get; init; }

    /// <summary>The feed and how to read it.</summary>
    public FeedSettings ToSettings() => new(FeedId, Address)
    {
        Title = Title,
        Link = Link,
        Language = Language,
        Folder = Folder,
        FullText = ReadMode(FullText),
        IsPaused = IsPaused,
        AddedAt = StoredInstant.Instant(AddedAt),
    };

    /// <summary>How a mode is stored.</summary>
    public static string Write(FullTextMode mode) => mode switch
    {
        FullTextMode.Always => "always",
        FullTextMode.Never => "never",
        _ => "auto",
    };

    /// <summary>The feed, and how far its polls have come.</summary>
    public FollowedFeed ToFeed() => new(
        ToSettings(),
        new FeedState
        {
            ETag = ETag,
            LastModified = LastModified,
            BodyHash = BodyHash,
            LastTryAt = StoredInstant.Instant(LastTryAt),
            LastSuccessAt = StoredInstant.Instant(LastSuccessAt),
            LastChangeAt = StoredInstant.Instant(LastChangeAt),
            NextDueAt = StoredInstant.Instant(NextDueAt),
            Interval = TimeSpan.FromMilliseconds(Interval),
            TimeToLive = TimeToLive is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
            SkipHours = SkipHours,
            SkipDays = SkipDays,
            FailuresInRow = Failures,
            FailingSince = StoredInstant.Instant(FailingSince),
            Problem = Problem,
            IsGone = IsGone,
            MovedFrom = MovedFrom,
            IsFailureTold = IsFailureTold,
            Items = Items,
        });

    private static FullTextMode ReadMode(string mode) => mode switch
    {
        "always" => FullTextMode.Always,
        "never" => FullTextMode.Never,
        _ => FullTextMode.Auto,
    };
}
