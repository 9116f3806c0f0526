using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Archive;

/// <summary>This process's passage index: the file beside the archive, and in memory the articles that came in later.</summary>
/// <remarks>
/// Questions read <see cref="Current"/> without waiting. One update runs at a time, and beside it at most one merge into the file: over a large archive a merge takes many seconds,
/// and what comes in meanwhile is found all the same.
/// </remarks>
internal sealed class ArchiveIndex(IArticleStore store, PassageIndexFiles files) : IDisposable
{
    /// <summary>With so many changes (articles in memory, revisions removed), they are merged into the file.</summary>
    public const int MergeThreshold = 400;

    /// <summary>The most small segments in memory; more are joined, so that a question never walks over many. Those that are being merged into the file do not count.</summary>
    public const int MaxRecentSegments = 8;

    /// <summary>The most articles that are joined in memory: far from what a segment can hold.</summary>
    private const int MaxJoinedArticles = 200_000;

    private const int MaxArticlesPerSegment = 1_000;
    private const int MinArticlesPerSegment = 50;

    private readonly SemaphoreSlim updating = new(1);
    private readonly SemaphoreSlim writing = new(1);
    private volatile PassageIndex current = PassageIndex.Empty;
    private volatile PassageSegment? stored;
    private List<PassageSegment> recent = [];
    private HashSet<long> removed = [];
    private long sequence;
    private LogPosition? position;
    private int mergeAt = MergeThreshold;
    private bool opened;

    // So many of the segments in memory, the oldest, are being merged into the file.
    private int frozen;

    /// <summary>The state that questions are answered from; empty before the first update. Reading it never waits.</summary>
    public PassageIndex Current => current;

    private int Changes => recent.Sum(segment => segment.ArticleCount) + removed.Count;

    private bool IsMergeDue => Changes >= mergeAt && position is not null;

