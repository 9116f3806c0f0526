using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Ingest;

namespace NewsBot.Tests.Host.Sources.Ingest;

public sealed class ArticleIngestorTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_is_stored_in_order_and_counted()
    {
        var path = folder.File("a.jsonl", string.Concat(Enumerable.Range(0, 2000).Select(number => number % 100 == 0 ? "bad\n" : $"{{\"body\":\"Text {number}.\"}}\n")));
        var store = new RecordingStore();
        var rejected = new List<int?>();
        var reports = new List<IngestProgress>();
        var counts = await new ArticleIngestor(new ArticleReader(), new ArticleIntake(store))
            .IngestAsync([path], new Reports(reports), rejection => rejected.Add(rejection.Line), Stop);

        Assert.Equal(new IngestCounts(1980, 0, 0, 20), counts);
        Assert.Equal("added 1,980, updated 0, unchanged 0, rejected 20", counts.ToString());
        Assert.Equal(Enumerable.Range(0, 20).Select(number => (int?)((number * 100) + 1)), rejected);
        Assert.Equal(Enumerable.Range(0, 2000).Where(number => number % 100 != 0).Select(number => $"Text {number}."), store.Stored.Select(article => article.Body));
        Assert.True(store.Batches > 1);
        Assert.Equal(counts, reports[^1].Counts);
        Assert.Equal(reports[^1].TotalBytes, reports[^1].ReadBytes);
    }

    [Fact]
    public async Task Large_articles_make_small_batches()
    {
        var body = new string('x', 1_900_000);
        var path = folder.File("a.jsonl", string.Concat(Enumerable.Range(0, 6).Select(number => $"{{\"body\":\"{number} {body}\"}}\n")));
        var store = new RecordingStore();
        await new ArticleIngestor(new ArticleReader(), new ArticleIntake(store)).IngestAsync([path], null, _ => { }, Stop);
        Assert.Equal(6, store.Stored.Count);
        Assert.Equal(2, store.Batches);
    }

    [Fact]
    public async Task Stopped_early_it_counts_what_is_stored()
    {
        var path = folder.File("a.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{{\"body\":\"Text {number}.\"}}\n")));
        using var stop = new CancellationTokenSource();
        var store = new RecordingStore { AfterBatch = stop.Cancel };
        var counts = await new ArticleIngestor(new ArticleReader(), new ArticleIntake(store)).IngestAsync([path], null, _ => { }, stop.Token);
        Assert.Equal(store.Stored.Count, counts.Added);
        Assert.InRange(counts.Added, 1, 19_999);
    }

    [Fact]
    public async Task A_store_that_fails_ends_it()
    {
        var path = folder.File("a.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{{\"body\":\"Text {number}.\"}}\n")));
        var store = new RecordingStore { AfterBatch = () => throw new StoreException("The disk is full.", isTransient: false) };
        await Assert.ThrowsAsync<StoreException>(() => new ArticleIngestor(new ArticleReader(), new ArticleIntake(store)).IngestAsync([path], null, _ => { }, Stop));
    }

    [Fact]
    public async Task A_store_is_not_asked_when_there_is_nothing_to_store()
    {
        var store = new RecordingStore();
        Assert.Equal(
            new IngestCounts(0, 0, 0, 1), await new ArticleIngestor(new ArticleReader(), new ArticleIntake(store)).IngestAsync([folder.File("a.txt", "")], null, _ => { }, Stop));
        Assert.Equal(0, store.Batches);
    }

    private sealed class Reports(List<IngestProgress> reports) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => reports.Add(value);
    }

    private sealed class RecordingStore : IArticleStore
    {
        public List<Article> Stored { get; } = [];

        public int Batches { get; private set; }

        public Action AfterBatch { get; init; } = () => { };

        public Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
        {
            Stored.AddRange(articles);
            Batches++;
            AfterBatch();
            return Task.FromResult<IReadOnlyList<IngestOutcome>>([.. articles.Select(_ => IngestOutcome.Added)]);
        }

        public IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<long> CountAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
