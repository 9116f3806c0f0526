using System.Collections.Concurrent;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>Reading connections, as many as are busy at once; each sees everything that was committed before it is asked.</summary>
/// <remarks>Safe for concurrent use. SQLite answers on the calling thread: a question takes microseconds, except those of administrators.</remarks>
internal sealed class SqliteReaders(SqliteArchive archive) : IDisposable
{
    private readonly ConcurrentBag<SqliteSession> idle = [];

    /// <summary>Asks the database.</summary>
    /// <exception cref="StoreException">The database failed.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> question, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        SqliteSession? session = null;
        try
        {
            if (!idle.TryTake(out session))
                session = new SqliteSession(archive.OpenForReading);
            var answer = SqliteFailures.Translate(archive.Path, () => question(session));
            idle.Add(session);
            return Task.FromResult(answer);
        }
        catch (StoreException failure)
        {
            session?.Dispose();
            return Task.FromException<T>(failure);
        }
    }

    public void Dispose()
    {
        foreach (var session in idle)
            session.Dispose();
    }
}
