using NewsBot.Counts;

namespace NewsBot.Storage.Postgres;

/// <summary>How often things happened: a row a day for each name.</summary>
internal sealed class PostgresCountStore(PostgresDatabase database) : ICountStore
{
    public Task AddAsync(IReadOnlyCollection<DayCount> counts, CancellationToken cancellationToken)
    {
        // Each row once and in one order: two processes that count at once never wait for each other in a circle.
        var sums = counts.GroupBy(counted => (counted.Day, counted.Name), counted => counted.Count)
            .OrderBy(group => group.Key.Day).ThenBy(group => group.Key.Name, StringComparer.Ordinal).ToArray();
        return database.WriteAsync(
            session => session.RunAsync(
                """
                INSERT INTO counts (day, name, count) SELECT * FROM unnest(@days, @names, @counts)
                ON CONFLICT (day, name) DO UPDATE SET count = counts.count + excluded.count
                """,
                ("@days", Array.ConvertAll(sums, sum => sum.Key.Day.DayNumber)), ("@names", Array.ConvertAll(sums, sum => sum.Key.Name)),
                ("@counts", Array.ConvertAll(sums, sum => sum.Sum()))),
            cancellationToken);
    }

    public Task<IReadOnlyList<DayCount>> ReadAsync(DateOnly from, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<DayCount>>(
        async session => (await session.QueryAsync<Row>("SELECT day, name, count FROM counts WHERE day >= @from ORDER BY day, name COLLATE \"C\"", ("@from", from.DayNumber)))
            .ConvertAll(row => new DayCount(DateOnly.FromDayNumber(row.Day), row.Name, row.Count)),
        cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync("DELETE FROM counts WHERE day < @before", ("@before", before.DayNumber)), cancellationToken);

    private sealed record Row(int Day, string Name, long Count);
}
