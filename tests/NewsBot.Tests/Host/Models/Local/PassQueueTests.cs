using System.Collections.Concurrent;
using NewsBot.Models.Local;

namespace NewsBot.Tests.Host.Models.Local;

public sealed class PassQueueTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Those_of_the_earlier_reading_go_first_whenever_they_come()
    {
        var passes = new PassQueue(1);
        var (first, second, third) = (passes.Begin(), passes.Begin(), passes.Begin());
        var mayEnd = new TaskCompletionSource();
        var order = new ConcurrentQueue<string>();
        var busy = Start(first, "first");
        await UntilAsync(() => order.Count == 1);
        var late = Start(third, "third");
        await UntilAsync(() => passes.Waiting == 1);
        var early = Start(second, "second");
        await UntilAsync(() => passes.Waiting == 2);

        mayEnd.SetResult();
        await Task.WhenAll(busy, late, early).WaitAsync(Long, TestContext.Current.CancellationToken);

        Assert.Equal(["first", "second", "third"], order);

        Task Start(long reading, string name) => Task.Factory.StartNew(
            () => passes.Run(reading, () =>
            {
                order.Enqueue(name);
                return mayEnd.Task.Wait(Long);
            }),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    [Fact]
    public async Task No_more_run_than_there_are_places_and_a_place_that_failed_is_free_again()
    {
        var passes = new PassQueue(2);
        var mayEnd = new TaskCompletionSource();
        var running = 0;
        var readings = Enumerable.Range(0, 12).Select(number => Task.Factory.StartNew(
            () => passes.Run(passes.Begin(), () =>
            {
                Interlocked.Increment(ref running);
                mayEnd.Task.Wait(Long);
                Interlocked.Decrement(ref running);
                return number % 3 == 0 ? throw new InvalidDataException() : number;
            }),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        await UntilAsync(() => passes.Waiting == 10);
        Assert.Equal(2, Volatile.Read(ref running));

        mayEnd.SetResult();
        await Assert.ThrowsAsync<InvalidDataException>(() => Task.WhenAll(readings).WaitAsync(Long, TestContext.Current.CancellationToken));

        Assert.Equal(8, readings.Count(reading => reading.IsCompletedSuccessfully));
        Assert.Equal(1, passes.Run(passes.Begin(), () => 1));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 3000 && !holds(); tries++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(holds());
    }
}
