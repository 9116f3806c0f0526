using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Digests;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Sqlite;
using NewsBot.Summaries;
using NewsBot.Tests.Core.Digests;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Summaries;

public sealed class DigestMakerTests : IDisposable
{
    private static readonly DigestRequest Request = new(DigestArticles.From, DigestArticles.To);

    private readonly SqliteChatFolder folder = new();
    private readonly SqliteArticleStore store;
    private readonly SqliteReaders readers;
    private readonly CountingOverview overview;

    public DigestMakerTests()
    {
        store = new SqliteArticleStore(folder.Archive(), TimeProvider.System);
        readers = new SqliteReaders(folder.Archive());
        overview = new CountingOverview(new SqliteArchiveOverview(readers));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        readers.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Requests_over_one_window_share_its_stories()
    {
        await store.AddAsync(DigestArticles.Day, Stop);
        using var maker = new DigestMaker(store, overview, TimeProvider.System);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => maker.MakeAsync(Request with { Topics = i % 2 == 0 ? [] : ["chess"] }, Stop)));
        Assert.Equal((4, 1), (all[0].Stories.Count, all[1].Stories.Count));
        Assert.Equal(1, overview.Reads);

        // What came in since is in the next.
        const string Body = "A court in Kiel cleared the banker Rolf Hagen of fraud.";
        await store.AddAsync([DigestArticles.Day[0] with { Id = "new", Url = null, Body = Body, Title = "Banker Rolf Hagen cleared of fraud in Kiel" }], Stop);
        Assert.Equal(5, (await maker.MakeAsync(Request, Stop)).Stories.Count);
        Assert.Equal(2, overview.Reads);
    }

    [Fact]
    public async Task Articles_in_another_language_are_left_out()
    {
        await store.AddAsync([.. DigestArticles.Day.Select((article, i) => article with { Language = i < 3 ? "en-GB" : i < 5 ? "de" : null })], Stop);
        using var maker = new DigestMaker(store, overview, TimeProvider.System);
        var digest = await maker.MakeAsync(Request with { Language = "en" }, Stop);
        Assert.Equal(["quake-1", "chess-1", "trial-1"], digest.Stories.Select(story => story.ArticleIds[0]));
    }

    [Fact]
    public async Task Folders_of_feeds_are_topics_where_something_tells_them()
    {
        await store.AddAsync(DigestArticles.Day, Stop);
        var topic = Request with { Topics = ["Northern countries"] };
        using var without = new DigestMaker(store, overview, TimeProvider.System);
        Assert.Empty((await without.MakeAsync(topic, Stop)).Stories);
        using var maker = new DigestMaker(store, overview, TimeProvider.System, new Folders());
        var digest = await maker.MakeAsync(topic, Stop);
        Assert.Equal("trial-1", Assert.Single(digest.Stories).ArticleIds[0]);
    }

    [Fact]
    public async Task A_failure_reaches_those_who_wait_and_is_not_kept()
    {
        await store.AddAsync(DigestArticles.Day, Stop);
        using var maker = new DigestMaker(store, overview, TimeProvider.System);
        overview.Fails = true;
        await Assert.ThrowsAsync<StoreException>(() => maker.MakeAsync(Request, Stop));
        overview.Fails = false;
        Assert.Equal(4, (await maker.MakeAsync(Request, Stop)).Stories.Count);
    }

    private sealed class CountingOverview(IArchiveOverview inner) : IArchiveOverview
    {
        private int reads;

        public int Reads => reads;

        public bool Fails { get; set; }

        public Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref reads);
            return Fails
                ? Task.FromException<IReadOnlyList<ArchivedArticle>>(new StoreException("The disk is gone.", isTransient: true))
                : inner.ReadWindowAsync(from, to, limit, cancellationToken);
        }

        public Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
            inner.ReadNewestAsync(before, limit, cancellationToken);

        public Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) => inner.ReadOutletsAsync(limit, cancellationToken);
    }

    private sealed class Folders : IArticleFolders
    {
        public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
                articleIds.Where(id => id == "trial-1").ToDictionary(id => id, IReadOnlyList<string> (_) => ["Northern countries"]));
    }
}
