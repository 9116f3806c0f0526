namespace NewsBot.Core.Digests;

/// <summary>Tells in which folders the feeds lie that articles came from.</summary>
public interface IArticleFolders
{
    /// <summary>The folders by article id; an article of no feed, or of a feed in no folder, is missing.</summary>
    /// <exception cref="Articles.ArchiveException">The store failed.</exception>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken);
}
