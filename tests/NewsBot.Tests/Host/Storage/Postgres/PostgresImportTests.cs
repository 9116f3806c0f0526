using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Storage.Postgres;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Storage.Postgres;

public sealed class PostgresImportTests : IDisposable
{
    private readonly SqliteChatFolder folder = new();
    private readonly PostgresServer server = new();
    private readonly List<IDisposable> opened = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Source => "sqlite:" + folder.Archive().Path;

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_archive_is_copied_with_its_numbers_and_goes_on_from_them()
    {
        var there = await FillAsync();
        var tables = await CopyAsync();
        Assert.All(tables, table => Assert.True(table.IsSame, table.ToString()));
        Assert.Equal(31, tables.Single(table => table.Name == "articles").Rows);
        Assert.Equal(32, tables.Single(table => table.Name == "revisions").Rows);
        Assert.Equal(1, tables.Single(table => table.Name == "feeds").Rows);

        var here = Store();
        Assert.Equal(await there.FindAsync("a7", Stop), await here.FindAsync("a7", Stop));
        Assert.Equal("Second text of a7.", (await here.FindAsync("a7", Stop))!.Article.Body);
        var log = await there.ReadLogAsync(0, Stop).ToListAsync(Stop);
        Assert.Equal(log, await here.ReadLogAsync(0, Stop).ToListAsync(Stop));
        // An index of the one archive is an index of the other.
        Assert.Equal(await there.FindLogPositionAsync(log[^1].Sequence, Stop), await here.FindLogPositionAsync(log[^1].Sequence, Stop));

        await here.AddAsync([new Article { Id = "new", Title = "Title", Body = "New text." }], Stop);
        Assert.Equal(log[^1].Sequence + 1, await here.GetLastSequenceAsync(Stop));
        Assert.Empty(await new PostgresArchiveCare(server.Open()).FindDamageAsync(10, Stop));
    }

    [Fact]
    public async Task An_interrupted_copy_goes_on()
    {
        await FillAsync();
        using var interrupted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Import().CopyAsync(
            Source,
            (table, _) =>
            {
                if (table == "revisions")
                    interrupted.Cancel();
            },
            interrupted.Token));
        Assert.Equal(0L, server.Ask("SELECT count(*) FROM article_log"));
        server.Execute("DELETE FROM revisions WHERE revision_id > 20");

        var told = new List<(string Table, long Rows)>();
        var tables = await Import().CopyAsync(Source, (table, rows) => told.Add((table, rows)), Stop);
        Assert.All(tables, table => Assert.True(table.IsSame, table.ToString()));
        Assert.Contains(("articles", 0L), told);
        Assert.Contains(("revisions", 12L), told);
        Assert.All(await CopyAsync(), table => Assert.True(table.IsSame, table.ToString()));
    }

    [Fact]
    public async Task A_row_that_was_changed_is_told()
    {
        await FillAsync();
        await CopyAsync();
        server.Execute("UPDATE revisions SET title = 'Another' WHERE revision_id = 5");
        Assert.Equal(["revisions"], (await CopyAsync()).Where(table => !table.IsSame).Select(table => table.Name));
    }

    [Fact]
    public async Task A_text_that_this_database_cannot_hold_is_copied_with_the_hash_of_what_it_holds()
    {
        using (var store = new SqliteArticleStore(folder.Archive(), TimeProvider.System))
            await store.AddAsync([new Article { Id = "a", Title = "Ti\0tle", Body = "One\0two." }], Stop);
        Assert.All(await CopyAsync(), table => Assert.True(table.IsSame, table.ToString()));
        Assert.Equal("One\uFFFDtwo.", (await Store().FindAsync("a", Stop))!.Article.Body);
        Assert.Empty(await new PostgresArchiveCare(server.Open()).FindDamageAsync(10, Stop));
    }

    [Fact]
    public async Task An_archive_with_articles_of_its_own_is_not_mixed_with_another()
    {
        await FillAsync();
        await Store().AddAsync([new Article { Id = "own", Title = "Title", Body = "Own text." }], Stop);
        Assert.Contains("articles of its own", (await Assert.ThrowsAsync<StoreException>(CopyAsync)).Message, StringComparison.Ordinal);
        Assert.Contains("no archive", (await Assert.ThrowsAsync<StoreException>(() => Import().CopyAsync("mysql:x", (_, _) => { }, Stop))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There is no archive", (await Assert.ThrowsAsync<StoreException>(() => Import().CopyAsync("sqlite:/nowhere", (_, _) => { }, Stop))).Message, StringComparison.Ordinal);
    }

    private async Task<SqliteArticleStore> FillAsync()
    {
        var archive = folder.Archive();
        var store = new SqliteArticleStore(archive, TimeProvider.System);
        var (readers, writes) = (new SqliteReaders(archive), new SqliteWriteQueue(archive));
        opened.AddRange([store, readers, writes]);
        await store.AddAsync([.. Enumerable.Range(0, 30).Select(Article)], Stop);
        await store.AddAsync([Article(7) with { Body = "Second text of a7." }, Article(99)], Stop);
        await new SqliteFeedStore(readers, writes, TimeProvider.System).AddAsync(new NewFeed("https://a.com/feed"), DateTimeOffset.UnixEpoch, Stop);
        return store;
    }

    private static Article Article(int number) => new()
    {
        Id = $"a{number}",
        Title = $"Títle {number}",
        Url = $"https://a.com/{number}",
        Source = number % 2 == 0 ? "Reuters" : null,
        PublishedAt = DateTimeOffset.UnixEpoch.AddDays(number),
        Body = $"Text of article {number} 😀, " + string.Join(' ', Enumerable.Range(number, 40).Select(word => $"word{word}")),
    };

    private PostgresArticleStore Store()
    {
        var store = new PostgresArticleStore(server.Open(), TimeProvider.System);
        opened.Add(store);
        return store;
    }

    private PostgresImport Import() => new(server.Open(), [new SqliteTableSource.Opener()]);

    private Task<IReadOnlyList<CopiedTable>> CopyAsync() => Import().CopyAsync(Source, (_, _) => { }, Stop);
}
