using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Counts;
using NewsBot.Hosting;
using NewsBot.Tests.Host.Storage;

namespace NewsBot.Tests.Host.Counts;

/// <summary>Counts on their way through memory into the store.</summary>
public sealed class DailyCountsTests
{
    private readonly CountsInMemory store = new();
    private readonly ManualTime time = new();
    private readonly DailyCounts counts;

    public DailyCountsTests() => counts = new DailyCounts(store, time, NullLogger<DailyCounts>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_is_written_together_and_not_when_it_happens()
    {
        for (var i = 0; i < 100; i++)
            counts.Add(CountName.Sure);
        counts.Add(CountName.Dropped, 3);
        counts.Add(CountName.Unsure, 0);
        Assert.Equal(0, store.Writes);

        await counts.StepAsync(Stop);
        Assert.Equal(1, store.Writes);
        Assert.Equal(
            [new DayCount(new DateOnly(2026, 3, 1), CountName.Dropped, 3), new DayCount(new DateOnly(2026, 3, 1), CountName.Sure, 100)],
            await store.ReadAsync(default, Stop));
        await counts.StepAsync(Stop);
        Assert.Equal(1, store.Writes);
    }

    [Fact]
    public async Task What_a_failing_store_does_not_take_is_written_later()
    {
        counts.Add(CountName.Sure);
        store.Fails = true;
        await Assert.ThrowsAsync<StoreException>(() => counts.StepAsync(Stop));
        await counts.FinishAsync();
        counts.Add(CountName.Sure);
        store.Fails = false;
        await counts.FinishAsync();
        Assert.Equal(2, (await counts.ReadAsync(1, Stop)).Of(CountName.Sure));
    }

    [Fact]
    public async Task Who_reads_sees_what_happened_just_now_day_by_day()
    {
        counts.Add(CountName.Sure);
        time.Now = time.Now.AddDays(2);
        counts.Add(CountName.Unsure);
        var report = await counts.ReadAsync(3, Stop);
        Assert.Equal([1, 0, 0], report.Days.Select(day => day.Of(CountName.Sure)));
        Assert.Equal([0, 0, 1], report.Days.Select(day => day.Of(CountName.Unsure)));
        Assert.Equal(2, report.Questions);
        Assert.Equal(0, (await counts.ReadAsync(2, Stop)).Of(CountName.Sure));
    }

    [Fact]
    public async Task Old_days_are_deleted()
    {
        counts.Add(CountName.Sure);
        await counts.StepAsync(Stop);
        time.Now = time.Now.AddDays(DailyCounts.DaysKept);
        await counts.StepAsync(Stop);
        Assert.Single(await store.ReadAsync(default, Stop));
        time.Now = time.Now.AddDays(1);
        await counts.StepAsync(Stop);
        Assert.Empty(await store.ReadAsync(default, Stop));
    }
}
