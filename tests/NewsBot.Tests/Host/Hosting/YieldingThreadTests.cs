using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Hosting;

/// <summary>Long work leaves the processor to those who wait for an answer.</summary>
public sealed class YieldingThreadTests
{
    // The nineteenth field of a thread's state, counted behind its name in parentheses.
    private const int NiceField = 16;

    [Fact]
    public async Task The_work_runs_with_a_lower_priority_and_what_comes_after_it_does_not()
    {
        Assert.SkipUnless(SystemLibrary.Find("setpriority") != 0, "needs glibc on Linux");
        var before = NiceOfThisThread();
        Assert.Equal(10, await YieldingThread.RunAsync(NiceOfThisThread));
        Assert.Equal(before, NiceOfThisThread());
    }

    [Fact]
    public async Task What_it_throws_is_thrown_to_the_one_who_waits() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => YieldingThread.RunAsync<int>(() => throw new InvalidDataException("no")));

    private static int NiceOfThisThread()
    {
        var state = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(state[(state.LastIndexOf(')') + 2)..].Split(' ')[NiceField]);
    }
}
