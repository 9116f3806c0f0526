using NewsBot.Core.Retrieval;
using NewsBot.Models;

namespace NewsBot.Archive;

/// <summary>This process's vector index: files beside the archive, and in memory the vectors that were stored later.</summary>
/// <remarks>A question waits for its own vector only; one update runs at a time.</remarks>
internal sealed partial class ArchiveVectors(
    IVectorStore store, ITextEmbedder embedder, VectorIndexFiles files, TimeProvider time, ILogger<ArchiveVectors> logger) : IDisposable
{
    /// <summary>The most bytes that are read from the store before they go into a file.</summary>
    private const int MostInMemory = VectorSegmentBuilder.MaxLength / 4;

    /// <summary>The index is made again when its files have so many times the passages of the store, and more than one file's.</summary>
    private const double MostStale = 1.25;

    /// <summary>For how long no question asks a model that failed, so that not every question waits for it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim updating = new(1);
    private volatile VectorIndex? current;
    private VectorModel? model;
    private List<VectorSegment> stored = [];
    private List<RevisionVectors> recent = [];
    private long sequence;
    private long pausedUntil;

    /// <summary>With so many passages in memory, they go into a file.</summary>
    public int FileThreshold { get; init; } = 4_096;

    /// <summary>The state that questions are compared with; null before the first update.</summary>
    public VectorIndex? Current => current;

    /// <summary>Follows the store to its end; the first call opens the index, or makes it again when its files are missing or damaged.</summary>
    /// <exception cref="Hosting.StoreException">The store failed; the index stays as it was.</exception>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        await updating.WaitAsync(cancellationToken);
        try
        {
            if (await store.FindModelAsync(embedder.Settings.Key, cancellationToken) is not { } latest)
                return;
            var (last, passages) = await store.CountAsync(latest, cancellationToken);
            if (latest != model)
                Begin(latest, files.Open(latest, last));
            if (stored.Sum(segment => (long)segment.Count) > (passages * MostStale) + FileThreshold)
            {
                files.Tidy([]);
                Begin(latest, []);
            }

            if (last > sequence)
                await FollowAsync(latest, last, cancellationToken);
        }
        finally
        {
            updating.Release();
        }
    }

    /// <summary>A question's vector, and the index that it is compared with.</summary>
    /// <param name="text">The question as it is to be understood alone.</param>
    /// <returns>Null while there are no vectors, and when the model gives none for the question in time; no question fails because of it.</returns>
    public async Task<QuestionMeaning?> FindMeaningAsync(string text, CancellationToken cancellationToken)
    {
        var settings = embedder.Settings;
        if (current is not { PassageCount: > 0 } index || settings.Weight <= 0 || time.GetUtcNow().UtcTicks < Interlocked.Read(ref pausedUntil))
            return null;
        try
        {
            var vector = (await embedder.EmbedAsync([settings.QuestionPrefix + text], settings.QuestionTimeLimit, cancellationToken))[0];
            if (vector.Length == index.Dimensions)
                return new QuestionMeaning(index, vector, settings.Weight);
            NoMeaning(logger, $"the model's vectors now have {vector.Length} dimensions; those of the passages are being made again.");
        }
        catch (ModelException failure)
        {
            NoMeaning(logger, failure.Message);
        }

        Interlocked.Exchange(ref pausedUntil, (time.GetUtcNow() + Pause).UtcTicks);
        return null;
    }

    public void Dispose() => updating.Dispose();

    private void Begin(VectorModel latest, List<VectorSegment> segments)
    {
        (model, stored, recent, sequence) = (latest, segments, [], segments.Count > 0 ? segments[^1].LastSequence : 0);
        Publish(latest);
    }

    /// <summary>Reads the vectors that were stored later; when it is stopped, the next call goes on from there.</summary>
    private async Task FollowAsync(VectorModel latest, long last, CancellationToken cancellationToken)
    {
        var mostPassages = Math.Max(FileThreshold, MostInMemory / (3 * latest.Dimensions));
        var passages = recent.Sum(revision => revision.Passages.Count);
        await foreach (var revision in store.ReadAsync(latest, sequence, cancellationToken))
        {
            recent.Add(revision);
            sequence = revision.Sequence;
            passages += revision.Passages.Count;
            if (passages < mostPassages)
                continue;
            WriteRecent(latest);
            passages = 0;
        }

        sequence = Math.Max(sequence, last);
        if (passages >= FileThreshold)
            WriteRecent(latest);
        Publish(latest);
    }

    /// <summary>Puts the vectors in memory into a file, together with the last files while they are not much larger: each vector is written few times.</summary>
    private void WriteRecent(VectorModel latest)
    {
        var first = stored.Count > 0 ? stored[^1].LastSequence : 0;
        var bytes = VectorSegmentBuilder.Build(latest, first, sequence, recent);
        List<VectorSegment> merged = [Open(bytes)];
        var length = (long)bytes.Length;
        while (stored.Count > 0 && stored[^1].ByteCount < 2 * length && length + stored[^1].ByteCount <= VectorSegmentBuilder.MaxLength)
        {
            merged.Insert(0, stored[^1]);
            length += stored[^1].ByteCount;
            stored.RemoveAt(stored.Count - 1);
        }

        stored.Add(files.Write(merged.Count > 1 ? VectorSegmentBuilder.Merge(merged) : bytes, merged[0].FirstSequence, sequence));
        recent = [];
        files.Tidy(stored);
    }

    private void Publish(VectorModel latest)
    {
        var first = stored.Count > 0 ? stored[^1].LastSequence : 0;
        current = new VectorIndex(latest.Dimensions, recent.Count == 0 ? stored : [.. stored, Open(VectorSegmentBuilder.Build(latest, first, sequence, recent))]);
    }

    private static VectorSegment Open(byte[] bytes) =>
        VectorSegment.TryOpen(bytes, out var segment, out var problem) ? segment : throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A question is searched for by its words alone: {Problem}")]
    private static partial void NoMeaning(ILogger logger, string problem);
}
