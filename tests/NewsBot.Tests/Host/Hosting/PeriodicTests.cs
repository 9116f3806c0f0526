using System.Threading.Channels;
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
    private readonly Periodic periodic;

    public PeriodicTests()
    {
        logging = new LoggerFactory([log]);
        periodic = new Periodic(work, clock, logging.CreateLogger<Periodic>());
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
        await StepAsync();
        for (var elapsed = TimeSpan.Zero; elapsed < Periodic.Silence; elapsed += work.Interval)
        {
            clock.Advance(work.Interval);
            await StepAsync();
        }

        // The step after the last failure shows that it was logged.
        clock.Advance(work.Interval);
        await StepAsync();
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

    /// <summary>Waits for a step.</summary>
    /// <returns>The clock's time then.</returns>
    private async Task<TimeSpan> StepAsync()
    {
        await work.Steps.Reader.ReadAsync(Stop);
        return clock.Elapsed;
    }

    private sealed class ScriptedWork : IPeriodicWork
    {
        public Channel<bool> Steps { get; } = Channel.CreateUnbounded<bool>();

        public Func<Exception>? Fails { get; set; }

        public TaskCompletionSource Finished { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "Testing";

        public TimeSpan Interval => TimeSpan.FromMinutes(1);

        public Task StepAsync(CancellationToken cancellationToken)
        {
            // The test may change the script as soon as it sees the step.
            var failure = Fails?.Invoke();
            Steps.Writer.TryWrite(true);
            return failure is null ? Task.CompletedTask : throw failure;
        }

        public Task FinishAsync() => Finished.Task;
    }
}
