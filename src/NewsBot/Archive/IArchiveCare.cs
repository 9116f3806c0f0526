using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>What keeps an archive safe: a copy of everything in it, and a check that it is whole.</summary>
/// <remarks>Both read one moment of the archive and may take minutes; others go on reading and writing. Both throw <see cref="StoreException"/> when the store fails.</remarks>
internal interface IArchiveCare
{
    /// <summary>Copies the archive as it is at this moment: articles, feeds, chats, and what waits to be sent. What was deleted is not in the copy.</summary>
    /// <param name="path">A file that does not exist; it appears when the copy is whole and on the disk, readable by its owner only.</param>
    /// <returns>The length of the copy, in bytes.</returns>
    /// <exception cref="IOException">The file is there, or cannot be written.</exception>
    long Backup(string path);

    /// <summary>Reads everything and looks for damage.</summary>
    /// <param name="limit">The most sentences to return.</param>
    /// <param name="cancellationToken">Stops between two readings.</param>
    /// <returns>One sentence a fault; empty when the archive is whole.</returns>
    Task<IReadOnlyList<string>> FindDamageAsync(int limit, CancellationToken cancellationToken);
}
