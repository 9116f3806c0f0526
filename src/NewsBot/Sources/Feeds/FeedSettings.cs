namespace NewsBot.Sources.Feeds;

/// <summary>A feed that is followed, as its followers chose it and as it names itself.</summary>
/// <param name="Id">Given by the store, from 1; never given twice.</param>
/// <param name="Address">Where it is fetched, absolute, http or https; a permanent redirect changes it.</param>
internal sealed record FeedSettings(long Id, string Address)
{
    /// <summary>Its name on one line, as plain text; null until it was read, or when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the site that it belongs to; null when it is not known.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47 tag of its items; null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Where it is filed, a topic of digests; '/' parts a folder from the one inside it. Null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the pages behind its items are fetched.</summary>
    public FullTextMode FullText { get; init; }

    /// <summary>Whether it is left alone for now.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Since when it is followed, UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>The title, or the address where there is none.</summary>
    public string Name => Title ?? Address;
}

/// <summary>Whether the pages behind a feed's items are fetched.</summary>
internal enum FullTextMode
{
    /// <summary>Where the feed has only a teaser.</summary>
    Auto,

    /// <summary>For every item.</summary>
    Always,

    /// <summary>Never: what the feed says is all that is taken in.</summary>
    Never,
}

/// <summary>A feed that is to be followed.</summary>
/// <param name="Address">Absolute, http or https.</param>
internal sealed record NewFeed(string Address)
{
    /// <summary>Its name, until it names itself; null for none.</summary>
    public string? Title { get; init; }

    /// <inheritdoc cref="FeedSettings.Link"/>
    public string? Link { get; init; }

    /// <inheritdoc cref="FeedSettings.Folder"/>
    public string? Folder { get; init; }

    /// <inheritdoc cref="FeedSettings.FullText"/>
    public FullTextMode FullText { get; init; }
}
