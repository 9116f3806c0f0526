namespace NewsBot.Tests.Host.Sources.Fetching;

/// <summary>A clock that stands until a test moves it; timers go off on the way.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private TaskCompletionSource waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan elapsed;

    /// <summary>Time since the begin.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
                return elapsed;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Begin + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = Elapsed + by;
        while (Next(end) is { } timer)
            timer.GoOff();
        lock (gate)
            elapsed = end;
    }

    /// <summary>Waits until somebody waits for the clock, and moves it to the first one's time.</summary>
    public async Task AdvanceToNextAsync()
    {
        while (true)
        {
            Task another;
            TimeSpan? due;
            lock (gate)
            {
                another = waited.Task;
                due = timers.Count > 0 ? timers.Min(timer => timer.Due) : null;
            }

            if (due is { } known)
            {
                Advance(known - Elapsed);
                return;
            }

            await another.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Waits until no more timers run than these.</summary>
    public async Task SettleAsync(int running)
    {
        while (true)
        {
            Task another;
            lock (gate)
            {
                if (timers.Count <= running)
                    return;
                another = waited.Task;
            }

            await another.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private Timer? Next(TimeSpan end)
    {
        lock (gate)
        {
            if (timers.MinBy(timer => timer.Due) is not { } first || first.Due > end)
                return null;
            timers.Remove(first);
            elapsed = first.Due > elapsed ? first.Due : elapsed;
            return first;
        }
    }

    private sealed class Timer(SteppedClock clock, Action goOff) : ITimer
    {
        private TimeSpan every = Timeout.InfiniteTimeSpan;

        public TimeSpan Due { get; private set; }

        public void GoOff()
        {
            if (every > TimeSpan.Zero)
                Change(every, every);
            goOff();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                every = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.elapsed + dueTime;
                    clock.timers.Add(this);
                }

                clock.waited.TrySetResult();
                clock.waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
