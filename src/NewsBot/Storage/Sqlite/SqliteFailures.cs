using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>Turns SQLite's failures into the archive's one exception.</summary>
internal static class SqliteFailures
{
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

    /// <summary>The sentence for one failure (result codes: sqlite.org/rescode.html).</summary>
    public static StoreException From(SqliteException failure, string path)
    {
        var what = failure.SqliteErrorCode switch
        {
            5 or 6 => "is in use by another process; try again in a moment.",
            13 => "cannot grow: the disk is full.",
            11 => "is damaged; restore it from a backup, or move it away and ingest again.",
            26 => "is not a newsbot archive; choose another folder with --data.",
            3 or 8 or 14 or 23 => "cannot be opened for writing; check the folder and its permissions.",
            10 => "cannot be read or written; check the disk.",
            _ => $"failed: {failure.Message}",
        };
        return new StoreException($"The archive {path} {what}", isTransient: failure.SqliteErrorCode is 5 or 6, failure);
    }
}
