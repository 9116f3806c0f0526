using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Storage.Postgres;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>A follower of the article log skips no line, whatever commits first.</summary>
public sealed class PostgresArticleLogTests : IDisposable
{
    private const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private readonly PostgresServer server = new();
    private readonly List<PostgresArticleStore> stores = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        server.Dispose();
    }

    [Fact]
    public async Task Control_without_the_lock_a_follower_skips_the_line_that_is_committed_last()
    {
        await using var slow = await BeginAsync();
        await using var quick = await BeginAsync();
        await RunAsync(slow, "INSERT INTO article_log (revision_id) VALUES (1)");
        await RunAsync(quick, "INSERT INTO article_log (revision_id) VALUES (2); COMMIT");
        var seen = await FollowAsync(0);
        await RunAsync(slow, "COMMIT");
        Assert.Equal([2L], seen.Concat(await FollowAsync(2)));
    }

    [Fact]
    public async Task A_writer_that_began_later_waits_for_the_one_before_so_no_line_is_skipped()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = server.Open().WriteAsync(
            async session =>
            {
                await PostgresArticleLog.LockAsync(session);
                await session.RunAsync("INSERT INTO article_log (replaced_revision_id) VALUES (1)");
                began.SetResult();
                await mayEnd.Task;
                return 0;
            },
            Stop);
        await began.Task;
        var quick = Store().AddAsync([Article("a")], Stop);
        while (server.Ask(Waiting) is 0L)
            await Task.Yield();

        // The second one has its work to do and cannot: nothing of it is visible before the first is.
        Assert.False(quick.IsCompleted);
        Assert.Empty(await FollowAsync(0));
        mayEnd.SetResult();
        await Task.WhenAll(slow, quick);
        Assert.Equal([1L, 2L], await FollowAsync(0));
    }

    [Fact]
    public async Task A_follower_of_many_writers_sees_every_line_once_and_in_order()
    {
        const int Writers = 6;
        const int Batches = 15;
        var seen = new List<long>();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        do
            seen.AddRange(await FollowAsync(seen.LastOrDefault()));
        while (!writing.IsCompleted);
        await writing;
        seen.AddRange(await FollowAsync(seen.LastOrDefault()));

        Assert.Equal(Writers * Batches * 3, seen.Count);
        Assert.Equal(seen.Order().Distinct(), seen);

        async Task WriteAsync(int writer)
        {
            var store = Store();
            await Task.Yield();
            for (var batch = 0; batch < Batches; batch++)
                await store.AddAsync([.. Enumerable.Range(0, 3).Select(number => Article($"{writer} {batch} {number}"))], Stop);
        }
    }

    [Fact]
    public async Task Each_process_hears_of_new_lines_of_another()
    {
        using var bell = new PostgresArticleBell(server.Open());
        // A connection that is new counts as a ring: what was told before it is not told again.
        await bell.StepAsync(Stop);
        Assert.True(await bell.WaitAsync(TimeSpan.Zero, Stop));
        Assert.False(await bell.WaitAsync(TimeSpan.Zero, Stop));

        var hearing = bell.StepAsync(Stop);
        await Store().AddAsync([Article("a")], Stop);
        Assert.True(await bell.WaitAsync(Timeout.InfiniteTimeSpan, Stop));
        await hearing;

        server.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        Assert.True((await Assert.ThrowsAsync<StoreException>(() => bell.StepAsync(Stop))).IsTransient);
        await bell.StepAsync(Stop);
        Assert.True(await bell.WaitAsync(TimeSpan.Zero, Stop));
        await bell.FinishAsync();
    }

    private static Article Article(string name) => new() { Id = name, Title = "Title", Body = $"Text {name}." };

    private PostgresArticleStore Store()
    {
        stores.Add(new PostgresArticleStore(server.Open(), TimeProvider.System));
        return stores[^1];
    }

    private Task<List<long>> FollowAsync(long sequence) => Store().ReadLogAsync(sequence, Stop).Select(entry => entry.Sequence).ToListAsync(Stop).AsTask();

    private async Task<NpgsqlConnection> BeginAsync()
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Stop);
        await RunAsync(connection, "BEGIN");
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Constants of this class.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
    }
}
