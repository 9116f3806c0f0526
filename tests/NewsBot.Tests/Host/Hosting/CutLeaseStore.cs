using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>The leases of a process that can be cut off from them: it hears and says nothing any more, as one that stands still.</summary>
internal sealed class CutLeaseStore(ILeaseStore store) : ILeaseStore
{
    private volatile bool isCut;

    /// <summary>The name of the process, once it has asked.</summary>
    public string? Owner { get; private set; }

    public void Cut() => isCut = true;

    public void Join() => isCut = false;

    public Task<LeaseRound> RenewAsync(LeaseWish wish, CancellationToken cancellationToken)
    {
        Owner = wish.Owner;
        return Unless(() => store.RenewAsync(wish, cancellationToken));
    }

    public Task LeaveAsync(string owner, CancellationToken cancellationToken) => Unless(() => store.LeaveAsync(owner, cancellationToken));

    public Task HoldAsync(string name, TimeSpan wait, CancellationToken cancellationToken) => Unless(() => store.HoldAsync(name, wait, cancellationToken));

    public Task TellAsync(SlotSet slots, CancellationToken cancellationToken) => Unless(() => store.TellAsync(slots, cancellationToken));

    public Task ListenAsync(Action<SlotSet> heard, CancellationToken cancellationToken) => Unless(() => store.ListenAsync(heard, cancellationToken));

    private T Unless<T>(Func<T> act)
        where T : Task => isCut ? throw new StoreException("The process stands still.", isTransient: true) : act();
}
