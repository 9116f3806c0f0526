using NewsBot.Core.Digests;

namespace NewsBot.Summaries;

/// <summary>The last windows that were asked for, each made once, however many requests wait for it, and one after another.</summary>
/// <remarks>
/// Safe for concurrent use. To group a day of news keeps a processor busy for a second, and answers need one meanwhile: two windows at once would take both of a small machine.
/// A window holds the texts of its articles, so it is let go as soon as nobody can ask for it again: when the archive has changed, or when no request came for half a minute.
/// </remarks>
internal sealed class SharedWindows(TimeProvider time) : IDisposable
{
    // The hours of a day, two weeks of one person, a language or two: at any minute few windows are asked for.
    private const int MostWindows = 8;

    // The articles of all kept windows together, so that windows of very many articles do not pile up.
    private const int MostArticles = 40_000;

    // Summaries that are due at one minute are made one after another.
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim making = new(1);

    // The window of the last request comes first.
    private readonly List<(WindowKey Key, Task<DigestWindow> Window)> kept = [];

    // The window that was made last, for what the next one has in common with it.
    private DigestWindow? last;
    private ITimer? idle;

    /// <summary>The window with this key, made when it is not kept; a failure goes to all who wait, and is not kept.</summary>
    /// <param name="key">Which window.</param>
    /// <param name="make">Makes it; given is one that was made before, or null.</param>
    public Task<DigestWindow> GetAsync(WindowKey key, Func<DigestWindow?, Task<DigestWindow>> make)
    {
        lock (gate)
        {
            var known = kept.Find(one => one.Key == key && !one.Window.IsFaulted).Window;

            // Not under the lock, which others wait for: the work reads the archive and groups.
            var window = known ?? Task.Run(() => MakeAsync(make));
            kept.RemoveAll(one => one.Key == key || one.Key.Sequence < key.Sequence);
            kept.Insert(0, (key, window));
            Trim();
            idle ??= time.CreateTimer(_ => Forget(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            idle.Change(KeepFor, Timeout.InfiniteTimeSpan);
            return window;
        }
    }

    public void Dispose()
    {
        idle?.Dispose();
        making.Dispose();
    }

    private async Task<DigestWindow> MakeAsync(Func<DigestWindow?, Task<DigestWindow>> make)
    {
        await making.WaitAsync();
        try
        {
            var made = await make(last);
            lock (gate)
                last = kept.Count > 0 ? made : null;
            return made;
        }
        finally
        {
            making.Release();
        }
    }

    private void Forget()
    {
        lock (gate)
        {
            kept.Clear();
            last = null;
        }
    }

    private void Trim()
    {
        var count = 0;
        var articles = 0;
        foreach (var (_, window) in kept)
        {
            articles += window.IsCompletedSuccessfully ? window.Result.ArticleCount : 0;
            if (count == MostWindows || (count > 0 && articles > MostArticles))
                break;
            count++;
        }

        kept.RemoveRange(count, kept.Count - count);
    }
}

/// <summary>Equal for requests whose windows have the same stories.</summary>
/// <param name="From">The window's start.</param>
/// <param name="To">Its end.</param>
/// <param name="Language">Two-letter code; null for any.</param>
/// <param name="Sequence">The archive's last change.</param>
internal readonly record struct WindowKey(DateTimeOffset From, DateTimeOffset To, string? Language, long Sequence);
