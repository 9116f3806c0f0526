using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Lets old articles go.</summary>
internal interface IArticleRetention
{
    /// <summary>Removes articles through the log, oldest first, so that every index follows.</summary>
    /// <param name="before">
    /// Articles that were published (or, undated, first came in) earlier go, and of those that stay the revisions that a newer one replaced; null for none.
    /// </param>
    /// <param name="mostArticles">How many articles stay, the latest, each with the last ten revisions that newer ones replaced; null for any number.</param>
    /// <param name="cancellationToken">Stops between two short transactions; what is removed stays so.</param>
    /// <returns>How many articles were removed.</returns>
    /// <exception cref="StoreException">The store failed; what was removed before stays so.</exception>
    /// <remarks>What a stored answer cites or names stays, every revision that is quoted too, even where that leaves more articles than were asked for.</remarks>
    Task<int> PruneAsync(DateTimeOffset? before, long? mostArticles, CancellationToken cancellationToken);
}
