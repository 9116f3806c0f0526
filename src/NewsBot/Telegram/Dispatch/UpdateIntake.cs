using NewsBot.Chats;
using NewsBot.Hosting;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Stores updates, then hands them to the workers. Who stops the writing of an answer is heard at once: in the queue, that would wait for the answer.</summary>
/// <remarks>
/// Where processes share the inbox, any of them may store an update, and the one that has the chat's slot handles it. So what is handled comes out of the inbox, in order, and
/// not straight from whoever delivers it.
/// </remarks>
internal sealed class UpdateIntake(IInbox inbox, LaneQueue queue, LiveReplies replies, Leases leases) : IDisposable
{
    private const int PageSize = 200;

    // Deliveries to a webhook come side by side. The update that is stored first is queued first.
    private readonly SemaphoreSlim turn = new(1);

    private SlotSet slots;
    private long asked;
    private long done;
    private volatile bool isOpen;

    /// <summary>Whether updates are taken; otherwise the service has to keep them.</summary>
    public bool IsOpen => isOpen && !queue.IsFull;

    /// <summary>Opens it in a process that shares the inbox: updates are stored, whoever handles them.</summary>
    public void Open() => isOpen = true;

    /// <summary>Takes slots over: hands over the updates that an earlier process stored and did not handle, in the order of arrival. From then on updates are taken.</summary>
    public async Task TakeAsync(SlotSet taken, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(taken, cancellationToken);
            slots |= taken;
        }
        finally
        {
            turn.Release();
        }

        isOpen = true;
    }

    /// <summary>Leaves slots to another process.</summary>
    public async Task DropAsync(SlotSet left, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        slots = slots.Except(left);
        queue.Drop(left);
        turn.Release();
    }

    /// <summary>Hands over what waits in this process's slots and is not in the queue yet.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var mine = Interlocked.Increment(ref asked);
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Whoever had the turn before may have begun to read after this was asked for.
            if (done >= mine)
                return;
            var covered = Volatile.Read(ref asked);
            await ReadAsync(slots, cancellationToken);
            done = covered;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stores updates; once this is done, the service need not keep them.</summary>
    public async Task TakeAsync(IReadOnlyList<StoredUpdate> updates, CancellationToken cancellationToken)
    {
        if (leases.IsShared)
        {
            var lanes = SlotSet.OfChats((await inbox.AddAsync(updates, cancellationToken)).Select(update => update.Update.Lane));
            leases.Tell(lanes.Except(leases.Held));
            leases.Hear(lanes & leases.Held);
            return;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var update in await inbox.AddAsync([.. updates.Where(update => !TryStop(update))], cancellationToken))
                await queue.AddAsync(update.Update.Id, update.Update.Lane);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task ReadAsync(SlotSet some, CancellationToken cancellationToken)
    {
        if (some.IsEmpty)
            return;
        for (var last = 0L; await inbox.ReadWaitingAsync(some, last, PageSize, cancellationToken) is { Count: > 0 } page; last = page[^1].Update.Id)
        {
            foreach (var update in page)
            {
                TryStop(update.Update);
                await queue.AddAsync(update.Update.Id, update.Update.Lane);
            }
        }
    }

    /// <summary>Stops the writing of an answer, when that is what the update asks for.</summary>
    private bool TryStop(StoredUpdate update)
    {
        if (UpdateReader.ReadStop(update) is not { } stopped)
            return false;
        replies.Stop(new DraftPlace(stopped.Chat.Id, stopped.DraftId));
        return true;
    }
}
