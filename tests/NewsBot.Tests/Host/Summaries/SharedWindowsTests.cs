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

    private Task<DigestWindow> AskAsync(WindowKey key) => windows.GetAsync(key, () =>
    {
        Interlocked.Increment(ref made);
        return Task.FromResult(DigestWindow.Make([], key.From, key.To, new Dictionary<string, IReadOnlyList<string>>()));
    });
}