    /// <summary>Follows the article log to its end, and writes the index to its file when enough has changed; the first call opens the index, or makes it again.</summary>
    /// <param name="onProgress">Told how many articles of how many are indexed; null to be silent.</param>
    /// <param name="cancellationToken">Stops between articles; the next call indexes the articles of this call again.</param>
    public async Task UpdateAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        await FollowAsync(onProgress, isWritten: true, cancellationToken);
        await RestoreAsync(cancellationToken);
        await MergeAsync(cancellationToken);
    }

    /// <summary>Follows the article log to its end; somebody else calls <see cref="MergeAsync"/>. An index that has no file yet is written at once.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(onProgress: null, isWritten: stored is null, cancellationToken);
        if (stored is null)
            await MergeAsync(cancellationToken);
    }

    /// <summary>Writes the index to its file when enough has changed; articles that come in meanwhile are found, and stay in memory.</summary>
    /// <remarks>Where that fails, the articles in memory stay there, and it is tried again after as many changes.</remarks>
    /// <returns>Whether a file was begun.</returns>
    public async Task<bool> MergeAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (!await MergeOnceAsync(cancellationToken))
                return false;

            // The merge has read all of the old file, which stays mapped until a collection finds that nobody reads it.
            MappedBytes.LetGoOfAll();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Writes the file again when another program changed it.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (stored is { } known)
                files.Restore(known);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        updating.Dispose();
        writing.Dispose();
    }

    private async Task FollowAsync(Action<int, int>? onProgress, bool isWritten, CancellationToken cancellationToken)
    {
        await updating.WaitAsync(cancellationToken);
        try
        {
            if (!opened)
            {
                stored = await files.OpenAsync(store, cancellationToken);
                sequence = stored?.Position.Sequence ?? 0;
                opened = true;
                Publish();
            }

            if (await store.GetLastSequenceAsync(cancellationToken) > sequence)
                await ReadLogAsync(onProgress, cancellationToken);
            if (!isWritten || !IsMergeDue)
                JoinRecent();
        }
        finally
        {
            updating.Release();
        }
    }

    private async Task ReadLogAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        var added = new HashSet<long>();
        var replaced = new List<long>();
        var reached = sequence;
        await foreach (var entry in store.ReadLogAsync(sequence, cancellationToken))
        {
            if (entry.ReplacedRevisionId is { } old && !added.Remove(old))
                replaced.Add(old);
            if (entry.RevisionId is { } revision)
                added.Add(revision);
            reached = entry.Sequence;
        }

        var built = await BuildAsync([.. added], onProgress, cancellationToken);
        var found = await store.FindLogPositionAsync(reached, cancellationToken);

        // Nothing above has changed this index and nothing up to the publication waits or fails: a cancelled update changes nothing.
        recent.AddRange(built);
        removed.UnionWith(replaced);
        (sequence, position) = (reached, found);
        Publish();
    }

    private async Task<bool> MergeOnceAsync(CancellationToken cancellationToken)
    {
        if (await BeginMergeAsync(cancellationToken) is not { } merge)
            return false;
        PassageSegment? written = null;
        var mayFitLater = true;
        try
        {
            written = await Task.Run(() => files.Write(merge.WriteTo, merge.Position), CancellationToken.None);
        }
        catch (SegmentTooLargeException failure)
        {
            mayFitLater = false;
            files.Warn(failure.Message);
        }
        finally
        {
            await EndMergeAsync(merge, written, mayFitLater);
        }

        if (written is not null)
            await Task.Run(() => files.Share(written), CancellationToken.None);
        return true;
    }

    private async Task<Merge?> BeginMergeAsync(CancellationToken cancellationToken)
    {
        await updating.WaitAsync(cancellationToken);
        try
        {
            if (!IsMergeDue)
                return null;
            frozen = recent.Count;
            return new Merge(stored is { } file ? [file, .. recent] : [.. recent], [.. removed], position!.Value);
        }
        finally
        {
            updating.Release();
        }
    }

    private async Task EndMergeAsync(Merge merge, PassageSegment? written, bool mayFitLater)
    {
        await updating.WaitAsync(CancellationToken.None);
        try
        {
            if (written is null)
            {
                frozen = 0;
                mergeAt = mayFitLater ? Changes + MergeThreshold : int.MaxValue;
                JoinRecent();
                return;
            }

            // What went from the archive meanwhile is in the file that was written.
            (stored, recent, removed, frozen, mergeAt) = (written, recent[frozen..], [.. removed.Except(merge.Removed)], 0, MergeThreshold);
            Publish();
        }
        finally
        {
            updating.Release();
        }
    }

    /// <summary>Joins the newest segments in memory with those before that are not much larger, so that each article is joined a few times only.</summary>
    private void JoinRecent()
    {
        while (recent.Count - frozen > MaxRecentSegments)
        {
            var first = recent.Count - 2;
            var articles = recent[first].ArticleCount + recent[^1].ArticleCount;
            if (articles > MaxJoinedArticles)
                return;
            for (; first > frozen && recent[first - 1].ArticleCount <= Math.Min(2 * articles, MaxJoinedArticles - articles); first--)
                articles += recent[first - 1].ArticleCount;
            recent = [.. recent[..first], Open(PassageSegmentMerger.Merge(recent[first..], removed.Contains, default))];
            Publish();
        }
    }

    private async Task<List<PassageSegment>> BuildAsync(long[] revisionIds, Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        var segments = new ConcurrentBag<PassageSegment>();
        var done = 0;
        var processors = Environment.ProcessorCount;
        var articles = Math.Clamp((revisionIds.Length + processors - 1) / processors, MinArticlesPerSegment, MaxArticlesPerSegment);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = processors };
        await Parallel.ForEachAsync(revisionIds.Chunk(articles), options, async (chunk, cancellation) =>
        {
            var builder = new PassageSegmentBuilder();
            foreach (var part in chunk.Chunk(100))
            {
                foreach (var revision in await store.GetAsync(part, cancellation))
                    builder.Add(revision);
                onProgress?.Invoke(Interlocked.Add(ref done, part.Length), revisionIds.Length);
            }

            segments.Add(Open(builder.Build()));
        });
        return [.. segments];
    }

    private static PassageSegment Open(byte[] bytes) =>
        PassageSegment.TryOpen(bytes, out var segment, out var problem)
            ? segment
            : throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");

    private void Publish() => current = new PassageIndex(stored is { } file ? [file, .. recent] : recent, removed);

    /// <summary>What becomes one file.</summary>
    private sealed record Merge(IReadOnlyList<PassageSegment> Segments, HashSet<long> Removed, LogPosition Position)
    {
        public void WriteTo(Stream output) => PassageSegmentMerger.Merge(Segments, Removed.Contains, Position, output);
    }
}
