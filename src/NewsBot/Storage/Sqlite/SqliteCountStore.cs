using NewsBot.Counts;

namespace NewsBot.Storage.Sqlite;

/// <summary>How often things happened: a row a day for each name.</summary>
internal sealed class SqliteCountStore(SqliteReaders readers, SqliteWriteQueue writes) : ICountStore
{
    public Task AddAsync(IReadOnlyCollection<DayCount> counts, CancellationToken cancellationToken) => writes.WriteAsync(
        session => counts.Sum(counted => session.Run(
            "INSERT INTO counts (day, name, count) VALUES ($day, $name, $count) ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count",
            ("$day", (long)counted.Day.DayNumber), ("$name", counted.Name), ("$count", counted.Count))),
        cancellationToken);

    public Task<IReadOnlyList<DayCount>> ReadAsync(DateOnly from, CancellationToken cancellationToken) => readers.ReadAsync<IReadOnlyList<DayCount>>(
        session => session.Query<Row>("SELECT day, name, count FROM counts WHERE day >= $from ORDER BY day, name", ("$from", (long)from.DayNumber))
            .ConvertAll(row => new DayCount(DateOnly.FromDayNumber((int)row.Day), row.Name, row.Count)),
        cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) => writes.WriteAsync(
        session => session.Run("DELETE FROM counts WHERE day < $before", ("$before", (long)before.DayNumber)), cancellationToken);

    private sealed record Row(long Day, string Name, long Count);
}
