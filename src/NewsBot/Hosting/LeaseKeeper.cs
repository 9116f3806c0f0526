namespace NewsBot.Hosting;

/// <summary>Keeps <see cref="Leases"/> up to date where processes share a database: renews, takes, gives back, tells and listens, until the service ends.</summary>
/// <param name="leases">What this process holds.</param>
/// <param name="store">Who holds what.</param>
/// <param name="takesSlots">Whether this process takes a share of the chats.</param>
internal sealed partial class LeaseKeeper(
    Leases leases, ILeaseStore store, bool takesSlots, ServiceHealth health, TimeProvider time, ILogger<LeaseKeeper> logger) : BackgroundService
{
    /// <summary>How long a lease lasts: a killed process is replaced within so long, and a turn more.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    /// <summary>The time from one turn to the next.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    private const string Part = "Leases";

    // Not even a process that starts again in the same place has the name of an earlier one.
    private readonly LeaseWish known = new($"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}", Length) { TakesSlots = takesSlots };
    private volatile bool isFailing;

    /// <summary>The name under which this process holds what it holds.</summary>
    public string Owner => known.Owner;

    /// <summary>One turn: says that this process lives, and notes what it holds now.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var wish = leases.Wish(known);
        var asked = time.GetTimestamp();
        leases.Apply(wish, await AskAsync(wish, cancellationToken), asked);
        if (isFailing)
            Again(logger);
        isFailing = false;
        health.Set(Part, problem: null);
    }

    /// <summary>Ends the turns and gives everything back, so that other processes take it at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(token => store.LeaveAsync(Owner, token), cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(RenewAsync, Turn, stoppingToken),
        RepeatAsync(DropAsync, Turn, stoppingToken),
        RepeatAsync(TellAsync, TimeSpan.Zero, stoppingToken),
        RepeatAsync(token => store.ListenAsync(leases.Hear, token), Turn, stoppingToken));

    /// <summary>Asks the store, for no longer than the answer is of use: the next connection may lead to a server that answers.</summary>
    private async Task<LeaseRound> AskAsync(LeaseWish wish, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Length, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await store.RenewAsync(wish, either.Token);
        }
        catch (OperationCanceledException failure) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreException("The database does not answer; it is asked again.", isTransient: true, failure);
        }
    }

    /// <summary>A store that does not answer does not keep this process from finding out that its leases are over.</summary>
    private Task DropAsync(CancellationToken cancellationToken)
    {
        if (leases.DropIfOver())
            Dropped(logger, Length.TotalSeconds);
        return Task.CompletedTask;
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var change = leases.NextChange();
        var (slots, waits) = leases.TakeTold();
        foreach (var (name, wait) in waits)
            await TellWaitAsync(name, wait, cancellationToken);
        if (!slots.IsEmpty)
            await store.TellAsync(slots, cancellationToken);
        if (slots.IsEmpty && waits.Count == 0)
            await change.WaitAsync(cancellationToken);
    }

    private async Task TellWaitAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await store.HoldAsync(name, wait, cancellationToken);
        }
        catch (StoreException)
        {
            // What waits in slots is found without a word; nobody finds a wait.
            leases.TellWait(name, wait);
            throw;
        }
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> step, TimeSpan pause, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var isDone = await TryAsync(step, stopping);
            await Task.Delay(isDone ? pause : Turn, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> step, CancellationToken stopping)
    {
        try
        {
            await step(stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (StoreException failure)
        {
            if (!isFailing)
                Failed(logger, failure.Message);
            isFailing = true;
            health.Set(Part, $"This process has no part in the work: {failure.Message}");
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database that the processes share cannot be used just now: {Problem}")]
    private static partial void Failed(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database that the processes share can be used again.")]
    private static partial void Again(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was not heard of for {Seconds} s; this process leaves its chats to others until it is.")]
    private static partial void Dropped(ILogger logger, double seconds);
}
