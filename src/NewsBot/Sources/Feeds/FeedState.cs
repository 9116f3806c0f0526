namespace NewsBot.Sources.Feeds;

/// <summary>The results of a feed's polls so far, and when the next one is due; instants are UTC.</summary>
internal sealed record FeedState
{
    /// <summary>The tag of the copy read last, to ask with; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The date of the copy read last, as the server wrote it; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>The fingerprint of the copy read last, for servers that give neither tag nor date; null before the first.</summary>
    public string? BodyHash { get; init; }

    /// <summary>When it was fetched last, whatever came of it; null before the first time.</summary>
    public DateTimeOffset? LastTryAt { get; init; }

    /// <summary>When it was fetched last and was a feed, or had not changed; null before the first time.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it had new items last; null before the first time.</summary>
    public DateTimeOffset? LastChangeAt { get; init; }

    /// <summary>When it is fetched next; null for never.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>How long it is left alone after a fetch that succeeded, before what the feed and its server ask for; zero before the first.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>For how long the feed itself wants to be left alone; null when it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The hours of the day, UTC, in which the feed does not change: bit 0 for the first to bit 23 for the last.</summary>
    public int SkipHours { get; init; }

    /// <summary>The days on which the feed does not change: bit 0 for Sunday to bit 6 for Saturday.</summary>
    public int SkipDays { get; init; }

    /// <summary>Fetches that failed since the last one that did not.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>When the first of those was; null while it does not fail.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>One sentence: why it fails; or, while it does not, what was wrong with what was read. Null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the server said that it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>The address that it had before it moved for good; null when it never did.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>Whether administrators know that it fails, and not yet that it is back.</summary>
    public bool IsFailureTold { get; init; }

    /// <summary>How many of its items were ever seen.</summary>
    public long Items { get; init; }
}
