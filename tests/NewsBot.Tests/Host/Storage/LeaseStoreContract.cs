using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of leases does; one thin class per provider.</summary>
public abstract class LeaseStoreContract
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_process_has_everything_and_keeps_its_numbers()
    {
        var store = await OpenAsync();
        var first = await RenewAsync(store, "a", works: "polling");
        Assert.Equal((SlotSet.Count, SlotSet.Count, 1), (first.Slots.Count, first.Share, first.Works.Count));
        var second = await RenewAsync(store, "a", works: "polling");
        Assert.Equal(first.Slots.OrderBy(slot => slot.Key), second.Slots.OrderBy(slot => slot.Key));
        Assert.Equal(first.Works, second.Works);
    }

    [Fact]
    public async Task A_process_without_chats_has_work_only()
    {
        var store = await OpenAsync();
        var round = await store.RenewAsync(new LeaseWish("feeds", Length) { Works = ["feeds", "vectors"] }, Stop);
        Assert.Equal((0, 2, 0), (round.Slots.Count, round.Works.Count, round.Share));
        Assert.Equal(SlotSet.Count, (await RenewAsync(store, "a")).Share);
    }

    [Fact]
    public async Task Shares_of_three_processes_differ_by_one_at_most_and_no_slot_has_two_holders()
    {
        var store = await OpenAsync();
        string[] owners = ["c", "a", "b"];
        Dictionary<string, LeaseRound> rounds = [];
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var owner in owners)
            {
                var held = rounds.GetValueOrDefault(owner);
                var surplus = held is null ? SlotSet.None : SetOf(held.Slots.Keys.Take(held.Slots.Count - held.Share));
                rounds[owner] = await RenewAsync(store, owner, surplus);
                Assert.All(owners.Where(other => other != owner && rounds.ContainsKey(other)), other => Assert.Empty(rounds[other].Slots.Intersect(rounds[owner].Slots)));
            }
        }

        Assert.Equal([21, 21, 22], rounds.Values.Select(round => round.Slots.Count).Order());
        Assert.All(rounds.Values, round => Assert.Equal(round.Share, round.Slots.Count));
        Assert.Equal(SlotSet.Count, rounds.Values.SelectMany(round => round.Slots.Keys).Distinct().Count());

    }

    [Fact]
    public async Task Before_a_lease_ends_nobody_takes_it_and_afterwards_another_does_with_a_higher_number()
    {
        var store = await OpenAsync();
        var dead = await RenewAsync(store, "dead", works: "polling");
        await AdvanceAsync(Length - TimeSpan.FromSeconds(2));
        var early = await RenewAsync(store, "next", works: "polling");
        Assert.Equal((0, 0, 32), (early.Slots.Count, early.Works.Count, early.Share));

        await AdvanceAsync(TimeSpan.FromSeconds(2.5));
        var late = await RenewAsync(store, "next", works: "polling");
        Assert.Equal((SlotSet.Count, SlotSet.Count), (late.Slots.Count, late.Share));
        Assert.All(late.Slots, slot => Assert.True(slot.Value > dead.Slots[slot.Key]));
        Assert.True(late.Works["polling"] > dead.Works["polling"]);
    }

    [Fact]
    public async Task Who_was_away_and_was_not_replaced_goes_on_and_who_was_replaced_finds_nothing()
    {
        var store = await OpenAsync();
        var before = await RenewAsync(store, "a", works: "feeds");
        await AdvanceAsync(Length * 2);
        Assert.Equal(before.Slots.OrderBy(slot => slot.Key), (await RenewAsync(store, "a", works: "feeds")).Slots.OrderBy(slot => slot.Key));
        await AdvanceAsync(Length * 2);
        await RenewAsync(store, "b", works: "feeds");
        var after = await RenewAsync(store, "a", works: "feeds");
        Assert.Equal((0, 0, 32), (after.Slots.Count, after.Works.Count, after.Share));
    }

    [Fact]
    public async Task What_is_given_back_is_free_at_once_and_only_its_holder_can_give_it_back()
    {
        var store = await OpenAsync();
        await RenewAsync(store, "a");
        await RenewAsync(store, "b", returned: SlotSet.All);
        var a = await RenewAsync(store, "a", returned: SlotSet.Of(5));
        Assert.Equal(SlotSet.Count - 1, a.Slots.Count);
        Assert.Equal([5], (await RenewAsync(store, "b")).Slots.Keys);
        await store.LeaveAsync("a", Stop);
        Assert.Equal(SlotSet.Count, (await RenewAsync(store, "b")).Slots.Count);
    }

    [Fact]
    public async Task The_longest_wait_that_was_told_is_everybodys_until_it_is_over()
    {
        var store = await OpenAsync();
        await store.HoldAsync("*", TimeSpan.FromSeconds(9), Stop);
        await store.HoldAsync("*", TimeSpan.FromSeconds(3), Stop);
        await store.HoldAsync("sendMessageDraft", TimeSpan.FromSeconds(2), Stop);
        var told = (await RenewAsync(store, "a")).Waits;
        Assert.InRange(told["*"], TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
        Assert.Equal(2, told.Count);
        await AdvanceAsync(TimeSpan.FromSeconds(2.5));
        Assert.Equal(["*"], (await RenewAsync(store, "a")).Waits.Keys);
    }

    [Fact]
    public async Task Who_listens_hears_what_waits()
    {
        var store = await OpenAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var heard = new TaskCompletionSource<SlotSet>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = store.ListenAsync(slots => heard.TrySetResult(slots), over.Token);
        var mine = SlotSet.Of(63) | SlotSet.Of(0);
        while (!heard.Task.IsCompleted)
        {
            // It may not listen yet.
            await store.TellAsync(mine, Stop);
            await Task.WhenAny(heard.Task, Task.Delay(TimeSpan.FromMilliseconds(50), Stop));
        }

        Assert.Equal(mine, await heard.Task);
        await over.CancelAsync();
        await listening.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>Opens a store with nothing in it.</summary>
    private protected abstract Task<ILeaseStore> OpenAsync();

    /// <summary>Moves the store's clock on.</summary>
    private protected abstract Task AdvanceAsync(TimeSpan time);

    private static SlotSet SetOf(IEnumerable<int> slots) => slots.Aggregate(SlotSet.None, (set, slot) => set | SlotSet.Of(slot));

    private static Task<LeaseRound> RenewAsync(ILeaseStore store, string owner, SlotSet returned = default, string? works = null) =>
        store.RenewAsync(new LeaseWish(owner, Length) { TakesSlots = true, Works = works is null ? [] : [works], Returned = returned }, Stop);
}
