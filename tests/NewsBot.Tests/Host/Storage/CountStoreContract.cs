using NewsBot.Counts;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of counts does; one thin class per provider.</summary>
public abstract class CountStoreContract
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's own store. Each call opens it again.</summary>
    private protected abstract ICountStore Open();

    [Fact]
    public async Task Counts_of_one_day_and_name_add_up()
    {
        await Open().AddAsync([new DayCount(Day, "b", 2), new DayCount(Day, "a", 1), new DayCount(Day.AddDays(1), "a", 5)], Stop);
        await Open().AddAsync([new DayCount(Day, "a", 40), new DayCount(Day, "a", 2)], Stop);
        await Open().AddAsync([], Stop);
        Assert.Equal([new DayCount(Day, "a", 43), new DayCount(Day, "b", 2), new DayCount(Day.AddDays(1), "a", 5)], await Open().ReadAsync(Day, Stop));
        Assert.Equal([new DayCount(Day.AddDays(1), "a", 5)], await Open().ReadAsync(Day.AddDays(1), Stop));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_no_count()
    {
        var store = Open();
        DayCount[] counts = [new DayCount(Day, "a", 1), new DayCount(Day, "b", long.MaxValue / 100)];
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.AddAsync(counts, Stop), Stop)));
        Assert.Equal([new DayCount(Day, "a", 20), new DayCount(Day, "b", long.MaxValue / 100 * 20)], await store.ReadAsync(Day, Stop));
    }

    [Fact]
    public async Task Old_days_are_deleted()
    {
        var store = Open();
        await store.AddAsync([new DayCount(Day, "a", 1), new DayCount(Day.AddDays(1), "a", 2)], Stop);
        await store.PruneAsync(Day.AddDays(1), Stop);
        Assert.Equal([new DayCount(Day.AddDays(1), "a", 2)], await Open().ReadAsync(DateOnly.MinValue, Stop));
    }
}
