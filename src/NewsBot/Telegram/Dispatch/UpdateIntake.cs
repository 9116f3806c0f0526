using NewsBot.Chats;
using NewsBot.Telegram.Api;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Stores updates, then hands them to the workers. Who stops the writing of an answer is heard at once: in the queue, that would wait for the answer.</summary>
internal sealed class UpdateIntake(IInbox inbox, LaneQueue queue, LiveReplies replies) : IDisposable
{
    private const int PageSize = 200;

    // Deliveries to a webhook come side by side. The update that is stored first is queued first.
    private readonly SemaphoreSlim turn = new(1);

    private volatile bool isOpen;

    /// <summary>Whether updates are taken; otherwise the service has to keep them.</summary>
    public bool IsOpen => isOpen && !queue.IsFull;

    /// <summary>Hands over the updates that an earlier process stored and did not handle, in the order of arrival. From then on updates are taken.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await inbox.ReadWaitingAsync(last, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var update in page)
                await queue.AddAsync(new QueuedUpdate(update.Update.Id, update.Update.Lane));
            last = page[^1].Update.Id;
        }

        isOpen = true;
    }

    /// <summary>Stores updates; once this is done, the service need not keep them.</summary>
    public async Task TakeAsync(IReadOnlyList<StoredUpdate> updates, CancellationToken cancellationToken)
    {
        var kept = new List<StoredUpdate>(updates.Count);
        foreach (var update in updates)
        {
            if (UpdateReader.ReadStop(update) is { } stopped)
                replies.Stop(new DraftPlace(stopped.Chat.Id, stopped.DraftId));
            else
                kept.Add(update);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var update in await inbox.AddAsync(kept, cancellationToken))
                await queue.AddAsync(new QueuedUpdate(update.Update.Id, update.Update.Lane));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
