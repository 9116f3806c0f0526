using NewsBot.Hosting;

namespace NewsBot.Counts;

/// <summary>How often things happened, a number for each day and name.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface ICountStore
{
    /// <summary>Adds each count to what its day and name have already, all in one transaction.</summary>
    Task AddAsync(IReadOnlyCollection<DayCount> counts, CancellationToken cancellationToken);

    /// <summary>The counts of a day and of the days after it, by day, then name; a name that did not happen on a day is left out.</summary>
    Task<IReadOnlyList<DayCount>> ReadAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>Deletes the days before <paramref name="before"/>.</summary>
    Task PruneAsync(DateOnly before, CancellationToken cancellationToken);
}

/// <summary>How often something happened on a day.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="Name">What happened, one of <see cref="CountName"/>.</param>
/// <param name="Count">Above 0.</param>
internal readonly record struct DayCount(DateOnly Day, string Name, long Count);
