using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Retrieval;

/// <summary>This process's passage index: the file beside the archive, and in memory what came in since.</summary>
/// <remarks>Questions read <see cref="Current"/> without waiting; one update runs at a time.</remarks>
internal sealed class ArchiveIndex(IArticleStore store, PassageIndexFiles files) : IArchiveIndex, IDisposable
{
    /// <summary>Articles in memory from which on they are merged into the file.</summary>
    private const int MergeThreshold = 400;

    private const int ArticlesPerSegment = 1_000;

    /// <summary>Small segments in memory from which on they become one, so that a question never walks over many.</summary>
    private const int MaxRecentSegments = 8;

    private readonly SemaphoreSlim updating = new(1);
    private PassageSegment? stored;
    private List<PassageSegment> recent = [];
    private HashSet<long> removed = [];
    private long sequence;
    private bool opened;

    /// <inheritdoc/>
    public PassageIndex Current { get; private set; } = PassageIndex.Empty;

    /// <inheritdoc/>
    /// <exception cref="IOException">The index file cannot be written.</exception>
    public async Task UpdateAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        await updating.WaitAsync(cancellationToken);
        try
        {
            var last = await store.GetLastSequenceAsync(cancellationToken);
            if (!opened)
            {
                stored = files.Open(last);
                sequence = stored?.LastSequence ?? 0;
                opened = true;
                Publish();
            }

            if (last > sequence)
                await FollowAsync(onProgress, cancellationToken);
        }
        finally
        {
            updating.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => updating.Dispose();

    private async Task FollowAsync(Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        var added = new HashSet<long>();
        var reached = sequence;
        await foreach (var entry in store.ReadLogAsync(sequence, cancellationToken))
        {
            if (entry.ReplacedRevisionId is { } replaced && !added.Remove(replaced))
                removed.Add(replaced);
            if (entry.RevisionId is { } revision)
                added.Add(revision);
            reached = entry.Sequence;
        }

        recent.AddRange(await BuildAsync([.. added], onProgress, cancellationToken));
        sequence = reached;
        var waiting = recent.Sum(segment => segment.ArticleCount) + removed.Count;
        if (waiting >= MergeThreshold)
        {
            var parts = stored is null ? recent : [stored, .. recent];
            stored = files.Write(PassageSegmentMerger.Merge(parts, removed.Contains, sequence), sequence);
            recent = [];
            removed = [];
        }
        else if (recent.Count > MaxRecentSegments)
        {
            recent = [Open(PassageSegmentMerger.Merge(recent, static _ => false, sequence))];
        }

        Publish();
    }

    private async Task<List<PassageSegment>> BuildAsync(long[] revisionIds, Action<int, int>? onProgress, CancellationToken cancellationToken)
    {
        var segments = new ConcurrentBag<PassageSegment>();
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(revisionIds.Chunk(ArticlesPerSegment), options, async (chunk, cancellation) =>
        {
            var builder = new PassageSegmentBuilder();
            foreach (var part in chunk.Chunk(100))
            {
                foreach (var revision in await store.GetAsync(part, cancellation))
                    builder.Add(revision);
                onProgress?.Invoke(Interlocked.Add(ref done, part.Length), revisionIds.Length);
            }

            segments.Add(Open(builder.Build(lastSequence: 0)));
        });
        return [.. segments];
    }

    private static PassageSegment Open(byte[] bytes) =>
        PassageSegment.TryOpen(bytes, out var segment, out var problem)
            ? segment
            : throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");

    private void Publish() => Current = new PassageIndex(stored is null ? recent : [stored, .. recent], removed);
}
