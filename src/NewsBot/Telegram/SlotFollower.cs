using NewsBot.Hosting;
using NewsBot.Telegram.Dispatch;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram;

/// <summary>Where processes share a database, has intake and sender work on the slots that this process holds, and on no others.</summary>
/// <remarks>
/// A slot that was lost is dropped at once. One that another process lacks is given back once what is begun there is over. One that was taken is loaded from inbox and outbox,
/// a moment later, once nothing of an earlier time is under way there. What other processes put there is found when they tell, and each second.
/// </remarks>
internal sealed partial class SlotFollower(
    Leases leases, OutboxSender sender, UpdateIntake intake, LaneQueue queue, TimeProvider time, ILogger<SlotFollower> logger)
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    // Several words that come together are one look.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    // For so long a slot that was taken is left alone: its former holder, which may live, notes what it has just sent, and has used its share of this second's limit.
    private static readonly TimeSpan TimeToNote = TimeSpan.FromSeconds(1.5);

    // An answer that takes longer is begun again by the next holder.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);

    private readonly Dictionary<int, Lease> followed = [];
    private readonly Dictionary<int, long> leavingSince = [];
    private readonly Dictionary<Lease, long> takenSince = [];
    private bool isFailing;

    /// <summary>Follows until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!leases.IsShared)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            return;
        }

        intake.Open();
        while (true)
        {
            var (change, began) = (leases.NextChange(), time.GetTimestamp());
            try
            {
                await StepAsync(cancellationToken);
                isFailing = false;
            }
            catch (StoreException failure)
            {
                if (!isFailing)
                    Failed(logger, failure.Message);
                isFailing = true;
            }

            // Where much waits, a look takes time: the store has as long a rest after it.
            var took = time.GetElapsedTime(began);
            await Task.WhenAny(change, Task.Delay(LongestLook, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Delay(took > Moment ? took : Moment, time, cancellationToken);
        }
    }

    /// <summary>Brings intake and sender up to what this process holds now, and loads what is new.</summary>
    /// <exception cref="StoreException">The store failed; slots that could not be loaded are loaded the next time.</exception>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        sender.Leave(leases.Waits());
        await DropAsync(cancellationToken);
        await TakeAsync(cancellationToken);
        var mine = SetOf(followed.Keys);
        if (mine.IsEmpty)
            return;
        await intake.RefreshAsync(cancellationToken);
        await sender.RefreshAsync(mine, cancellationToken);
    }

    private async Task DropAsync(CancellationToken cancellationToken)
    {
        var (held, leaving) = (leases.Held, leases.Leaving);
        var lost = SetOf(followed.Where(slot => !held.Has(slot.Key) || leases.OfSlot(slot.Key) != slot.Value).Select(slot => slot.Key));
        if (!lost.IsEmpty)
        {
            foreach (var slot in lost.Slots())
                followed.Remove(slot);
            sender.Drop(lost);
            await intake.DropAsync(lost, cancellationToken);
            Dropped(logger, lost.Size, followed.Count);
        }

        foreach (var slot in leavingSince.Keys.Where(slot => !leaving.Has(slot)).ToList())
            leavingSince.Remove(slot);
        foreach (var slot in leaving.Slots())
            leavingSince.TryAdd(slot, time.GetTimestamp());
        leases.Return(SetOf(leavingSince.Where(slot => MayReturn(slot.Key, slot.Value)).Select(slot => slot.Key)));
    }

    /// <summary>Whether nothing of a slot is under way that another process could do a second time.</summary>
    private bool MayReturn(int slot, long since) =>
        !sender.Sending().Has(slot) && (!queue.Handled().Has(slot) || time.GetElapsedTime(since) >= TimeToFinish);

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var unfollowed = leases.Held.Except(SetOf(followed.Keys));
        var known = unfollowed.Slots()
            .Select(slot => (Slot: slot, Lease: leases.OfSlot(slot)))
            .Where(slot => slot.Lease is not null)
            .ToDictionary(slot => slot.Slot, slot => slot.Lease!);
        foreach (var lease in takenSince.Keys.Except(known.Values).ToList())
            takenSince.Remove(lease);
        foreach (var lease in known.Values)
            takenSince.TryAdd(lease, time.GetTimestamp());
        var underWay = sender.Sending() | queue.Handled();
        var taken = SetOf(known.Where(slot => !underWay.Has(slot.Key) && time.GetElapsedTime(takenSince[slot.Value]) >= TimeToNote).Select(slot => slot.Key));
        if (taken.IsEmpty)
            return;
        await sender.TakeAsync(taken, cancellationToken);
        await intake.TakeAsync(taken, cancellationToken);
        foreach (var slot in taken.Slots())
            followed[slot] = known[slot];
        Taken(logger, taken.Size, followed.Count);
    }

    private static SlotSet SetOf(IEnumerable<int> slots) => slots.Aggregate(SlotSet.None, (set, slot) => set | SlotSet.Of(slot));

    [LoggerMessage(Level = LogLevel.Information, Message = "This process took {Taken} of 64 parts of the chats and has {Held} now.")]
    private static partial void Taken(ILogger logger, int taken, int held);

    [LoggerMessage(Level = LogLevel.Information, Message = "This process left {Left} of 64 parts of the chats and has {Held} now.")]
    private static partial void Dropped(ILogger logger, int left, int held);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The chats of this process cannot be followed just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);
}
