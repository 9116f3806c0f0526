namespace NewsBot.Hosting;

/// <summary>What this process holds of the bot's chats and of the work in the background: all of it, always, unless several processes share a database.</summary>
/// <remarks>
/// Safe for concurrent use. Where processes share, <see cref="LeaseKeeper"/> keeps this up to date. What is held ends by this process's own clock, too: a process that was
/// stopped for a minute finds out before it does anything.
/// </remarks>
/// <param name="isShared">Whether other processes may hold a part.</param>
/// <param name="time">The clock.</param>
internal sealed class Leases(bool isShared, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, Lease> slots = [];
    private readonly Dictionary<string, Lease> works = new(StringComparer.Ordinal);
    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> waits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> toldWaits = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = NewSignal();
    private SlotSet told;
    private SlotSet returned;
    private SlotSet leaving;
    private long origin = time.GetTimestamp();
    private TimeSpan length;

    /// <summary>Whether other processes may hold a part.</summary>
    public bool IsShared => isShared;

    /// <summary>The slots that this process holds and is to go on with.</summary>
    public SlotSet Held => isShared ? Locked(() => IsOver ? SlotSet.None : SetOfSlots().Except(leaving)) : SlotSet.All;

    /// <summary>The slots that this process is to give back, once what it does there is done: another process lacks its share.</summary>
    public SlotSet Leaving => Locked(() => leaving);

    private bool IsOver => time.GetElapsedTime(origin) >= length;

    /// <summary>The lease of a slot; null when another process, or none, has it.</summary>
    public Lease? OfSlot(int slot) => Locked(() => IsOver ? null : slots.GetValueOrDefault(slot));

    /// <summary>Whether this process may do something for a chat now.</summary>
    public bool HasChat(long chatId) => !isShared || OfSlot(SlotSet.SlotOf(chatId)) is not null;

    /// <summary>Is cancelled as soon as this process has to leave a chat to another one.</summary>
    public CancellationToken LossOfChat(long chatId) =>
        isShared ? OfSlot(SlotSet.SlotOf(chatId))?.Lost ?? new CancellationToken(canceled: true) : CancellationToken.None;

    /// <summary>Waits until this process holds a kind of work that one process does at a time.</summary>
    /// <returns>Is cancelled as soon as this process has to leave the work to another one.</returns>
    public async Task<CancellationToken> HoldAsync(string work, CancellationToken cancellationToken)
    {
        if (!isShared)
            return CancellationToken.None;
        while (true)
        {
            Task change;
            lock (gate)
            {
                wanted.Add(work);
                if (!IsOver && works.TryGetValue(work, out var lease))
                    return lease.Lost;
                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Tells the other processes, soon, that something waits in slots that are not this one's.</summary>
    public void Tell(SlotSet others)
    {
        if (!isShared || others.IsEmpty)
            return;
        lock (gate)
        {
            told |= others;
            Signal();
        }
    }

    /// <summary>Tells all processes, soon, to leave something alone for a while.</summary>
    public void TellWait(string name, TimeSpan wait)
    {
        if (!isShared)
            return;
        lock (gate)
        {
            toldWaits[name] = wait;
            Signal();
        }
    }

    /// <summary>What all processes leave alone, and how much longer.</summary>
    public IReadOnlyList<(string Name, TimeSpan Wait)> Waits() => Locked(() =>
        waits.Select(wait => (Name: wait.Key, Wait: wait.Value - time.GetElapsedTime(origin))).Where(wait => wait.Wait > TimeSpan.Zero).ToList());

    /// <summary>Gives slots back with the next word to the store.</summary>
    public void Return(SlotSet left)
    {
        lock (gate)
            returned |= left;
    }

    /// <summary>Is done at the next change of what is held, heard of or to be told.</summary>
    public Task NextChange() => Locked(() => changed.Task);

    /// <summary>Notes that something new waits in slots; for those of this process it is a change.</summary>
    public void Hear(SlotSet waiting)
    {
        lock (gate)
        {
            if (!(waiting & SetOfSlots()).IsEmpty)
                Signal();
        }
    }

    /// <summary>What this process has to tell since the last call.</summary>
    public (SlotSet Slots, IReadOnlyList<(string Name, TimeSpan Wait)> Waits) TakeTold() => Locked(() =>
    {
        var all = (told, toldWaits.Select(wait => (wait.Key, wait.Value)).ToList());
        told = SlotSet.None;
        toldWaits.Clear();
        return all;
    });

    /// <summary>What this process asks of the store.</summary>
    public LeaseWish Wish(LeaseWish known) => Locked(() => known with { Works = [.. wanted], Returned = returned });

    /// <summary>Notes what the store says.</summary>
    /// <param name="wish">What the store was asked.</param>
    /// <param name="round">What it said.</param>
    /// <param name="asked">When it was asked: from then on the leases last.</param>
    public void Apply(LeaseWish wish, LeaseRound round, long asked)
    {
        List<Lease> lost = [];
        lock (gate)
        {
            if (IsOver)
                lost.AddRange(LoseAll());
            (origin, length) = (asked, wish.Length);
            returned = returned.Except(wish.Returned);
            lost.AddRange(Change(slots, round.Slots));
            lost.AddRange(Change(works, round.Works));
            leaving &= SetOfSlots();
            foreach (var slot in SetOfSlots().Except(leaving).Slots().Take(slots.Count - leaving.Size - round.Share).ToList())
                leaving |= SlotSet.Of(slot);
            waits.Clear();
            foreach (var (name, wait) in round.Waits)
                waits[name] = time.GetElapsedTime(origin) + wait;
            Signal();
        }

        lost.ForEach(lease => lease.Lose());
    }

    /// <summary>Drops all that is held when the store was not heard of for too long.</summary>
    /// <returns>Whether something was dropped.</returns>
    public bool DropIfOver()
    {
        List<Lease> lost;
        lock (gate)
        {
            if (!IsOver || slots.Count + works.Count == 0)
                return false;
            lost = LoseAll();
            Signal();
        }

        lost.ForEach(lease => lease.Lose());
        return true;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IEnumerable<Lease> Change<TKey>(Dictionary<TKey, Lease> held, IReadOnlyDictionary<TKey, long> now)
        where TKey : notnull
    {
        var lost = held.Where(pair => now.GetValueOrDefault(pair.Key, -1) != pair.Value.Fence).ToList();
        foreach (var (key, _) in lost)
            held.Remove(key);
        foreach (var (key, fence) in now)
            held.TryAdd(key, new Lease(fence));
        return lost.Select(pair => pair.Value);
    }

    private List<Lease> LoseAll()
    {
        List<Lease> lost = [.. slots.Values, .. works.Values];
        slots.Clear();
        works.Clear();
        leaving = SlotSet.None;
        return lost;
    }

    private SlotSet SetOfSlots() => new(slots.Keys.Aggregate(0UL, (bits, slot) => bits | (1UL << slot)));

    private void Signal()
    {
        changed.TrySetResult();
        changed = NewSignal();
    }

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
            return act();
    }
}

/// <summary>A lease that this process got.</summary>
/// <param name="fence">Its fencing number: higher than that of every holder before.</param>
#pragma warning disable CA1001 // The source has no timer and no handle, and work that was begun under the lease may still look at it.
internal sealed class Lease(long fence)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource lost = new();

    public long Fence => fence;

    /// <summary>Is cancelled once another process may have it.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Ends it.</summary>
    public void Lose() => lost.Cancel();
}
