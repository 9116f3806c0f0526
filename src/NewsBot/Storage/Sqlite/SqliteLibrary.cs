using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The native library of SQLite that this process has loaded.</summary>
internal static class SqliteLibrary
{
    /// <summary>The first version without the fault of the write-ahead log that damages a database while several connections write (sqlite.org/wal.html#walresetbug).</summary>
    private static readonly Version First = new(3, 51, 3);

    /// <summary>Its version.</summary>
    public static Version Version
    {
        get
        {
            using var connection = new SqliteConnection();
            return new Version(connection.ServerVersion);
        }
    }

    /// <summary>Refuses a library with the fault; a published build carries one without it.</summary>
    /// <exception cref="StoreException">The version has the fault.</exception>
    public static void RefuseFaulty(Version version)
    {
        if (version < First)
        {
            throw new StoreException(
                $"SQLite {version} can damage an archive while several processes write to it; newsbot needs {First} or later. Use the library that comes with newsbot.",
                isTransient: false);
        }
    }
}
