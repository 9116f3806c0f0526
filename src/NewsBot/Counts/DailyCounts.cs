using NewsBot.Hosting;

namespace NewsBot.Counts;

/// <summary>Counts what happens, in memory, so that nobody waits for the store. The counts are stored every few seconds and when the service ends.</summary>
/// <remarks>
/// Safe for concurrent use. A process that is killed loses the counts of the last <see cref="Interval"/>. The names are few (<see cref="CountName"/>), so memory stays
/// small where nothing is written, as in a command.
/// </remarks>
internal sealed partial class DailyCounts(ICountStore store, TimeProvider time, ILogger<DailyCounts> logger) : IPeriodicWork
{
    /// <summary>For so many days counts are kept.</summary>
    public const int DaysKept = 400;

    private readonly Lock gate = new();
    private Dictionary<(DateOnly Day, string Name), long> waiting = [];
    private DateOnly pruned;

    public string Name => "Writing down what was counted";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(5);

    /// <summary>Counts something that happened now.</summary>
    /// <param name="name">One of <see cref="CountName"/>.</param>
    /// <param name="count">How often it happened; nothing is counted for 0.</param>
    public void Add(string name, long count = 1)
    {
        if (count > 0)
            Add(new DayCount(Today(), name, count));
    }

    /// <summary>What happened today and on the days before.</summary>
    /// <param name="days">How many days, today included.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CountReport> ReadAsync(int days, CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        var today = Today();
        var from = today.AddDays(1 - days);
        return new CountReport(from, today, [.. (await store.ReadAsync(from, cancellationToken)).Where(count => count.Day <= today)]);
    }

    public async Task StepAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        if (Today() is var today && today != pruned)
        {
            await store.PruneAsync(today.AddDays(-DaysKept), cancellationToken);
            pruned = today;
        }
    }

    public async Task FinishAsync()
    {
        try
        {
            await WriteAsync(CancellationToken.None);
        }
        catch (StoreException failure)
        {
            Lost(logger, failure.Message);
        }
    }

    /// <summary>Writes what waits; what the store does not take waits on.</summary>
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        List<DayCount> taken;
        lock (gate)
        {
            taken = [.. waiting.Select(pair => new DayCount(pair.Key.Day, pair.Key.Name, pair.Value))];
            waiting = [];
        }

        if (taken.Count == 0)
            return;
        try
        {
            await store.AddAsync(taken, cancellationToken);
        }
        catch (Exception failure) when (failure is StoreException or OperationCanceledException)
        {
            taken.ForEach(Add);
            throw;
        }
    }

    private void Add(DayCount counted)
    {
        lock (gate)
            waiting[(counted.Day, counted.Name)] = waiting.GetValueOrDefault((counted.Day, counted.Name)) + counted.Count;
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was counted in the last seconds is lost: {Problem}")]
    private static partial void Lost(ILogger logger, string problem);
}
