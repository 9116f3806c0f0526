namespace NewsBot.Hosting;

/// <summary>Who holds what, where several processes of one bot share a database: slots of chats, and kinds of work that one process does at a time.</summary>
/// <remarks>
/// A lease lasts while its holder renews it, by the clock of the database. What nobody holds, or whose holder has stopped renewing, is free. Each change of hands gives a lease
/// a higher fencing number. A process that holds everything has no such store. Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.
/// </remarks>
internal interface ILeaseStore
{
    /// <summary>In one transaction: says that a process lives, gives back what it returns, and takes for it what is free, of the slots no more than its share.</summary>
    /// <returns>All that the process holds now, whatever it held before.</returns>
    Task<LeaseRound> RenewAsync(LeaseWish wish, CancellationToken cancellationToken);

    /// <summary>Gives back all that a process holds; others may take it at once.</summary>
    Task LeaveAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Tells all processes to leave something alone for a while; the longest wait that was told counts.</summary>
    Task HoldAsync(string name, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Tells the processes that listen that something waits in these slots.</summary>
    Task TellAsync(SlotSet slots, CancellationToken cancellationToken);

    /// <summary>Hears what other processes tell, until it is cancelled or the store fails.</summary>
    /// <param name="heard">Called for each call of <see cref="TellAsync"/>; more often does no harm.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task ListenAsync(Action<SlotSet> heard, CancellationToken cancellationToken);
}

/// <summary>What a process would like to hold.</summary>
/// <param name="Owner">The process; no other has this name, and none ever had it.</param>
/// <param name="Length">How long it is taken to live without another word from it.</param>
internal sealed record LeaseWish(string Owner, TimeSpan Length)
{
    /// <summary>Whether it takes a share of the slots.</summary>
    public bool TakesSlots { get; init; }

    /// <summary>The kinds of work that it can do.</summary>
    public IReadOnlyCollection<string> Works { get; init; } = [];

    /// <summary>The slots that it gives back.</summary>
    public SlotSet Returned { get; init; }
}

/// <summary>What a process holds.</summary>
/// <param name="Slots">The fencing number of each slot.</param>
/// <param name="Works">The fencing number of each kind of work.</param>
/// <param name="Share">How many slots it should have: all, divided by the processes that live.</param>
/// <param name="Waits">What all processes leave alone, and how much longer.</param>
internal sealed record LeaseRound(
    IReadOnlyDictionary<int, long> Slots, IReadOnlyDictionary<string, long> Works, int Share, IReadOnlyDictionary<string, TimeSpan> Waits);
