using System.Threading.Channels;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>Reads articles out of files and from addresses and stores them, reading ahead while a batch is written.</summary>
internal sealed class ArticleIngestor(ArticleReader reader, IArticleStore store)
{
    private const int BatchArticles = 512;
    private const int BatchChars = 4_000_000;
    private const int BatchesAhead = 2;

    /// <summary>Takes in everything that the paths hold; each batch is stored whole or not at all.</summary>
    /// <param name="paths">Files, folders and addresses.</param>
    /// <param name="progress">Told after each batch; null when nobody looks.</param>
    /// <param name="rejected">Told of each record that is left out, in the order of reading; called from one thread at a time.</param>
    /// <param name="cancellationToken">Stops between two batches: what is stored stays, and the counts so far are returned.</param>
    /// <returns>The counts; when cancelled, those of what was stored.</returns>
    /// <exception cref="StoreException">The store failed; earlier batches stay.</exception>
    public async Task<IngestCounts> IngestAsync(
        IReadOnlyList<string> paths, IProgress<IngestProgress>? progress, Action<ReadResult.Rejected> rejected, CancellationToken cancellationToken)
    {
        var meter = new ReadMeter();
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(paths, meter, batches.Writer, rejected, stop.Token), CancellationToken.None);
        var counts = default(IngestCounts);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
            {
                IReadOnlyList<IngestOutcome> outcomes = batch.Articles.Count > 0 ? await store.AddAsync(batch.Articles, stop.Token) : [];
                counts = Add(counts, outcomes) with { Rejected = counts.Rejected + batch.Rejected };
                progress?.Report(new IngestProgress(counts, meter.ReadBytes, meter.TotalBytes));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping early is an outcome here: the counts say what went in.
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        return counts;
    }

    private async Task ReadAsync(
        IReadOnlyList<string> paths, ReadMeter meter, ChannelWriter<Batch> batches, Action<ReadResult.Rejected> rejected, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var batch = new Batch();
            await foreach (var result in reader.ReadAsync(paths, meter, cancellationToken))
            {
                if (result is ReadResult.Rejected rejection)
                {
                    rejected(rejection);
                    batch.Rejected++;
                    continue;
                }

                batch.Add(((ReadResult.Found)result).Article);
                if (batch.Articles.Count < BatchArticles && batch.Chars < BatchChars)
                    continue;
                await batches.WriteAsync(batch, cancellationToken);
                batch = new Batch();
            }

            await batches.WriteAsync(batch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The other side stopped, and knows why.
        }
#pragma warning disable CA1031 // The channel hands whatever failed to the one who awaits it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        batches.Complete(failure);
    }

    private static IngestCounts Add(IngestCounts counts, IReadOnlyList<IngestOutcome> outcomes)
    {
        var added = outcomes.Count(outcome => outcome == IngestOutcome.Added);
        var updated = outcomes.Count(outcome => outcome == IngestOutcome.Updated);
        return counts with
        {
            Added = counts.Added + added,
            Updated = counts.Updated + updated,
            Unchanged = counts.Unchanged + outcomes.Count - added - updated,
        };
    }

    private sealed class Batch
    {
        public List<Article> Articles { get; } = [];

        public int Chars { get; private set; }

        public int Rejected { get; set; }

        public void Add(Article article)
        {
            Articles.Add(article);
            Chars += article.Body.Length;
        }
    }
}
