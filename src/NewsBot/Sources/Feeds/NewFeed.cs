namespace NewsBot.Sources.Feeds;

/// <summary>A feed that is to be followed.</summary>
/// <param name="Address">Absolute, http or https.</param>
internal sealed record NewFeed(string Address)
{
    /// <summary>Its name, until it names itself; null for none.</summary>
    public string? Title { get; init; }

    /// <inheritdoc cref="FeedSubscription.Link"/>
    public string? Link { get; init; }

    /// <inheritdoc cref="FeedSubscription.Folder"/>
    public string? Folder { get; init; }

    /// <inheritdoc cref="FeedSubscription.FullText"/>
    public FullTextMode FullText { get; init; }
}
