using NewsBot.Hosting;

namespace NewsBot.Sources.Feeds;

/// <summary>Takes what people ask for about feeds.</summary>
internal interface IFeedDesk
{
    /// <summary>Follows the feed at an address, or the one that the page there names, after it was fetched once.</summary>
    /// <param name="feed">As a person typed it: an address without 'https://' is understood.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<FeedAdding> AddAsync(NewFeed feed, CancellationToken cancellationToken);

    /// <summary>Follows the feed at an address without a look at it.</summary>
    /// <inheritdoc cref="AddAsync"/>
    Task<FeedAdding> AddUncheckedAsync(NewFeed feed, CancellationToken cancellationToken);

    /// <summary>The feed that a person means by its number or its address; null when none is followed.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<FollowedFeed?> FindAsync(string given, CancellationToken cancellationToken);
}
