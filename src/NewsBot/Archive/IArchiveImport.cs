using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Copies everything of an archive that another kind of database keeps into this one.</summary>
internal interface IArchiveImport
{
    /// <summary>Copies what is not copied yet, and then compares both archives row by row.</summary>
    /// <param name="source">The other archive: 'sqlite:' and its folder, or its file.</param>
    /// <param name="onTable">Told of each table when it is copied: its name and how many rows this call copied.</param>
    /// <param name="cancellationToken">Stops between two parts; the next call goes on from there.</param>
    /// <returns>The tables in the order in which they were copied.</returns>
    /// <exception cref="StoreException">A database failed, the other archive is not there or of another version, or this one has articles of its own.</exception>
    Task<IReadOnlyList<CopiedTable>> CopyAsync(string source, Action<string, long> onTable, CancellationToken cancellationToken);
}

/// <summary>A table in both archives.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="SourceRows">How many rows it has in the other archive.</param>
/// <param name="Rows">How many rows it has here.</param>
/// <param name="IsSame">Whether a fingerprint of all rows is the same in both.</param>
internal sealed record CopiedTable(string Name, long SourceRows, long Rows, bool IsSame);
