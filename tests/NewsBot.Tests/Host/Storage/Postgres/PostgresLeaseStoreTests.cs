using NewsBot.Hosting;
using NewsBot.Storage.Postgres;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresLeaseStoreTests : LeaseStoreContract, IDisposable
{
    private readonly PostgresServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Processes_that_begin_at_once_take_each_slot_once()
    {
        var stores = Enumerable.Range(0, 6).Select(_ => new PostgresLeaseStore(server.Open())).ToList();
        var rounds = await Task.WhenAll(stores.Select((store, i) => Task.Run(
            () => store.RenewAsync(new LeaseWish($"process {i}", TimeSpan.FromMinutes(1)) { TakesSlots = true, Works = ["polling"] }, Stop), Stop)));
        Assert.Equal(Enumerable.Range(0, SlotSet.Count), rounds.SelectMany(round => round.Slots.Keys).Order());
        Assert.Single(rounds, round => round.Works.Count == 1);
    }

    [Fact]
    public async Task A_lease_that_a_transaction_rests_on_is_not_taken_before_the_transaction_is_over()
    {
        var time = new ManualTime();
        var leases = new Leases(isShared: true, time);
        var database = server.Open();
        var store = new PostgresLeaseStore(database);
        var wish = new LeaseWish("stopped", TimeSpan.FromMinutes(1)) { TakesSlots = true };
        leases.Apply(wish, await store.RenewAsync(wish, Stop), time.GetTimestamp());
        var fence = new PostgresFence(leases);
        await database.WriteAsync(
            async session =>
            {
                Assert.True(await fence.HoldsAsync(session, 7));
                await AdvanceAsync(TimeSpan.FromMinutes(2));
                var others = await store.RenewAsync(wish with { Owner = "next" }, Stop);
                Assert.Equal(SlotSet.Count - 1, others.Slots.Count);
                Assert.DoesNotContain(7, others.Slots.Keys);
                return true;
            },
            Stop);
        Assert.Contains(7, (await store.RenewAsync(wish with { Owner = "next" }, Stop)).Slots.Keys);

        // Its own clock did not move: it knows of nothing, and the database does.
        Assert.True(leases.HasChat(7));
        Assert.False(await database.WriteAsync(session => fence.HoldsAsync(session, 7), Stop));
    }

    private protected override Task<ILeaseStore> OpenAsync() => Task.FromResult<ILeaseStore>(new PostgresLeaseStore(server.Open()));

    /// <summary>The database's clock cannot be moved, so everything that it measures is.</summary>
    private protected override Task AdvanceAsync(TimeSpan time)
    {
        foreach (var table in new[] { "processes", "shared_waits" })
            server.Execute(FormattableString.Invariant($"UPDATE {table} SET until = until - interval '{time.TotalMilliseconds} ms'"));
        return Task.CompletedTask;
    }
}
