using System.Threading.Channels;
using NewsBot.Chats;
using NewsBot.Telegram.Api;

namespace NewsBot.Telegram.Dispatch;

/// <summary>Updates on their way to the workers: in order within a lane, lanes in turn, never more than a fixed number.</summary>
/// <param name="capacity">The most updates that wait.</param>
/// <remarks>
/// Safe for concurrent use. A lane is a chat; see <see cref="StoredUpdate"/>. The queue holds numbers only, so that a lane with thousands of updates takes little; the inbox
/// has the rest. Private chats go before groups, except that every fourth turn is a group's.
/// </remarks>
internal sealed class LaneQueue(int capacity) : IDisposable
{
    private const int Turns = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<long>> lanes = [];
    private readonly Queue<long> people = new();
    private readonly Queue<long> groups = new();
    private readonly Channel<bool> ready = Channel.CreateUnbounded<bool>();
    private readonly SemaphoreSlim room = new(capacity);
    private readonly CancellationTokenSource completed = new();
    private int turn;

    /// <summary>Whether no more are taken just now.</summary>
    public bool IsFull => room.CurrentCount == 0;

    /// <summary>Updates that wait or are being handled.</summary>
    public int Count => capacity - room.CurrentCount;

    /// <summary>Adds an update at the end of its lane, once there is room; after <see cref="Complete"/> it is left to the inbox.</summary>
    public async Task AddAsync(QueuedUpdate update)
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
            if (lanes.TryGetValue(update.Lane, out var lane))
            {
                lane.Enqueue(update.Id);
                return;
            }

            lanes.Add(update.Lane, new Queue<long>([update.Id]));
            Offer(update.Lane);
        }
    }

    /// <summary>The next update of a lane that nobody is handling; null once <see cref="Complete"/> was called.</summary>
    /// <remarks>The lane stays taken until <see cref="Release"/> or <see cref="Postpone"/>.</remarks>
    public async Task<QueuedUpdate?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await ready.Reader.WaitToReadAsync(cancellationToken))
        {
            if (completed.IsCancellationRequested)
                return null;
            if (!ready.Reader.TryRead(out _))
                continue;
            lock (gate)
            {
                var (first, second) = turn == Turns - 1 ? (groups, people) : (people, groups);
                turn = (turn + 1) % Turns;
                var lane = (first.Count > 0 ? first : second).Dequeue();
                return new QueuedUpdate(lanes[lane].Peek(), lane);
            }
        }

        return null;
    }

    /// <summary>Ends the handling of an update; the next one of its lane follows when the other lanes had their turn.</summary>
    public void Release(QueuedUpdate update)
    {
        lock (gate)
        {
            var queue = lanes[update.Lane];
            queue.Dequeue();
            if (queue.Count == 0)
                lanes.Remove(update.Lane);
            else
                Offer(update.Lane);
        }

        room.Release();
    }

    /// <summary>Gives an update back that was not handled: its lane has its turn again after <paramref name="until"/>, which does not fail.</summary>
    public void Postpone(QueuedUpdate update, Task until) => _ = OfferAfterAsync(update.Lane, until);

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

    private async Task OfferAfterAsync(long lane, Task until)
    {
        await until;
        lock (gate)
            Offer(lane);
    }

    private void Offer(long lane)
    {
        (lane < 0 ? groups : people).Enqueue(lane);
        ready.Writer.TryWrite(true);
    }
}

/// <summary>An update that waits to be handled.</summary>
/// <param name="Id">Its number in the inbox.</param>
/// <param name="Lane">Updates of one lane are handled in order.</param>
internal readonly record struct QueuedUpdate(long Id, long Lane);
