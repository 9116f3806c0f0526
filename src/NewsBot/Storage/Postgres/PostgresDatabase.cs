using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>The archive's PostgreSQL database: connections to it, transactions in it, and its schema kept up to date.</summary>
/// <remarks>
/// Safe for concurrent use. The first piece of work brings the schema up to date. A transaction that another one was in the way of is run again, and so is work whose connection
/// was lost before it was told to commit. Every failure of the database becomes a <see cref="StoreException"/>.
/// </remarks>
internal sealed class PostgresDatabase : IArchiveSchema, IDisposable, IAsyncDisposable
{
    private const int MostTries = 10;

    private readonly Lock gate = new();
    private readonly NpgsqlDataSource source;
    private readonly string? folder;
    private readonly string connectionString;
    private bool isReady;

    /// <param name="options">How the server is reached.</param>
    /// <param name="place">The folder of the index files, which is made with the schema; null for none.</param>
    public PostgresDatabase(IOptions<StorageOptions> options, IOptions<ArchiveOptions>? place = null)
    {
        folder = place?.Value.Directory;
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString);
        connectionString = settings.ConnectionString;
        Path = $"postgres://{settings.Host}/{settings.Database ?? settings.Username}";
        var given = new DbConnectionStringBuilder { ConnectionString = options.Value.ConnectionString };
        if (!given.ContainsKey("Max Auto Prepare"))
            settings.MaxAutoPrepare = 200;
        if (!given.ContainsKey("Application Name"))
            settings.ApplicationName = "newsbot";
        // The locks of a process that was stopped in the middle of a transaction are not kept for ever.
        if (!given.ContainsKey("Options"))
            settings.Options = "-c idle_in_transaction_session_timeout=10000";
        if (settings.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            // Of several hosts, the one that takes writes: after a failover it is another.
            settings.TargetSessionAttributes = null;
            source = new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
        }
        else
        {
            source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        }
    }

    /// <summary>The database for people: its host and name, no password.</summary>
    public string Path { get; }

    /// <summary>How the server is reached that has the archive now: of several hosts, the one that takes writes. It holds the password.</summary>
    public NpgsqlConnectionStringBuilder Reached() => Translate(() =>
    {
        using var connection = source.OpenConnection();
        return new NpgsqlConnectionStringBuilder(connectionString) { Host = connection.Host, Port = connection.Port, Database = connection.Database };
    });

    public bool Exists => Translate(() =>
    {
        using var connection = source.OpenConnection();
        return PostgresMigrations.ReadVersions(connection).Count > 0;
    });

    /// <summary>Brings the schema up to date.</summary>
    /// <returns>The steps that were applied by this call.</returns>
    /// <exception cref="StoreException">The database cannot be reached, is not an archive, or is newer than this program.</exception>
    public IReadOnlyList<(int Number, string Name)> Migrate()
    {
        lock (gate)
        {
            if (isReady)
                return [];
            var applied = Translate(() =>
            {
                using var connection = source.OpenConnection();
                return PostgresMigrations.Apply(connection, PostgresMigrations.All, Path);
            });
            if (folder is not null)
                ArchiveFolder.Create(folder);
            isReady = true;
            return [.. applied.Select(step => (step.Number, step.Name))];
        }
    }

    /// <summary>Asks the database; each statement sees everything that was committed before it.</summary>
    /// <param name="question">Called again when the connection was lost.</param>
    /// <param name="cancellationToken">Stops the statement that runs.</param>
    /// <exception cref="StoreException">The database failed.</exception>
    public Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> question, CancellationToken cancellationToken) =>
        RunAsync((connection, _) => question(new PostgresSession(connection, cancellationToken)), cancellationToken);

    /// <summary>Runs <paramref name="work"/> in a transaction (read committed): all of it is committed, or nothing.</summary>
    /// <param name="work">Called again when another transaction was in its way, or the connection was lost before the commit.</param>
    /// <param name="cancellationToken">Stops the statement that runs; once told to commit, the transaction is.</param>
    /// <exception cref="StoreException">The database failed. When the connection was lost at the commit, nobody knows whether the work is stored.</exception>
    public Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) => RunAsync(
        async (connection, onCommit) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var result = await work(new PostgresSession(connection, cancellationToken));
            onCommit();
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        },
        cancellationToken);

    /// <summary>An open connection that the caller closes, for what outlives one piece of work.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Migrate();
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception failure) when (PostgresFailures.IsOfDatabase(failure))
        {
            throw PostgresFailures.From(failure, Path);
        }
    }

    public void Dispose() => source.Dispose();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, Action, Task<T>> work, CancellationToken cancellationToken)
    {
        Migrate();
        for (var tries = 1; ; tries++)
        {
            var mayBeCommitted = false;
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await work(connection, () => mayBeCommitted = true);
            }
            catch (Exception failure) when (MayRepeat(failure, mayBeCommitted, tries))
            {
                // The next turn of the loop.
            }
            catch (Exception failure) when (PostgresFailures.IsOfDatabase(failure))
            {
                throw PostgresFailures.From(failure, Path);
            }
        }
    }

    /// <summary>A conflict is told instead of a commit; of a lost connection, one more try finds out whether the server is there.</summary>
    private static bool MayRepeat(Exception failure, bool mayBeCommitted, int tries) =>
        (PostgresFailures.IsConflict(failure) && tries < MostTries) || (PostgresFailures.IsLostConnection(failure) && !mayBeCommitted && tries == 1);

    private T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (PostgresFailures.IsOfDatabase(failure))
        {
            throw PostgresFailures.From(failure, Path);
        }
    }
}
