using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;
using NewsBot.Tests.Host.Archive;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Hosting;

public sealed class StorePipelineTests
{
    private readonly SteppedClock time = new();
    private readonly ServiceHealth health = new();
    private readonly ListLogger<StorePipeline> log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_much_work_waits_for_a_full_disk_one_line_says_so_and_one_that_it_is_over()
    {
        var pipeline = new StorePipeline(health, time, log);
        var isFull = true;
        var works = Enumerable.Range(0, 20).Select(number => pipeline.RunAsync(
            () => isFull ? throw new StoreException("The archive cannot grow: the disk is full.", isTransient: true) : Task.FromResult(number), Stop)).ToList();
        for (var second = 0; second < 90; second++)
            time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("the disk is full", (await CheckAsync()).Description, StringComparison.Ordinal);
        Assert.Single(log.Warnings);

        isFull = false;
        while (!works.TrueForAll(work => work.IsCompleted))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(Enumerable.Range(0, 20), await Task.WhenAll(works));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
        Assert.Single(log.Warnings);
    }

    [Fact]
    public async Task A_store_that_fails_now_and_then_fills_no_log()
    {
        var pipeline = new StorePipeline(health, time, log);
        for (var second = 0; second < 30; second++)
        {
            pipeline.Fail(new StoreException("The archive cannot grow: the disk is full.", isTransient: true));
            Assert.Equal(HealthStatus.Degraded, (await CheckAsync()).Status);
            pipeline.Succeed();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Single(log.Warnings);
        time.Advance(StorePipeline.Silence);
        pipeline.Fail(new StoreException("The archive cannot grow: the disk is full.", isTransient: true));
        Assert.Equal(2, log.Warnings.Count);
    }

    private Task<HealthCheckResult> CheckAsync() => health.CheckHealthAsync(new HealthCheckContext(), Stop);
}
