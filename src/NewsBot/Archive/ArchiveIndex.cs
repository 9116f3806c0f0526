using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Archive;

/// <summary>This process's passage index: the file beside the archive, and in memory the articles that came in later.</summary>
/// <remarks>Questions read <see cref="Current"/> without waiting; one update runs at a time.</remarks>
internal sealed class ArchiveIndex(IArticleStore store, PassageIndexFiles files) : IDisposable
{
    /// <summary>With so many changes (articles in memory, revisions removed), they are merged into the file.</summary>
    public const int MergeThreshold = 400;

    /// <summary>The most small segments in memory; more become one, so that a question never walks over many.</summary>
    public const int MaxRecentSegments = 8;

    private const int MaxArticlesPerSegment = 1_000;
    private const int MinArticlesPerSegment = 50;

    private readonly SemaphoreSlim updating = new(1);
    private volatile PassageIndex current = PassageIndex.Empty;
    private PassageSegment? stored;
    private List<PassageSegment> recent = [];
    private HashSet<long> removed = [];
    private long sequence;
    private int mergeAt = MergeThreshold;
    private bool opened;

    /// <summary>The state that questions are answered from; empty before the first update. Reading it never waits.</summary>
    public PassageIndex Current => current;

    /// <summary>Follows the article log to its end; the first call opens the index, or makes it again when it is missing or damaged.</summary>
    /// <param name="onProgress">Told how many articles of how many are indexed; null to be silent.</param>
    /// <param name="cancellationToken">Stops between articles; the next call indexes the articles of this call again.</param>
    public async Task UpdateAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
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
            else if (stored is not null)
            {
                files.Restore(stored);
            }

            if (await store.GetLastSequenceAsync(cancellationToken) > sequence)
                await FollowAsync(onProgress, cancellationToken);
        }
        finally
        {
            updating.Release();
        }
    }

    public void Dispose() => updating.Dispose();

    private async Task FollowAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
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
        var position = await store.FindLogPositionAsync(reached, cancellationToken);

        // Nothing above has changed this index and nothing up to the publication waits or fails: a cancelled update changes nothing.
        recent.AddRange(built);
        removed.UnionWith(replaced);
        sequence = reached;
        Publish();
        if (Changes >= mergeAt && position is { } known)
            MergeAll(known);
        else if (recent.Count > MaxRecentSegments)
            MergeRecent();
    }

    private int Changes => recent.Sum(segment => segment.ArticleCount) + removed.Count;

    /// <summary>Makes one segment of everything in a file. Where that fails, the articles in memory stay there, and it is tried again after as many changes.</summary>
    private void MergeAll(LogPosition position)
    {
        mergeAt = Changes + MergeThreshold;
        try
        {
            if (files.Write(output => PassageSegmentMerger.Merge(stored is null ? recent : [stored, .. recent], removed.Contains, position, output), position) is { } written)
            {
                (stored, recent, removed, mergeAt) = (written, [], [], MergeThreshold);
                Publish();

                // The old file stays mapped until a collection finds that nobody reads it.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
                return;
            }
        }
        catch (SegmentTooLargeException exception)
        {
            mergeAt = int.MaxValue;
            files.Warn(exception.Message);
        }

        MergeRecent();
    }

    private void MergeRecent()
    {
        recent = [Open(PassageSegmentMerger.Merge(recent, removed.Contains, default))];
        Publish();
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

    private void Publish() => current = new PassageIndex(stored is null ? recent : [stored, .. recent], removed);
}
