using NewsBot.Chats;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresOutboxTests : OutboxContract, IDisposable
{
    private readonly PostgresChatDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_message_of_a_chat_is_not_stored_before_the_one_that_was_begun_earlier()
    {
        var slow = database.Server.Open();
        var earlier = new PostgresOutboxRows([Sends(Anna, "earlier")], Time);
        var (isWritten, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = slow.WriteAsync(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, earlier.ChatIds);
                var added = await earlier.InsertAsync(session);
                isWritten.SetResult();
                await mayEnd.Task.WaitAsync(Stop);
                return added;
            },
            Stop);
        await isWritten.Task;
        var outbox = Open().Outbox;

        // A chat of another slot waits for nobody.
        Assert.Single(await outbox.AddAsync([Sends(Bohdan, "another chat")], Stop));
        var second = outbox.AddAsync([Sends(Anna, "later")], Stop);
        database.WaitForWaiters(1);
        Assert.Equal(["another chat"], (await outbox.ReadWaitingAsync(0, 10, Stop)).Select(message => TextOf(message)));
        mayEnd.SetResult();
        Assert.True((await first)[0].Id < (await second)[0].Id);
    }

    [Fact]
    public async Task Who_follows_a_chat_by_the_last_id_misses_no_message_of_any_process()
    {
        const int Each = 60;
        var processes = new[] { Open(), Open(), Open(), Open() };
        var writing = Task.WhenAll(processes.Select((process, number) => Task.Run(
            async () =>
            {
                for (var turn = 0; turn < Each; turn++)
                    await process.Outbox.AddAsync([Sends(Anna, $"{number} {turn} a"), Sends(Anna, $"{number} {turn} b")], Stop);
            },
            Stop)));
        var seen = new List<OutboxMessage>();
        var outbox = Open().Outbox;
        while (!writing.IsCompleted)
            seen.AddRange(await outbox.ReadWaitingAsync(seen.Count > 0 ? seen[^1].Id : 0, 1000, Stop));
        await writing;
        seen.AddRange(await outbox.ReadWaitingAsync(seen.Count > 0 ? seen[^1].Id : 0, 1000, Stop));
        Assert.Equal(processes.Length * Each * 2, seen.Count);
        Assert.All(seen.Chunk(2), pair => Assert.Equal(TextOf(pair[0]).Replace('a', 'b'), TextOf(pair[1])));
    }

    [Fact]
    public async Task No_message_is_left_waiting_in_a_chat_that_is_closed_meanwhile()
    {
        var storage = Open();
        var added = Enumerable.Range(0, 40).Select(number => Task.Run(() => storage.Outbox.AddAsync([Sends(Anna, $"{number}")], Stop), Stop)).ToList();
        await storage.Chats.SetMayWriteAsync(Anna, false, Stop);
        await Task.WhenAll(added);
        Assert.Empty(await storage.Outbox.ReadWaitingAsync(0, 100, Stop));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_wait_is_the_same_for_a_process_whose_clock_is_an_hour_away(int hours)
    {
        await Open().Outbox.HoldAsync(Anna, TimeSpan.FromSeconds(60), Stop);
        Time.Now = Time.Now.AddHours(hours);
        await Open().Outbox.PruneAsync(Time.Now, Stop);
        var (_, left) = Assert.Single(await Open().Outbox.ReadHoldsAsync(Stop));
        Assert.InRange(left, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    private protected override void PassOfWaits(TimeSpan time) => database.Server.Execute($"UPDATE holds SET until = until - {(long)time.TotalMilliseconds}");

    private protected override ChatStorage Open() => database.Open(Time);

    protected override string Kept(string text) => PostgresChatDatabase.Kept(text);

    protected override IReadOnlyList<string> ReadAllTexts() => database.ReadAllTexts();
}
