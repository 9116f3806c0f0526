using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>Leases in memory, for processes that a test plays.</summary>
internal sealed class MemoryLeaseStore(TimeProvider time) : ILeaseStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Until, bool TakesSlots)> processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Owner, long Fence)> leases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);
    private readonly List<Action<SlotSet>> listeners = [];

    public Task<LeaseRound> RenewAsync(LeaseWish wish, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            processes[wish.Owner] = (now + wish.Length, wish.TakesSlots);
            foreach (var slot in wish.Returned.Slots().Where(slot => Of(SlotName(slot)).Owner == wish.Owner))
                leases[SlotName(slot)] = (null, Of(SlotName(slot)).Fence);
            var live = processes.Where(process => process.Value.Until > now && process.Value.TakesSlots).Select(process => process.Key).Order(StringComparer.Ordinal).ToList();
            var share = wish.TakesSlots ? LeaseShare.Of(live.Count, live.IndexOf(wish.Owner)) : 0;
            var held = Enumerable.Range(0, SlotSet.Count).Count(slot => Of(SlotName(slot)).Owner == wish.Owner);
            foreach (var name in Enumerable.Range(0, SlotSet.Count).Select(SlotName).Where(IsFree).Take(share - held).Concat(wish.Works.Where(IsFree)).ToList())
                leases[name] = (wish.Owner, Of(name).Fence + 1);
            var mine = leases.Where(lease => lease.Value.Owner == wish.Owner).ToDictionary(lease => lease.Key, lease => lease.Value.Fence);
            return Task.FromResult(new LeaseRound(
                Enumerable.Range(0, SlotSet.Count).Where(slot => mine.ContainsKey(SlotName(slot))).ToDictionary(slot => slot, slot => mine[SlotName(slot)]),
                mine.Where(lease => !lease.Key.StartsWith("slot:", StringComparison.Ordinal)).ToDictionary(),
                share,
                waits.Where(wait => wait.Value > now).ToDictionary(wait => wait.Key, wait => wait.Value - now)));

            bool IsFree(string name) => Of(name).Owner is not { } owner || processes[owner].Until <= now;
        }
    }

    public Task LeaveAsync(string owner, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            processes.Remove(owner);
            foreach (var (name, lease) in leases.Where(lease => lease.Value.Owner == owner).ToList())
                leases[name] = (null, lease.Fence);
        }

        return Task.CompletedTask;
    }

    public Task HoldAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + wait;
            waits[name] = waits.GetValueOrDefault(name) > until ? waits[name] : until;
        }

        return Task.CompletedTask;
    }

    public Task TellAsync(SlotSet slots, CancellationToken cancellationToken)
    {
        List<Action<SlotSet>> all;
        lock (gate)
            all = [.. listeners];
        all.ForEach(heard => heard(slots));
        return Task.CompletedTask;
    }

    public async Task ListenAsync(Action<SlotSet> heard, CancellationToken cancellationToken)
    {
        lock (gate)
            listeners.Add(heard);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            listeners.Remove(heard);
    }

    private static string SlotName(int slot) => $"slot:{slot}";

    private (string? Owner, long Fence) Of(string name) => leases.GetValueOrDefault(name);
}
