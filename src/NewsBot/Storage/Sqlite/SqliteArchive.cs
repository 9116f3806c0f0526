using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The archive's database file: opens connections to it and keeps its schema up to date.</summary>
/// <remarks>
/// Safe for use by several threads. WAL lets readers of this and other processes go on beside the one writer; with
/// synchronous=NORMAL a killed process loses nothing that was committed, and the file always opens.
/// </remarks>
internal sealed class SqliteArchive(IOptions<ArchiveOptions> options, TimeProvider? time = null) : IArchiveSchema
{
    // In kilobytes. A service has a reader for each question that is answered at once, and the system keeps the pages of the file for all of them.
    private const int WriterCache = 8_000;
    private const int ReaderCache = 1_000;

    private static readonly TimeSpan LongestEmpty = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private bool ready;

    /// <summary>How long a statement waits for another process's write lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The archive's folder; other files of the archive are beside the database.</summary>
    public string Folder { get; } = options.Value.Directory;

    /// <summary>The database file.</summary>
    public string Path { get; } = System.IO.Path.Combine(options.Value.Directory, "archive.db");

    public bool Exists => File.Exists(Path);

    /// <summary>An open connection to the current schema; the first call creates or migrates the database.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not an archive, or is newer than this program.</exception>
    public SqliteConnection Open() => Open(WriterCache);

    private SqliteConnection Open(int cacheKilobytes)
    {
        Migrate();
        return SqliteFailures.Translate(Path, () => Connect(cacheKilobytes));
    }

    /// <summary>An open connection for questions; where the folder cannot be written, it only reads.</summary>
    /// <exception cref="StoreException">The file cannot be opened, is not an archive, or is of another version than this program.</exception>
    public SqliteConnection OpenForReading()
    {
        try
        {
            return Open(ReaderCache);
        }
        catch (StoreException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: 8 or 14 } && File.Exists(Path) && !CanWrite())
        {
            return SqliteFailures.Translate(Path, ConnectReadOnly);
        }
    }

    /// <summary>Creates the folder and the database when they are missing and brings the schema up to date.</summary>
    /// <returns>The steps that were applied by this call.</returns>
    /// <exception cref="StoreException">The file cannot be opened, is not an archive, or is newer than this program.</exception>
    public IReadOnlyList<SqliteMigration> Migrate()
    {
        lock (gate)
        {
            if (ready)
                return [];
            SqliteLibrary.RefuseFaulty(SqliteLibrary.Version);
            ArchiveFolder.Create(Folder);
            RefuseLost();
            var applied = SqliteFailures.Translate(Path, () =>
            {
                KeepFromOthers();
                using var connection = Connect(WriterCache);
                return SqliteMigrations.Apply(connection, SqliteMigrations.All);
            });
            ready = true;
            return applied;
        }
    }

    IReadOnlyList<(int Number, string Name)> IArchiveSchema.Migrate() => [.. Migrate().Select(migration => (migration.Number, migration.Name))];

    /// <summary>Refuses an empty database that lies there since some time, or beside files of an archive with articles.
    /// It was cut to nothing, and a new archive would hide the loss.</summary>
    private void RefuseLost()
    {
        // The database is looked at last: another connection that makes a new one writes it before its log.
        var hasFilesOfOne = HasBytes(Path + "-wal") || Directory.EnumerateFiles(Folder, "*.index").Any();
        if (new FileInfo(Path) is not { Exists: true, Length: 0 } empty)
            return;
        if (hasFilesOfOne)
        {
            throw new StoreException(
                $"The archive {Path} is empty, but files beside it are of an archive with articles: the database was lost. Restore it from a backup, or delete it to start "
                + "a new archive.",
                isTransient: false);
        }

        // A new one is empty for a moment, too.
        if ((time ?? TimeProvider.System).GetUtcNow() - new DateTimeOffset(empty.LastWriteTimeUtc) > LongestEmpty)
        {
            throw new StoreException(
                $"The archive {Path} is an empty file of {empty.LastWriteTimeUtc:yyyy-MM-dd}. Restore it from a backup, or delete it to start a new archive.", isTransient: false);
        }
    }

    private static bool HasBytes(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>Nobody but the owner reads what people asked: SQLite gives the files beside the database the rights of the database.</summary>
    private void KeepFromOthers()
    {
        if (!File.Exists(Path) && CanWrite())
            OwnerOnly.Open(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
        foreach (var file in (string[])[Path, Path + "-wal", Path + "-shm", .. Directory.EnumerateFiles(Folder, "*.index")])
            OwnerOnly.Restrict(file);
    }

    private SqliteConnection Connect(int cacheKilobytes)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            ForeignKeys = true,
            // SQLite itself waits (busy_timeout below); this is how long the driver tries again after that.
            DefaultTimeout = 1,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A number is all that is put into the statement.
            // 8 KB pages hold most bodies in one or two overflow pages; page_size counts for a new file only.
            command.CommandText = $"""
                PRAGMA busy_timeout = {(long)BusyTimeout.TotalMilliseconds};
                PRAGMA page_size = 8192;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA cache_size = {-cacheKilobytes};
                PRAGMA journal_size_limit = 67108864;
                """;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the database where nothing can be written beside it.</summary>
    /// <remarks>
    /// WAL needs a shared-memory file even to read. Where it cannot be made and the log is empty, the database is opened as one that nobody changes
    /// (sqlite.org/wal.html, 'Read-Only Databases').
    /// </remarks>
    private SqliteConnection ConnectReadOnly()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = HasBytes(Path + "-wal") ? Path : new Uri(Path).AbsoluteUri + "?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            RefuseOtherVersions(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void RefuseOtherVersions(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        if ((long)command.ExecuteScalar()! != SqliteMigrations.All.Count)
            throw new StoreException($"The archive {Path} is of another version of newsbot and may not be written; give newsbot leave to write there.", isTransient: false);
    }

    /// <summary>Whether the folder can be written; if so, a refusal to open passes, and other processes may be changing the database.</summary>
    private bool CanWrite()
    {
        try
        {
            using var file = new FileStream(
                System.IO.Path.Combine(Folder, $".newsbot-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
