using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>The version of the archive's tables.</summary>
internal interface IArchiveSchema
{
    /// <summary>Where the archive is, for people.</summary>
    string Path { get; }

    /// <summary>Whether there is an archive; <see cref="Migrate"/> makes one when there is none.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    bool Exists { get; }

    /// <summary>Brings the archive to this version; creates it when there is none.</summary>
    /// <returns>Number and name of each change that was made, in order; empty when the archive was up to date.</returns>
    IReadOnlyList<(int Number, string Name)> Migrate();
}
