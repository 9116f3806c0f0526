using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>What follows feeds in one process, over an archive that outlives it.</summary>
internal sealed class FeedReading : IDisposable
{
    private readonly SqliteReaders readers;
    private readonly SqliteWriteQueue writes;
    private readonly SqliteArticleStore articles;
    private readonly WebFetcher fetcher;
    private readonly ILoggerFactory logging;

    public FeedReading(string folder, TimeProvider time, INameResolver? names = null, Action<SourceOptions>? set = null, ILoggerProvider? logs = null,
        Func<IArticleStore, IArticleStore>? wrap = null)
    {
        var archive = new SqliteArchive(Options.Create(new ArchiveOptions { Path = folder }));
        (readers, writes, articles) = (new SqliteReaders(archive), new SqliteWriteQueue(archive), new SqliteArticleStore(archive, time));
        var settings = new SourceOptions { HostDelaySeconds = 0, AllowedPrivateAddresses = ["127.0.0.1"] };
        set?.Invoke(settings);
        var options = Options.Create(settings);
        fetcher = new WebFetcher(options, names ?? new SystemNameResolver(), time);
        logging = LoggerFactory.Create(builder =>
        {
            if (logs is not null)
                builder.AddProvider(logs);
        });
        var taken = wrap?.Invoke(articles) ?? articles;
        var intake = new ArticleIntake(taken);
        Feeds = new SqliteFeedStore(readers, writes, time);
        Registry = new FeedRegistry(fetcher, Feeds, intake, time);
        Poller = new FeedPoller(
            Feeds,
            new FeedVisit(fetcher, Feeds, intake, options, time, logging.CreateLogger<FeedVisit>()),
            new PageVisit(fetcher, Feeds, intake, taken, time),
            options,
            time,
            logging.CreateLogger<FeedPoller>());
    }

    public IFeedStore Feeds { get; }

    public IArticleStore Articles => articles;

    public FeedRegistry Registry { get; }

    public FeedPoller Poller { get; }

    /// <summary>Every revision, oldest first.</summary>
    public async Task<IReadOnlyList<Article>> ReadRevisionsAsync()
    {
        var log = await articles.ReadLogAsync(0, CancellationToken.None).ToListAsync();
        return [.. (await articles.GetAsync([.. log.Select(entry => entry.RevisionId!.Value)], CancellationToken.None)).Select(revision => revision.Article)];
    }

    /// <summary>Does what is due now, and what becomes due by that.</summary>
    public async Task PollAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await Poller.BeginDueAsync(CancellationToken.None);
            await Poller.WhenIdleAsync();
        }
    }

    public void Dispose()
    {
        fetcher.Dispose();
        writes.Dispose();
        readers.Dispose();
        articles.Dispose();
        logging.Dispose();
    }
}
