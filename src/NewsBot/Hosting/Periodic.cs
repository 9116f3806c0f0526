namespace NewsBot.Hosting;

/// <summary>Runs periodic work from the start of the service to its end; no failure of a step ends the loop or the service.</summary>
/// <remarks>
/// A step of every second or two that fails each time must not fill the log: failures of one type are logged at most once in <see cref="Silence"/>, and the next line says how
/// many steps failed silently. The service is not healthy while the latest step failed, takes longer than <see cref="IPeriodicWork.Patience"/>, or left a problem.
/// </remarks>
internal sealed partial class Periodic(IPeriodicWork work, ServiceHealth health, Leases leases, TimeProvider time, ILogger<Periodic> logger) : BackgroundService
{
    /// <summary>The shortest time between two lines about failures of one type.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Type, DateTimeOffset> silentUntil = [];
    private int silent;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(work.Interval, time);
        try
        {
            if (!work.BeginsAtOnce)
                await timer.WaitForNextTickAsync(stoppingToken);
            do
                await StepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }

        await work.FinishAsync();
    }

    /// <summary>Does a step once the work is this process's; leaves it when another process has it.</summary>
    private async Task StepAsync(CancellationToken stoppingToken)
    {
        if (work.Lease is not { } name || !leases.IsShared)
        {
            await TryStepAsync(stoppingToken);
            return;
        }

        var lost = await leases.HoldAsync(name, stoppingToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lost);
        try
        {
            await TryStepAsync(either.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            // Another process does it.
        }
    }

    private async Task TryStepAsync(CancellationToken stoppingToken)
    {
        var since = time.GetUtcNow();
        await using var patience = time.CreateTimer(
            _ => Note($"{work.Name} has been at one step since {since:yyyy-MM-dd HH:mm} UTC and does not come to its end."), state: null, work.Patience, Timeout.InfiniteTimeSpan);
        try
        {
            await work.StepAsync(stoppingToken);
            Note(work.Problem);
        }
#pragma warning disable CA1031 // The top of the loop: a bug in one step must end neither the loop nor the service.
        catch (Exception failure) when (!(failure is OperationCanceledException && stoppingToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            health.Set(work.Name, $"{work.Name} failed just now and is tried again: {(failure is StoreException ? failure.Message : "the log has the reason.")}");
            Log(failure);
        }
    }

    private void Note(string? problem)
    {
        if (health.Set(work.Name, problem))
            Hindered(logger, problem!);
    }

    private void Log(Exception failure)
    {
        var now = time.GetUtcNow();
        if (now < silentUntil.GetValueOrDefault(failure.GetType()))
        {
            silent++;
            return;
        }

        silentUntil[failure.GetType()] = now + Silence;
        if (failure is StoreException)
            StoreFailed(logger, work.Name, failure.Message, silent);
        else
            Bug(logger, work.Name, silent, failure);
        silent = 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private static partial void Hindered(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} failed just now and is tried again: {Problem} ({Silent} failures since the last report)")]
    private static partial void StoreFailed(ILogger logger, string work, string problem, int silent);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed and is tried again. This is a bug in newsbot; please report it. ({Silent} failures since the last report)")]
    private static partial void Bug(ILogger logger, string work, int silent, Exception failure);
}

/// <summary>Work that the service does again and again, a step at a time; <see cref="Periodic"/> runs it.</summary>
internal interface IPeriodicWork
{
    /// <summary>What the work is, for the log: the subject of a sentence, such as 'Indexing new articles'.</summary>
    string Name { get; }

    /// <summary>The time from the start of one step to the start of the next; a step that takes longer delays the next.</summary>
    TimeSpan Interval { get; }

    /// <summary>The name of work that one process does at a time, where several share a database; null for work that each does for itself.</summary>
    string? Lease { get; }

    /// <summary>Whether the first step comes at the start; otherwise it comes after one interval.</summary>
    bool BeginsAtOnce => true;

    /// <summary>A step that takes longer is told as stuck; <see cref="Timeout.InfiniteTimeSpan"/> for work whose steps may take hours.</summary>
    TimeSpan Patience => TimeSpan.FromMinutes(10);

    /// <summary>What keeps the work from its aim though its steps end well, in one sentence; null when nothing does. It is read after each step.</summary>
    string? Problem => null;

    /// <summary>Does one step. Whatever it throws is logged, and the next step comes after the interval.</summary>
    Task StepAsync(CancellationToken cancellationToken);

    /// <summary>Waits for what the steps began and left running; the service calls it once, after the last step.</summary>
    Task FinishAsync() => Task.CompletedTask;
}
