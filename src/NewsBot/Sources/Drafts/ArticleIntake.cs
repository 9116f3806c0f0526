using System.Threading.Channels;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Sources.Drafts;

/// <summary>Takes articles into the archive; feeds, pages, files and texts that people send all end here.</summary>
/// <remarks>
/// The steps, for every kind of source:
/// <list type="number">
/// <item>Fetch or open: the fetcher gives the bytes of an address, the file system those of a file.</item>
/// <item>Read: the reader of the format (feed, page, JSON, Markdown, text) finds what the source says.</item>
/// <item>Draft: <see cref="ArticleDraft"/> holds it as it stands there.</item>
/// <item>Article: <see cref="ArticleDraft.Finish"/> checks and completes it, or gives the reason why it is not one.</item>
/// <item>Store: the methods below, the only callers of <see cref="IArticleStore.AddAsync"/> among the sources.</item>
/// </list>
/// </remarks>
internal sealed class ArticleIntake(IArticleStore store)
{
    private const int BatchArticles = 512;
    private const int BatchChars = 4_000_000;
    private const int BatchesAhead = 2;

    // A page has more than its teaser by this much at least; a text that is shorter is an earlier teaser.
    private const double LeastOfPage = 1.5;

    /// <summary>Stores everything that a reader finds, in batches, and reads ahead while a batch is written; a batch is stored whole or not at all.</summary>
    /// <param name="read">Starts the reading; the token stops it.</param>
    /// <param name="rejected">Gets each record that is left out, in the order of reading; called from one thread at a time.</param>
    /// <param name="stored">Gets the counts after each batch.</param>
    /// <returns>The counts; when cancelled, those of what was stored.</returns>
    /// <exception cref="StoreException">The store failed; earlier batches stay.</exception>
    public async Task<IngestCounts> TakeAllAsync(
        Func<CancellationToken, IAsyncEnumerable<ReadResult>> read, Action<ReadResult.Rejected> rejected, Action<IngestCounts> stored, CancellationToken cancellationToken)
    {
        var batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(batches.Writer, read(stop.Token), rejected, stop.Token), CancellationToken.None);
        var counts = default(IngestCounts);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop.Token))
            {
                var outcomes = await TakeAsync(batch.Articles, stop.Token);
                counts = counts.With(outcomes, batch.Rejected);
                stored(counts);
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

    /// <summary>Stores articles, all of them or none.</summary>
    /// <returns>The outcome of each, in the same order.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IReadOnlyList<IngestOutcome>> TakeAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
            return [];
        var outcomes = await store.AddAsync(articles, cancellationToken);
        Instruments.ArticlesTaken(outcomes);
        return outcomes;
    }

    /// <summary>Stores what a reader found, all of it or nothing. An article whose page claims the address of quite another one is stored by itself.</summary>
    /// <inheritdoc cref="TakeAsync(IReadOnlyList{Article}, CancellationToken)"/>
    public async Task<IReadOnlyList<IngestOutcome>> TakeAsync(IReadOnlyList<ReadResult.Found> found, CancellationToken cancellationToken)
    {
        var articles = new List<Article>(found.Count);
        var here = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var (article, apart) in found.Select(result => (result.Article, result.Apart)))
        {
            var known = apart is null ? null : here.GetValueOrDefault(article.Id) ?? await FindAsync(article.Id, cancellationToken);
            articles.Add(known is not null && WordOverlap.AreApart(known, article) ? apart! : article);
            here.TryAdd(articles[^1].Id, articles[^1]);
        }

        return await TakeAsync(articles, cancellationToken);
    }

    /// <summary>What the archive has of an article; null when it has not got it.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<Article?> FindAsync(string articleId, CancellationToken cancellationToken) => (await store.FindAsync(articleId, cancellationToken))?.Article;

    /// <summary>Stores what a feed says of an article, except where the archive already has its page, or the same text and more.</summary>
    /// <remarks>A text of about the same length is an earlier teaser: the feed has put it right, and what it said before must not stay.</remarks>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task TakeTeaserAsync(Article teaser, CancellationToken cancellationToken)
    {
        var known = (await store.FindAsync(teaser.Id, cancellationToken))?.Article.Body;
        if (known is null || known.Length <= teaser.Body.Length
            || (known.Length < teaser.Body.Length * LeastOfPage && !known.StartsWith(teaser.Body.TrimEnd('.', '…', ' '), StringComparison.Ordinal)))
            await TakeAsync([teaser], cancellationToken);
    }

    private static async Task FillAsync(
        ChannelWriter<Batch> batches, IAsyncEnumerable<ReadResult> results, Action<ReadResult.Rejected> rejected, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var batch = new Batch();
            await foreach (var result in results)
            {
                if (result is ReadResult.Rejected rejection)
                {
                    rejected(rejection);
                    batch.Rejected++;
                    continue;
                }

                batch.Add((ReadResult.Found)result);
                if (batch.Articles.Count < BatchArticles && batch.Chars < BatchChars)
                    continue;
                await batches.WriteAsync(batch, cancellationToken);
                batch = new Batch();
            }

            await batches.WriteAsync(batch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The storing side stopped, and knows why.
        }
#pragma warning disable CA1031 // The channel hands the failure to whoever awaits the batches.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        batches.Complete(failure);
    }

    private sealed class Batch
    {
        public List<ReadResult.Found> Articles { get; } = [];

        public int Chars { get; private set; }

        public int Rejected { get; set; }

        public void Add(ReadResult.Found found)
        {
            Articles.Add(found);
            Chars += found.Article.Body.Length;
        }
    }
}
