using System.Collections.Concurrent;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The writing connection of the chat side: one thread takes the works that wait and commits them in groups.</summary>
/// <remarks>
/// Safe for concurrent use. Callers are told only after the commit. A commit goes to the operating system (synchronous=NORMAL in the write-ahead log), so a killed process
/// loses nothing. A power cut may lose the last seconds; the database still opens. A sync of the disk at every commit would cost each answer five turns of the disk. The
/// thread is the queue's own because it may wait for the write lock of an ingest, and a thread of the pool must not.
/// </remarks>
internal sealed class SqliteWriteQueue(SqliteArchive archive) : IDisposable
{
    private const int LargestGroup = 64;

    /// <summary>The shortest time between two tries to empty the log, in milliseconds.</summary>
    private const long LogPause = 1_000;

    private readonly Lock gate = new();
    private readonly BlockingCollection<SqliteWrite> waiting = [];
    private Thread? thread;
    private SqliteSession? session;

    // Of the thread alone.
    private bool isLogOwed;
    private long logTriedAt;

    /// <summary>Runs <paramref name="work"/> in a transaction: all of it is committed, or nothing.</summary>
    /// <param name="work">Called on the queue's thread; called again when another work of its group failed.</param>
    /// <param name="cancellationToken">Takes it out of the queue; once its turn has come, it runs to its end.</param>
    /// <exception cref="StoreException">The database failed, or stayed locked.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (thread is null)
            {
                thread = new Thread(Serve) { IsBackground = true, Name = "SQLite writer" };
                thread.Start();
            }
        }

        var write = new SqliteWrite<T>(work, cancellationToken);
        waiting.Add(write, CancellationToken.None);
        return write.Done;
    }

    /// <summary>The same for a work that deletes what nobody may find any more: the write-ahead log, which keeps it until other pages are written over it, is emptied.</summary>
    /// <remarks>While another process writes or somebody reads an earlier state, the log stays; it is tried again with the next works.</remarks>
    public Task<T> WriteAndEmptyLogAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            OweLog();
            return work(session);
        },
        cancellationToken);

    /// <summary>Called by a work that turns out to delete such a thing while it runs: the log is emptied after its commit.</summary>
    public void OweLog() => (isLogOwed, logTriedAt) = (true, long.MinValue);

    /// <summary>Commits the works that wait and closes the connection.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread?.Join();
        session?.Dispose();
        waiting.Dispose();
    }

    private void Serve()
    {
        var group = new List<SqliteWrite>(LargestGroup);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var next = first;
            do
            {
                if (!next.IsCancelled())
                    group.Add(next);
            }
            while (group.Count < LargestGroup && waiting.TryTake(out next));
            if (group.Count > 0)
                Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<SqliteWrite> group)
    {
        if (Try(Begin) is { } refused)
        {
            group.ForEach(write => write.Fail(refused));
            return;
        }

        var failure = Try(() =>
        {
            foreach (var write in group)
                write.Run(session!);
            session!.Run("COMMIT");
        });
        if (failure is null)
        {
            if (isLogOwed && Environment.TickCount64 > logTriedAt + LogPause)
                TryEmptyLog();
            group.ForEach(write => write.Succeed());
        }
        else if (group.Count == 1)
            group[0].Fail(failure);
        else
            group.ForEach(write => Commit([write]));
    }

    private void TryEmptyLog()
    {
        var isBusy = true;
        var failure = Try(() =>
        {
            // The thread has other things to do than to wait for a reader.
            session!.Run("PRAGMA busy_timeout = 100");
            isBusy = session.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            session.Run($"PRAGMA busy_timeout = {(long)archive.BusyTimeout.TotalMilliseconds}");
        });
        isLogOwed = failure is not null || isBusy;
        logTriedAt = Environment.TickCount64;
    }

    private void Begin()
    {
        if (session is null)
        {
            session = new SqliteSession(archive.Open);
            // Deleted text is overwritten, in pages that become free too: people are told that their text is gone.
            session.Run("PRAGMA secure_delete = ON");
        }

        session.Run("BEGIN IMMEDIATE");
    }

    private Exception? Try(Action action)
    {
        try
        {
            SqliteFailures.Translate(archive.Path, () =>
            {
                action();
                return true;
            });
            return null;
        }
#pragma warning disable CA1031 // The top of the thread's loop; the caller that awaits the work is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // Closing rolls back, whatever state the failure left the connection in.
            session?.Dispose();
            session = null;
            return failure;
        }
    }
}
