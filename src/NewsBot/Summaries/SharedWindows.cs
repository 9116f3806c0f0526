using NewsBot.Core.Digests;

namespace NewsBot.Summaries;

/// <summary>The windows asked for last, each made once however many wait for it.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class SharedWindows
{
    // The hours of a day, two weeks of one person's, a language or two: at any minute few windows are asked for.
    private const int MostWindows = 8;

    // What the windows kept hold together, so that windows of very many articles do not pile up.
    private const int MostArticles = 40_000;

    private readonly Lock gate = new();
    private readonly LinkedList<(WindowKey Key, Task<DigestWindow> Window)> kept = new();

    /// <summary>The window with this key, made when it is not kept; a failure is handed to all who wait, and not kept.</summary>
    public Task<DigestWindow> GetAsync(WindowKey key, Func<Task<DigestWindow>> make)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key)
                    continue;
                if (node.Value.Window.IsFaulted)
                {
                    kept.Remove(node);
                    break;
                }

                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Window;
            }

            // Not under the lock, which others wait for: it reads the archive and groups.
            var window = Task.Run(make);
            kept.AddFirst((key, window));
            Trim();
            return window;
        }
    }

    private void Trim()
    {
        var articles = 0;
        var count = 0;
        for (var node = kept.First; node is not null;)
        {
            var next = node.Next;
            articles += node.Value.Window.IsCompletedSuccessfully ? node.Value.Window.Result.ArticleCount : 0;
            if (++count > MostWindows || (count > 1 && articles > MostArticles))
                kept.Remove(node);
            node = next;
        }
    }
}
