namespace NewsBot.Sources.Feeds;

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
