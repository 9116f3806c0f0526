namespace NewsBot.Storage.Sqlite;

/// <summary>A piece of work in the write queue.</summary>
internal abstract class SqliteWrite
{
    /// <summary>Whether its caller cancelled it; if so, the caller's task is cancelled.</summary>
    public abstract bool IsCancelled();

    /// <summary>Runs the work inside an open transaction; may be called again after a rollback.</summary>
    public abstract void Run(SqliteSession session);

    /// <summary>Hands the result to the caller: it is committed.</summary>
    public abstract void Succeed();

    /// <summary>Tells the caller what went wrong: nothing is committed.</summary>
    public abstract void Fail(Exception failure);
}

/// <summary>A piece of work with a result.</summary>
internal sealed class SqliteWrite<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) : SqliteWrite
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    /// <summary>Ends with the result once it is committed.</summary>
    public Task<T> Done => done.Task;

    public override bool IsCancelled() => cancellationToken.IsCancellationRequested && done.TrySetCanceled(cancellationToken);

    public override void Run(SqliteSession session) => result = work(session);

    public override void Succeed() => done.SetResult(result!);

    public override void Fail(Exception failure) => done.SetException(failure);
}
