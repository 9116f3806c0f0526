using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Removes old articles from the store.</summary>
internal interface IArticleRetention
{
    /// <summary>Removes articles through the log, oldest first, so that every index follows.</summary>
    /// <param name="before">
    /// Articles that were published earlier go (an article without a date: that first came in earlier), and of the others the replaced revisions of that age; null for none.
    /// </param>
    /// <param name="mostArticles">How many of the latest articles stay, each with the last ten revisions that newer ones replaced; null for all.</param>
    /// <param name="cancellationToken">Stops between two short transactions; removed articles stay removed.</param>
    /// <returns>How many articles were removed.</returns>
    /// <exception cref="StoreException">The store failed; articles that were removed before it stay removed.</exception>
    /// <remarks>An article that a stored answer cites or names stays, with every revision that is quoted, even where that leaves more articles than the limit.</remarks>
    Task<int> PruneAsync(DateTimeOffset? before, long? mostArticles, CancellationToken cancellationToken);
}
