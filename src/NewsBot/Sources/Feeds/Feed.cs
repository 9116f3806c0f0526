namespace NewsBot.Sources.Feeds;

/// <summary>The content of a feed of any format; strings are not blank, addresses absolute where a base is known.</summary>
internal sealed record Feed
{
    /// <summary>Its name, which may be HTML (<see cref="FeedReader"/>); null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the site that it belongs to; null when it names none.</summary>
    public string? Link { get; init; }

    /// <summary>Its description, which may be HTML; null when it has none.</summary>
    public string? Description { get; init; }

    /// <summary>BCP 47 tag as written ('en-us'); null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>When it changed last, UTC, as it says itself; null when it does not say, or in no form that can be read.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>In the order of the text; empty for a feed without items.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>How long it wants to be left alone after it was read (RSS 'ttl', 'sy:updatePeriod'); null when it does not say.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Hours of the day, UTC, 0 to 23, in which it does not change (RSS 'skipHours').</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week, UTC, on which it does not change (RSS 'skipDays').</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
