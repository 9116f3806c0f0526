using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>Turns SQLite's failures into the archive's one exception.</summary>
internal static class SqliteFailures
{
    private const int Damaged = 11;

    /// <summary>The smallest file that SQLite makes beside a database is 32 kB; a log has some pages more.</summary>
    private const long LeastRoom = 256 * 1024;

    private const string DiskIsFull = "cannot grow: the disk is full.";

    /// <summary>Runs <paramref name="work"/>; a failure of the database or the disk becomes a <see cref="StoreException"/>.</summary>
    /// <param name="path">The database file, for the sentence.</param>
    /// <param name="work">Calls SQLite, and nothing else that can fail.</param>
    public static T Translate<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw From(failure, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The archive {path} cannot be used: {failure.Message}", isTransient: false, failure);
        }
    }

    /// <summary>Whether a failure says that the database's pages are damaged.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode == Damaged;

    /// <summary>The sentence for one failure (result codes: sqlite.org/rescode.html).</summary>
    public static StoreException From(SqliteException failure, string path) => From(failure, path, FreeBytes(path));

    /// <inheritdoc cref="From(SqliteException, string)"/>
    /// <param name="freeBytes">The room on the disk; null when it is not known.</param>
    public static StoreException From(SqliteException failure, string path, long? freeBytes)
    {
        var what = failure.SqliteErrorCode switch
        {
            // Where no page fits, the files beside the database cannot grow, which SQLite calls a failure of the disk.
            10 or 14 when freeBytes < LeastRoom => DiskIsFull,
            5 or 6 => "is in use by another process; try again in a moment.",
            13 => DiskIsFull,
            Damaged => "is damaged; restore it from a backup, or move it away and ingest again.",
            26 => "is not a newsbot archive; choose another folder with --data.",
            3 or 8 or 14 or 23 => "cannot be opened for writing; check the folder and its permissions.",
            10 => "cannot be read or written; check the disk.",
            _ => $"failed: {failure.Message}",
        };

        // Somebody makes room on a full disk, and then the same call succeeds.
        var isTransient = failure.SqliteErrorCode is 5 or 6 || what == DiskIsFull;
        return new StoreException($"The archive {path} {what}", isTransient, failure) { IsDamage = IsDamage(failure) };
    }

    private static long? FreeBytes(string path)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : Path.GetDirectoryName(path)!).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The sentence does without.
            return null;
        }
    }
}
