namespace NewsBot.Models.Local;

/// <summary>Lets so many passes run at a time, and of those that wait the ones of the earliest reading.</summary>
/// <remarks>
/// Two readings that share the cores both end late; one after the other, the first ends early and the second no later. A later reading has the places that the earlier one leaves.
/// Safe for use by several threads.
/// </remarks>
internal sealed class PassQueue(int places)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> waiting = new();
    private long lastReading;
    private int free = places;

    /// <summary>How many passes wait for a place.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>A number for a reading that begins now: later ones are greater.</summary>
    public long Begin() => Interlocked.Increment(ref lastReading);

    /// <summary>Runs a pass of a reading when it is its turn; blocks until then.</summary>
    /// <param name="reading">From <see cref="Begin"/>.</param>
    /// <param name="pass">What it throws is thrown on, and gives the place back.</param>
    public T Run<T>(long reading, Func<T> pass)
    {
        Enter(reading);
        try
        {
            return pass();
        }
        finally
        {
            Leave();
        }
    }

    private void Enter(long reading)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            // Who waits has a better right to a free place, and nobody waits where one is free.
            if (free > 0)
            {
                free--;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn, reading);
        }

        turn.Task.Wait();
    }

    // The place goes from hand to hand, so that nobody who comes now takes it.
    private void Leave()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var next, out _))
                next.SetResult();
            else
                free++;
        }
    }
}
