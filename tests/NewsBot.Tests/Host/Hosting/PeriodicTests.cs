using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NewsBot.Hosting;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Hosting;

public sealed class PeriodicTests : IAsyncDisposable
{
    private readonly SteppedClock clock = new();
    private readonly LogLines log = new();
    private readonly LoggerFactory logging;
    private readonly ScriptedWork work = new();
    private readonly ServiceHealth health = new();
    private readonly Periodic periodic;

    public PeriodicTests()
    {
        logging = new LoggerFactory([log]);
        periodic = new Periodic(work, health, new Leases(isShared: false, clock), clock, logging.CreateLogger<Periodic>());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        work.Finished.TrySetResult();
        await periodic.StopAsync(CancellationToken.None);
        periodic.Dispose();
        logging.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task The_first_step_comes_at_once_and_the_next_after_the_interval()
    {
        await periodic.StartAsync(Stop);
        Assert.Equal(TimeSpan.Zero, await StepAsync());
        clock.Advance(work.Interval);
        Assert.Equal(work.Interval, await StepAsync());
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task The_same_failure_is_logged_once_in_ten_minutes_and_the_next_line_counts_the_silent_ones()
    {
        work.Fails = () => new StoreException("The disk is full.", isTransient: true);
        await periodic.StartAsync(Stop);
        await StepOverAsync();
        for (var elapsed = TimeSpan.Zero; elapsed < Periodic.Silence; elapsed += work.Interval)
        {
            clock.Advance(work.Interval);
            await StepOverAsync();
        }

        Assert.Equal(
            [
                "Testing failed just now and is tried again: The disk is full. (0 failures since the last report)",
                "Testing failed just now and is tried again: The disk is full. (9 failures since the last report)",
            ],
            log.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_failure_of_another_type_is_logged_at_once()
    {
        work.Fails = () => new StoreException("The disk is full.", isTransient: true);
        await periodic.StartAsync(Stop);
        await StepAsync();
        work.Fails = () => new InvalidOperationException("A bug.");
        clock.Advance(work.Interval);
        await StepAsync();
        clock.Advance(work.Interval);
        await StepAsync();
        Assert.Equal([LogLevel.Warning, LogLevel.Error], log.Lines.Select(line => line.Level));
    }

    [Fact]
    public async Task A_cancellation_that_the_service_did_not_ask_for_is_a_failure_like_others()
    {
        work.Fails = () => new OperationCanceledException();
        await periodic.StartAsync(Stop);
        await StepAsync();
        clock.Advance(work.Interval);
        await StepAsync();
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task The_end_waits_for_what_the_steps_began()
    {
        await periodic.StartAsync(Stop);
        await StepAsync();
        var stopping = periodic.StopAsync(Stop);
        Assert.False(stopping.IsCompleted);
        work.Finished.SetResult();
        await stopping;
        Assert.True(periodic.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task While_the_latest_step_failed_the_service_is_degraded_and_says_why()
    {
        work.Fails = () => new StoreException("The disk is full.", isTransient: true);
        await periodic.StartAsync(Stop);
        await StepAsync();
        work.Fails = null;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Waits = end.Task;

        // The next step has begun and is not over: what the first one left is told still.
        await NextStepAsync();
        Assert.Equal("Testing failed just now and is tried again: The disk is full.", await ProblemAsync());
        work.Waits = Task.CompletedTask;
        end.SetResult();
        await NextStepAsync();
        Assert.Null(await ProblemAsync());
    }

    [Fact]
    public async Task A_step_that_does_not_come_to_its_end_is_told_once_until_it_does()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Waits = end.Task;
        await periodic.StartAsync(Stop);
        await StepAsync();
        Assert.Null(await ProblemAsync());
        clock.Advance(((IPeriodicWork)work).Patience);
        Assert.Contains("does not come to its end", await ProblemAsync(), StringComparison.Ordinal);
        Assert.Contains("does not come to its end", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
        end.SetResult();
        await StepAsync();
        await NextStepAsync();
        Assert.Null(await ProblemAsync());
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task A_problem_that_work_tells_of_itself_degrades_the_service_and_is_logged_once()
    {
        work.Problem = "The feeds do not answer.";
        await periodic.StartAsync(Stop);
        await StepAsync();
        await NextStepAsync();
        await NextStepAsync();
        Assert.Equal("The feeds do not answer.", await ProblemAsync());
        Assert.Equal("The feeds do not answer.", Assert.Single(log.Lines).Text);
    }

    private async Task<string?> ProblemAsync() => (await health.CheckHealthAsync(new HealthCheckContext(), Stop)).Description;

    private Task<TimeSpan> NextStepAsync()
    {
        clock.Advance(work.Interval);
        return StepAsync();
    }

    /// <summary>Waits for a step.</summary>
    /// <returns>The clock's time then.</returns>
    private async Task<TimeSpan> StepAsync()
    {
        await work.Steps.Reader.ReadAsync(Stop);
        return clock.Elapsed;
    }

    /// <summary>Waits until a step is over and what it led to is logged: then only the loop's own timer goes on.</summary>
    private async Task StepOverAsync()
    {
        await StepAsync();
        await clock.SettleAsync(running: 1);
    }

    private sealed class ScriptedWork : IPeriodicWork
    {
        public string? Lease { get; init; }

        public Channel<bool> Steps { get; } = Channel.CreateUnbounded<bool>();

        public Func<Exception>? Fails { get; set; }

        public Task Waits { get; set; } = Task.CompletedTask;

        public string? Problem { get; set; }

        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "Testing";

        public TimeSpan Interval => TimeSpan.FromMinutes(1);

        public Task StepAsync(CancellationToken cancellationToken)
        {
            // The test may change the script as soon as it sees the step.
            var failure = Fails?.Invoke();
            Steps.Writer.TryWrite(true);
            return failure is null ? Waits : throw failure;
        }

        public Task FinishAsync() => Finished.Task;
    }
}
