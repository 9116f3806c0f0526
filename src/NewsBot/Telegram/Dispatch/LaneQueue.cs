using System.Threading.Channels;
using NewsBot.Chats;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Updates on their way to the workers: in order within a lane, lanes in turn, never more than a fixed number.</summary>
/// <param name="capacity">The most updates that wait.</param>
/// <remarks>Safe for concurrent use. A lane is a chat; see <see cref="StoredUpdate"/>.</remarks>
internal sealed class LaneQueue(int capacity) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<ReceivedUpdate>> lanes = [];
    private readonly Channel<long> ready = Channel.CreateUnbounded<long>();
    private readonly SemaphoreSlim room = new(capacity);
    private readonly CancellationTokenSource completed = new();

    /// <summary>Whether no more are taken just now.</summary>
    public bool IsFull => room.CurrentCount == 0;

    /// <summary>Updates that wait or are being handled.</summary>
    public int Count => capacity - room.CurrentCount;

    /// <summary>Adds an update at the end of its lane, once there is room; after <see cref="Complete"/> it is left to the inbox.</summary>
    public async Task AddAsync(ReceivedUpdate update)
    {
        try
        {
            await room.WaitAsync(completed.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (gate)
        {
            if (lanes.TryGetValue(update.Update.Lane, out var lane))
            {
                lane.Enqueue(update);
                return;
            }

            lanes.Add(update.Update.Lane, new Queue<ReceivedUpdate>([update]));
        }

        ready.Writer.TryWrite(update.Update.Lane);
    }

    /// <summary>The next update of a lane that nobody is handling; null once <see cref="Complete"/> was called.</summary>
    /// <remarks>The lane stays taken until <see cref="Release"/>.</remarks>
    public async Task<ReceivedUpdate?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await ready.Reader.WaitToReadAsync(cancellationToken))
        {
            if (completed.IsCancellationRequested)
                return null;
            if (!ready.Reader.TryRead(out var lane))
                continue;
            lock (gate)
                return lanes[lane].Peek();
        }

        return null;
    }

    /// <summary>Ends the handling of an update; the next one of its lane follows when the other lanes had their turn.</summary>
    public void Release(ReceivedUpdate update)
    {
        var lane = update.Update.Lane;
        bool hasMore;
        lock (gate)
        {
            var queue = lanes[lane];
            queue.Dequeue();
            hasMore = queue.Count > 0;
            if (!hasMore)
                lanes.Remove(lane);
        }

        room.Release();
        if (hasMore)
            ready.Writer.TryWrite(lane);
    }

    /// <summary>Nothing more is handed out; what waits stays in the inbox for the next start.</summary>
    public void Complete()
    {
        completed.Cancel();
        ready.Writer.TryComplete();
    }

    public void Dispose()
    {
        room.Dispose();
        completed.Dispose();
    }
}
