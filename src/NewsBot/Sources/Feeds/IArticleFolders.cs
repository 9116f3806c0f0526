using NewsBot.Hosting;

namespace NewsBot.Sources.Feeds;

/// <summary>Tells in which folders the feeds lie that articles came from.</summary>
internal interface IArticleFolders
{
    /// <summary>The folders of the feeds that articles came from, by article; each folder with those that it lies in: 'News/World' and 'News'.</summary>
    /// <returns>Each folder once, in order; an article that came from no feed, or from feeds outside of any folder, is left out.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken);
}
