using NewsBot.Hosting;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Sqlite;

public sealed class SqliteWriteQueueTests : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly SqliteChatFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_that_fails_in_a_group_takes_no_other_with_it()
    {
        using var queue = new SqliteWriteQueue(folder.Archive());
        using var go = new ManualResetEventSlim();
        var first = queue.WriteAsync(_ => go.Wait(Timeout.InfiniteTimeSpan, Stop), Stop);
        var group = Enumerable.Range(1, 10).Select(number => queue.WriteAsync(
            session =>
            {
                var added = Add(session, number);
                return number == 5 ? session.Run("INSERT INTO chats (chat_id) VALUES ('no number')") : added;
            },
            Stop)).ToList();
        go.Set();

        Assert.True(await first);
        var failure = await Assert.ThrowsAsync<StoreException>(() => group[4]);
        Assert.False(failure.IsTransient);
        group.RemoveAt(4);
        Assert.All(await Task.WhenAll(group), added => Assert.Equal(1, added));
        Assert.Equal([1, 2, 3, 4, 6, 7, 8, 9, 10], Kept());
    }

    [Fact]
    public async Task One_that_was_cancelled_while_it_waited_is_not_done()
    {
        using var queue = new SqliteWriteQueue(folder.Archive());
        using var go = new ManualResetEventSlim();
        using var cancelled = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var first = queue.WriteAsync(
            _ =>
            {
                begun.TrySetResult();
                return go.Wait(Timeout.InfiniteTimeSpan, Stop);
            },
            Stop);

        // What is queued from here on is of the next group.
        await begun.Task;
        var second = queue.WriteAsync(session => Add(session, 2), cancelled.Token);
        var third = queue.WriteAsync(session => Add(session, 3), Stop);
        await cancelled.CancelAsync();
        go.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await Task.WhenAll(first, third);
        Assert.Equal([3], Kept());
    }

    [Fact]
    public async Task What_waits_is_committed_before_the_queue_closes()
    {
        Task<int>[] added;
        using (var queue = new SqliteWriteQueue(folder.Archive()))
            added = [.. Enumerable.Range(1, 200).Select(number => queue.WriteAsync(session => Add(session, number), Stop))];
        Assert.Equal(200, (await Task.WhenAll(added)).Sum());
        Assert.Equal(200, Kept().Count);
    }

    [Fact]
    public async Task A_long_ingest_is_waited_for()
    {
        using var ingest = new SqliteSession(folder.Archive().Open);
        ingest.Run("BEGIN IMMEDIATE");
        using var queue = new SqliteWriteQueue(folder.Archive());
        var added = queue.WriteAsync(session => Add(session, 1), Stop);
        Assert.Empty(Kept());
        Assert.False(added.IsCompleted);
        ingest.Run("COMMIT");
        Assert.Equal(1, await added);
    }

    [Fact]
    public async Task A_queue_that_met_a_locked_archive_goes_on_when_it_is_free()
    {
        using var other = new SqliteSession(folder.Archive().Open);
        other.Run("BEGIN IMMEDIATE");
        using var queue = new SqliteWriteQueue(folder.Archive(TimeSpan.Zero));
        Assert.True((await Assert.ThrowsAsync<StoreException>(() => queue.WriteAsync(session => Add(session, 1), Stop))).IsTransient);
        other.Run("ROLLBACK");
        Assert.Equal(1, await queue.WriteAsync(session => Add(session, 2), Stop));
        Assert.Equal([2], Kept());
    }

    private static int Add(SqliteSession session, long chat) => session.Run("INSERT INTO chats (chat_id) VALUES ($chat)", ("$chat", chat));

    private List<long> Kept()
    {
        using var session = new SqliteSession(folder.Archive().Open);
        return session.Query<long>("SELECT chat_id FROM chats ORDER BY chat_id");
    }
}
