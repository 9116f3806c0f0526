using NewsBot.Core.Digests;
using NewsBot.Summaries;
using NewsBot.Tests.Core.Digests;
using NewsBot.Tests.Host.Sources.Fetching;

namespace NewsBot.Tests.Host.Summaries;

/// <summary>Windows hold the texts of a day, so they stay only as long as somebody may ask for them.</summary>
public sealed class SharedWindowsTests : IDisposable
{
    private static readonly WindowKey Key = new(DigestArticles.From, DigestArticles.To, Language: null, Sequence: 5);

    private readonly SteppedClock clock = new();
    private readonly SharedWindows windows;
    private int made;

    public SharedWindowsTests() => windows = new SharedWindows(clock);

    public void Dispose() => windows.Dispose();

    [Fact]
    public async Task A_window_is_made_once_while_the_archive_stays_as_it_is()
    {
        await AskAsync(Key);
        await AskAsync(Key with { Language = "de" });
        await AskAsync(Key);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Windows_of_an_earlier_state_of_the_archive_are_let_go()
    {
        await AskAsync(Key);
        await AskAsync(Key with { Language = "de", Sequence = 6 });
        await AskAsync(Key);
        Assert.Equal(3, made);
    }

    [Fact]
    public async Task Windows_that_nobody_asks_for_any_more_are_let_go()
    {
        await AskAsync(Key);
        clock.Advance(TimeSpan.FromSeconds(20));
        await AskAsync(Key);
        Assert.Equal(1, made);
        clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(Key);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Windows_are_made_one_after_another()
    {
        var first = new TaskCompletionSource<DigestWindow>();
        var begun = new TaskCompletionSource();
        var one = windows.GetAsync(Key, _ =>
        {
            begun.SetResult();
            return first.Task;
        });
        await begun.Task;
        var other = AskAsync(Key with { Language = "de" });
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(0, made);
        first.SetResult(Empty(Key));
        await one;
        await other;
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task The_next_window_is_given_the_last_one_while_it_is_kept()
    {
        var one = await AskAsync(Key);
        DigestWindow? given = null;
        var other = await windows.GetAsync(Key with { Sequence = 6 }, Keep);
        Assert.Same(one, given);
        clock.Advance(TimeSpan.FromMinutes(1));
        await windows.GetAsync(Key with { Sequence = 7 }, Keep);
        Assert.NotSame(one, other);
        Assert.Null(given);

        Task<DigestWindow> Keep(DigestWindow? earlier)
        {
            given = earlier;
            return Task.FromResult(Empty(Key));
        }
    }

    [Fact]
    public async Task A_window_that_failed_does_not_stop_the_next()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => windows.GetAsync(Key, _ => throw new InvalidOperationException("no")));
        await AskAsync(Key);
        Assert.Equal(1, made);
    }

    private static DigestWindow Empty(WindowKey key) => DigestWindow.Make([], key.From, key.To, new Dictionary<string, IReadOnlyList<string>>());

    private Task<DigestWindow> AskAsync(WindowKey key) => windows.GetAsync(key, _ =>
    {
        Interlocked.Increment(ref made);
        return Task.FromResult(Empty(key));
    });
}
