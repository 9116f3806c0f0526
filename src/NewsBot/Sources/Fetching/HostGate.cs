namespace NewsBot.Sources.Fetching;

/// <summary>Lets requests pass to each host a few at a time and not too soon after one another; no host waits for another.</summary>
/// <remarks>Those who wait for one host pass in the order in which they came. Safe for concurrent use.</remarks>
internal sealed class HostGate(int perHost, TimeSpan delay, TimeProvider time)
{
    private const int LanesKept = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lane> lanes = [];

    /// <summary>How many hosts are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return lanes.Count;
        }
    }

    /// <summary>Waits for the turn of a request.</summary>
    /// <param name="address">Where it goes; the host and a port that is not the usual one make the lane.</param>
    /// <param name="hostDelay">The pause that the host itself asks for; the longer one counts.</param>
    /// <returns>The turn; to be disposed when the reply has been read.</returns>
    public async Task<IDisposable> EnterAsync(Uri address, TimeSpan hostDelay, CancellationToken cancellationToken)
    {
        var key = address.IdnHost.TrimEnd('.').ToLowerInvariant() + (address.Port is 80 or 443 ? "" : $":{address.Port}");
        var pause = hostDelay > delay ? hostDelay : delay;
        var lane = Join(key);
        try
        {
            await lane.Slots.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(lane);
            throw;
        }

        try
        {
            await lane.WaitAsync(pause, time, cancellationToken);
            return new Turn(this, lane, pause);
        }
        catch (OperationCanceledException)
        {
            lane.Slots.Release();
            Leave(lane);
            throw;
        }
    }

    private Lane Join(string key)
    {
        lock (gate)
        {
            if (lanes.Count >= LanesKept && !lanes.ContainsKey(key))
                Prune();
            if (!lanes.TryGetValue(key, out var lane))
                lanes.Add(key, lane = new Lane(perHost));
            lane.Users++;
            return lane;
        }
    }

    private void Exit(Lane lane, TimeSpan pause)
    {
        // The pause counts from the end of a request, too, so that a slow server gets its rest.
        lane.Rest(pause, time);
        lane.Slots.Release();
        Leave(lane);
    }

    private void Leave(Lane lane)
    {
        lock (gate)
            lane.Users--;
    }

    private void Prune()
    {
        foreach (var (key, lane) in lanes)
        {
            if (lane.Users > 0 || lane.Wait(time) > TimeSpan.Zero)
                continue;
            lanes.Remove(key);
            lane.Dispose();
        }
    }

    private sealed class Lane(int perHost) : IDisposable
    {
        private readonly SemaphoreSlim order = new(1, 1);
        private readonly Lock gate = new();
        private long restBegan;
        private TimeSpan rest;

        public SemaphoreSlim Slots { get; } = new(perHost, perHost);

        /// <summary>Those who wait or have their turn; guarded by the gate's lock.</summary>
        public int Users { get; set; }

        public async Task WaitAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken)
        {
            await order.WaitAsync(cancellationToken);
            try
            {
                while (Wait(time) is { Ticks: > 0 } wait)
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
                Rest(pause, time);
            }
            finally
            {
                order.Release();
            }
        }

        public TimeSpan Wait(TimeProvider time)
        {
            lock (gate)
                return rest == TimeSpan.Zero ? TimeSpan.Zero : rest - time.GetElapsedTime(restBegan);
        }

        /// <summary>Closes the gate for this time from now on, or longer where it is closed for longer already.</summary>
        public void Rest(TimeSpan pause, TimeProvider time)
        {
            lock (gate)
            {
                if (Wait(time) < pause)
                    (restBegan, rest) = (time.GetTimestamp(), pause);
            }
        }

        public void Dispose()
        {
            order.Dispose();
            Slots.Dispose();
        }
    }

    private sealed class Turn(HostGate owner, Lane lane, TimeSpan pause) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                owner.Exit(lane, pause);
        }
    }
}
