using NewsBot.Core.Retrieval;
using NewsBot.Hosting;
using NewsBot.Models;

namespace NewsBot.Archive;

/// <summary>Makes the missing vectors of the archive's passages, newest articles first, a few at a time and beside everything else.</summary>
/// <remarks>Only the store knows what is done: killed at any moment, the next start goes on with the missing vectors; after a change of the model all are missing.</remarks>
internal sealed partial class VectorBackfill(
    IArticleStore articles, IVectorStore vectors, ArchiveVectors index, PassageEmbedding embedding, TimeProvider time, ILogger<VectorBackfill> logger) : IPeriodicWork
{
    private const int MaxListed = 100_000;

    /// <summary>Articles read at once; their vectors are stored together.</summary>
    private const int GroupArticles = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(30);

    private long done = -1;
    private DateTimeOffset pruneAt;
    private DateTimeOffset tellAt;
    private DateTimeOffset tryAt;
    private int failures;

    public string Name => "Making vectors";

    public string? Lease => "vectors";

    public TimeSpan Interval => FirstWait;

    /// <summary>A step makes all that is missing.</summary>
    public TimeSpan Patience => Timeout.InfiniteTimeSpan;

    /// <summary>How long the model is left alone after it failed.</summary>
    /// <param name="failures">Failures one after another; 1 or more.</param>
    /// <param name="retryAfter">What the service asks for; null when it does not.</param>
    public static TimeSpan WaitAfter(int failures, TimeSpan? retryAfter)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(failures - 1, 10));
        var bounded = wait < LongestWait ? wait : LongestWait;
        return retryAfter > bounded ? retryAfter.Value : bounded;
    }

    /// <summary>Makes all missing vectors.</summary>
    /// <exception cref="ModelException">The model failed; the vectors that it made earlier are stored.</exception>
    /// <exception cref="StoreException">The store failed; earlier vectors are stored.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var model = await vectors.FindModelAsync(embedding.Key, cancellationToken);
        for (var before = 0L; ;)
        {
            var sequence = await articles.GetLastSequenceAsync(cancellationToken);
            if (sequence == done)
                return;
            var missing = await vectors.FindMissingAsync(model, MaxListed, cancellationToken);
            // The newest article is missing again when its vectors could not be stored: to make them once more now gains nothing.
            if (missing.Count > 0 && missing[0] != before)
            {
                before = missing[0];
                model = await MakeAsync(missing, model, sequence, cancellationToken);
                continue;
            }

            if (model is not null && time.GetUtcNow() >= pruneAt)
            {
                await vectors.PruneAsync(model, cancellationToken);
                pruneAt = time.GetUtcNow() + PruneInterval;
            }

            await index.UpdateAsync(cancellationToken);
            if (before > 0)
                Done(logger);
            done = sequence;
            return;
        }
    }

    public async Task StepAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < tryAt)
            return;
        try
        {
            await CatchUpAsync(cancellationToken);
            failures = 0;
        }
        catch (ModelException failure)
        {
            var wait = WaitAfter(++failures, failure.RetryAfter);
            tryAt = time.GetUtcNow() + wait;
            ModelFailed(logger, (int)wait.TotalSeconds, failure.Message);
        }
    }

    /// <summary>Goes through the missing articles until there are newer ones.</summary>
    private async Task<VectorModel?> MakeAsync(IReadOnlyList<long> missing, VectorModel? model, long sequence, CancellationToken cancellationToken)
    {
        var left = missing.Count;
        foreach (var group in missing.Chunk(GroupArticles))
        {
            var made = await embedding.EmbedAsync(await articles.GetAsync(group, cancellationToken), cancellationToken);
            if (made.Dimensions > 0 && made.Dimensions != model?.Dimensions)
                model = await vectors.AddModelAsync(embedding.Key, made.Dimensions, cancellationToken);
            if (model is not null)
                await vectors.AddAsync(model, made.Revisions, cancellationToken);
            left -= group.Length;
            if (time.GetUtcNow() >= tellAt)
            {
                Progress(logger, left);
                tellAt = time.GetUtcNow() + ProgressInterval;
                await index.UpdateAsync(cancellationToken);
            }

            if (await articles.GetLastSequenceAsync(cancellationToken) != sequence)
                break;
        }

        return model;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Vectors are being made: {Left} articles to go")]
    private static partial void Progress(ILogger logger, int left);

    [LoggerMessage(Level = LogLevel.Information, Message = "Every article has its vectors")]
    private static partial void Done(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Vectors cannot be made just now, the next try is in {Seconds} s: {Problem}")]
    private static partial void ModelFailed(ILogger logger, int seconds, string problem);
}
