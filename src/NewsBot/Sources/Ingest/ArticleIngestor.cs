using NewsBot.Hosting;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Takes in the articles of files and addresses.</summary>
internal sealed class ArticleIngestor(ArticleReader reader, ArticleIntake intake)
{
    /// <summary>Takes in everything that the paths hold; each batch is stored whole or not at all.</summary>
    /// <param name="paths">Files, folders and addresses.</param>
    /// <param name="progress">Gets a report after each batch; null when nobody looks.</param>
    /// <param name="rejected">Gets each record that is left out, in the order of reading; called from one thread at a time.</param>
    /// <param name="cancellationToken">Stops between two batches: what is stored stays, and the counts so far are returned.</param>
    /// <returns>The counts; when cancelled, those of what was stored.</returns>
    /// <exception cref="StoreException">The store failed; earlier batches stay.</exception>
    public Task<IngestCounts> IngestAsync(
        IReadOnlyList<string> paths, IProgress<IngestProgress>? progress, Action<ReadResult.Rejected> rejected, CancellationToken cancellationToken)
    {
        var meter = new ReadMeter();
        return intake.TakeAllAsync(
            token => reader.ReadAsync(paths, meter, token),
            rejected,
            counts => progress?.Report(new IngestProgress(counts, meter.ReadBytes, meter.TotalBytes)),
            cancellationToken);
    }
}

/// <summary>How far an ingest has come.</summary>
/// <param name="Counts">The counts of stored articles so far.</param>
/// <param name="ReadBytes">Bytes read of the files, as they lie on the disk; a little ahead of what is stored.</param>
/// <param name="TotalBytes">Size of all the files.</param>
internal readonly record struct IngestProgress(IngestCounts Counts, long ReadBytes, long TotalBytes);
