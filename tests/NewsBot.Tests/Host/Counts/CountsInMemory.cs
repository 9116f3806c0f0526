using NewsBot.Counts;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Counts;

/// <summary>A store of counts in memory, which a test may let fail.</summary>
internal sealed class CountsInMemory : ICountStore
{
    private readonly SortedDictionary<(DateOnly Day, string Name), long> rows = [];

    /// <summary>Whether the next writings fail.</summary>
    public bool Fails { get; set; }

    /// <summary>How often counts were written.</summary>
    public int Writes { get; private set; }

    public Task AddAsync(IReadOnlyCollection<DayCount> counts, CancellationToken cancellationToken)
    {
        if (Fails)
            throw new StoreException("The disk is full.", isTransient: true);
        Writes++;
        foreach (var (day, name, count) in counts)
            rows[(day, name)] = rows.GetValueOrDefault((day, name)) + count;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DayCount>> ReadAsync(DateOnly from, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DayCount>>(
        [.. rows.Where(row => row.Key.Day >= from).Select(row => new DayCount(row.Key.Day, row.Key.Name, row.Value))]);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken)
    {
        foreach (var key in rows.Keys.Where(key => key.Day < before).ToList())
            rows.Remove(key);
        return Task.CompletedTask;
    }
}
