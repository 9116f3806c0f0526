using NewsBot.Hosting;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Hosting;

public sealed class LeasesTests
{
    private static readonly LeaseWish Wish = new("me", TimeSpan.FromSeconds(4));

    private readonly SteppedClock clock = new();
    private readonly Leases leases;

    public LeasesTests() => leases = new Leases(isShared: true, clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_shares_with_none_has_everything_and_nothing_is_ever_lost()
    {
        var sole = new Leases(isShared: false, clock);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(SlotSet.All, sole.Held);
        Assert.True(sole.HasChat(-5));
        Assert.False(sole.LossOfChat(7).CanBeCanceled);
        Assert.False((await sole.HoldAsync("feeds", Stop)).CanBeCanceled);
        Assert.False(sole.DropIfOver());
    }

    [Fact]
    public void What_another_process_took_is_lost_at_once_even_when_it_comes_back_in_one()
    {
        Assert.True(leases.LossOfChat(1).IsCancellationRequested);
        Apply((1, 5), (2, 1));
        var (first, second) = (leases.LossOfChat(1), leases.LossOfChat(2));
        Apply((1, 7), (2, 1));
        Assert.True(first.IsCancellationRequested);
        Assert.False(second.IsCancellationRequested);
        Assert.False(leases.LossOfChat(65).IsCancellationRequested);
        Assert.Equal(7, leases.OfSlot(1)!.Fence);
        Apply((2, 1));
        Assert.Equal(SlotSet.Of(2), leases.Held);
    }

    [Fact]
    public void A_process_that_was_stopped_for_a_minute_finds_that_its_leases_are_over_before_anybody_tells_it()
    {
        Apply((1, 5));
        var lost = leases.LossOfChat(1);
        clock.Advance(TimeSpan.FromSeconds(3.9));
        Assert.True(leases.HasChat(1));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((false, SlotSet.None), (leases.HasChat(1), leases.Held));
        Assert.True(leases.DropIfOver());
        Assert.False(leases.DropIfOver());
        Assert.True(lost.IsCancellationRequested);
        Apply((1, 5));
        Assert.True(leases.HasChat(1));
    }

    [Fact]
    public void What_is_over_is_dropped_even_when_the_store_gives_it_again_before_anybody_looked()
    {
        Apply((1, 5));
        var lost = leases.LossOfChat(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        Apply((1, 5));
        Assert.True(lost.IsCancellationRequested);
        Assert.False(leases.LossOfChat(1).IsCancellationRequested);
    }

    [Fact]
    public void Slots_beyond_the_share_are_left_and_then_given_back_once()
    {
        Apply(share: 1, (1, 5), (2, 5), (3, 5));
        Assert.Equal((2, 1), (leases.Leaving.Size, leases.Held.Size));
        Assert.True(leases.HasChat(leases.Leaving.Slots().First()));
        Assert.Equal(SlotSet.None, leases.Wish(Wish).Returned);
        var left = leases.Leaving;
        leases.Return(left);
        var wish = leases.Wish(Wish);
        Assert.Equal(left, wish.Returned);
        leases.Apply(wish, Round(1, [.. leases.Held.Slots().Select(slot => (slot, 5L))]), clock.GetTimestamp());
        Assert.Equal((SlotSet.None, SlotSet.None), (leases.Leaving, leases.Wish(Wish).Returned));
    }

    [Fact]
    public async Task Work_waits_for_its_lease_and_ends_when_it_is_lost()
    {
        var holding = leases.HoldAsync("feeds", Stop);
        Apply();
        Assert.False(holding.IsCompleted);
        Assert.Equal(["feeds"], leases.Wish(Wish).Works);
        leases.Apply(Wish, Round(0) with { Works = new Dictionary<string, long> { ["feeds"] = 1 } }, clock.GetTimestamp());
        var lost = await holding;
        Assert.False(lost.IsCancellationRequested);
        Apply();
        Assert.True(lost.IsCancellationRequested);
    }

    [Fact]
    public void Waits_are_told_until_they_are_over_and_never_end_too_early()
    {
        var asked = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromSeconds(1));
        leases.Apply(Wish, Round(0) with { Waits = new Dictionary<string, TimeSpan> { ["*"] = TimeSpan.FromSeconds(2) } }, asked);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal([("*", TimeSpan.FromSeconds(0.5))], leases.Waits());
        clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Empty(leases.Waits());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(64)]
    [InlineData(100)]
    public void All_shares_together_are_all_slots_and_differ_by_one_at_most(int live)
    {
        var shares = Enumerable.Range(0, live).Select(rank => LeaseShare.Of(live, rank)).ToList();
        Assert.Equal(SlotSet.Count, shares.Sum());
        Assert.InRange(shares.Max() - shares.Min(), 0, 1);
    }

    private static LeaseRound Round(int share, params (int Slot, long Fence)[] slots) =>
        new(slots.ToDictionary(slot => slot.Slot, slot => slot.Fence), new Dictionary<string, long>(), share, new Dictionary<string, TimeSpan>());

    private void Apply(params (int Slot, long Fence)[] slots) => Apply(SlotSet.Count, slots);

    private void Apply(int share, params (int Slot, long Fence)[] slots) => leases.Apply(Wish, Round(share, slots), clock.GetTimestamp());
}
