using System.Threading.Channels;
using NewsBot.Chats;
using NewsBot.Hosting;

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
    private readonly Dictionary<long, Waiting> lanes = [];
    private readonly HashSet<long> known = [];
    private readonly Queue<QueuedUpdate> people = new();
    private readonly Queue<QueuedUpdate> groups = new();
    private readonly int[] handled = new int[SlotSet.Count];
    private readonly Channel<bool> ready = Channel.CreateUnbounded<bool>();
    private readonly SemaphoreSlim room = new(capacity);
    private readonly CancellationTokenSource completed = new();
    private int turn;
    private int rounds;

    /// <summary>Whether no more are taken just now.</summary>
    public bool IsFull => room.CurrentCount == 0;

    /// <summary>Updates that wait or are being handled.</summary>
    public int Count => capacity - room.CurrentCount;

    /// <summary>Adds an update at the end of its lane, once there is room, unless it waits there already; after <see cref="Complete"/> it is left to the inbox.</summary>
    public async Task AddAsync(long id, long laneId)
    {
        lock (gate)
        {
            if (!known.Add(id))
                return;
        }

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
            if (lanes.TryGetValue(laneId, out var lane))
            {
                lane.Ids.Enqueue(id);
                return;
            }

            lanes.Add(laneId, new Waiting(new Queue<long>([id]), ++rounds));
            Offer(laneId, rounds);
        }
    }

    /// <summary>Forgets the updates of these slots; the inbox has them. What is being handled goes on, and is released without effect.</summary>
    public void Drop(SlotSet slots)
    {
        lock (gate)
        {
            foreach (var (id, lane) in lanes.Where(lane => slots.HasChat(lane.Key)).ToList())
            {
                lanes.Remove(id);
                known.ExceptWith(lane.Ids);
                room.Release(lane.Ids.Count);
            }
        }
    }

    /// <summary>The slots of which updates are being handled.</summary>
    public SlotSet Handled()
    {
        lock (gate)
            return handled.Index().Where(slot => slot.Item > 0).Aggregate(SlotSet.None, (set, slot) => set | SlotSet.Of(slot.Index));
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
                var offered = (first.Count > 0 ? first : second).Dequeue();
                if (Find(offered) is not { } lane)
                    continue;
                handled[SlotSet.SlotOf(offered.Lane)]++;
                return offered with { Id = lane.Ids.Peek() };
            }
        }

        return null;
    }

    /// <summary>Ends the handling of an update; the next one of its lane follows when the other lanes had their turn.</summary>
    public void Release(QueuedUpdate update)
    {
        lock (gate)
        {
            handled[SlotSet.SlotOf(update.Lane)]--;
            if (Find(update) is not { } lane)
                return;
            known.Remove(lane.Ids.Dequeue());
            if (lane.Ids.Count == 0)
                lanes.Remove(update.Lane);
            else
                Offer(update.Lane, update.Round);
        }

        room.Release();
    }

    /// <summary>Gives an update back that was not handled: its lane has its turn again after <paramref name="until"/>, which does not fail.</summary>
    public void Postpone(QueuedUpdate update, Task until)
    {
        lock (gate)
            handled[SlotSet.SlotOf(update.Lane)]--;
        _ = OfferAfterAsync(update, until);
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

    private async Task OfferAfterAsync(QueuedUpdate update, Task until)
    {
        await until;
        lock (gate)
            Offer(update.Lane, update.Round);
    }

    private void Offer(long lane, int round)
    {
        (lane < 0 ? groups : people).Enqueue(new QueuedUpdate(0, lane, round));
        ready.Writer.TryWrite(true);
    }

    /// <summary>The lane of an update that was taken or offered; null when it was dropped since.</summary>
    private Waiting? Find(QueuedUpdate update) => lanes.GetValueOrDefault(update.Lane) is { } lane && lane.Round == update.Round ? lane : null;

    /// <summary>A lane.</summary>
    /// <param name="Ids">The updates that wait, the one that is being handled included.</param>
    /// <param name="Round">Another number each time that the lane begins: what was taken before is none of its updates.</param>
    private sealed record Waiting(Queue<long> Ids, int Round);
}

/// <summary>An update that waits to be handled.</summary>
/// <param name="Id">Its number in the inbox.</param>
/// <param name="Lane">Updates of one lane are handled in order.</param>
/// <param name="Round">The queue's own number for the lane as it is now.</param>
internal readonly record struct QueuedUpdate(long Id, long Lane, int Round);
