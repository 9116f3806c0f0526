using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Archive;

public sealed class ArticleRetentionServiceTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly SqliteChatFolder folder = new();
    private readonly TempFolder indexFolder = new();
    private readonly List<IDisposable> opened = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        indexFolder.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_went_is_not_found_any_more_and_what_an_answer_cites_still_opens()
    {
        var store = Keep(new SqliteArticleStore(folder.Archive(), time));
        await store.AddAsync([Article("old", -40, "The volcano erupted."), Article("cited", -41, "The volcano smoked."), Article("new", -1, "The volcano sleeps.")], Stop);
        var index = OpenIndex(store);
        await index.UpdateAsync(null, Stop);
        Assert.Equal(3, Found(index));
        var cited = (await store.FindAsync("cited", Stop))!.RevisionId;
        await CiteAsync(cited);

        await Service(new ArchiveOptions { KeepDays = 30 }).PruneAsync(Stop);
        await index.UpdateAsync(null, Stop);
        Assert.Equal(2, Found(index));
        Assert.Null(await store.FindAsync("old", Stop));
        Assert.Equal("The volcano smoked.", Assert.Single(await store.GetAsync([cited], Stop)).Article.Body);
        var reopened = OpenIndex(store);
        await reopened.UpdateAsync(null, Stop);
        Assert.Equal(2, Found(reopened));
    }

    [Fact]
    public async Task Many_that_go_leave_the_index_file_too()
    {
        var store = Keep(new SqliteArticleStore(folder.Archive(), time));
        var articles = Enumerable.Range(0, ArchiveIndex.MergeThreshold + 50).Select(number => Article($"n{number}", -number / 24.0, $"The volcano erupted {number} times."));
        await store.AddAsync([.. articles], Stop);
        var index = OpenIndex(store);
        await index.UpdateAsync(null, Stop);
        await Service(new ArchiveOptions { KeepArticles = 20 }).PruneAsync(Stop);
        await index.UpdateAsync(null, Stop);
        Assert.Equal(20, Found(index));
        Assert.Equal(20, Assert.Single(index.Current.Segments).ArticleCount);
        var reopened = OpenIndex(store);
        await reopened.UpdateAsync(null, Stop);
        Assert.Equal(20, Found(reopened));
    }

    [Fact]
    public async Task Without_limits_everything_stays()
    {
        var store = Keep(new SqliteArticleStore(folder.Archive(), time));
        await store.AddAsync([Article("old", -40_000, "The volcano erupted.")], Stop);
        await Service(new ArchiveOptions()).PruneAsync(Stop);
        Assert.Equal(1, await store.CountAsync(Stop));
    }

    [Theory]
    [InlineData(-1, 0, "KeepDays")]
    [InlineData(ArchiveOptions.MaxDays + 1, 0, "KeepDays")]
    [InlineData(0, -1, "KeepArticles")]
    [InlineData(ArchiveOptions.MaxDays, long.MaxValue, null)]
    public void Limits_that_cannot_be_are_refused(int days, long articles, string? named)
    {
        var result = new ArchiveOptionsValidator().Validate(null, new ArchiveOptions { KeepDays = days, KeepArticles = articles });
        Assert.Equal(named is null, result.Succeeded);
        Assert.Contains(named ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private ArticleRetentionService Service(ArchiveOptions options)
    {
        var retention = new SqliteArticleRetention(Keep(new SqliteReaders(folder.Archive())), Keep(new SqliteWriteQueue(folder.Archive())));
        return new ArticleRetentionService(retention, Options.Create(options), time, NullLogger<ArticleRetentionService>.Instance);
    }

    private ArchiveIndex OpenIndex(SqliteArticleStore store) =>
        Keep(new ArchiveIndex(store, new PassageIndexFiles(indexFolder.Path, NullLogger<PassageIndexFiles>.Instance)));

    private async Task CiteAsync(long revision)
    {
        var chats = folder.Open(time);
        await chats.Inbox.AddAsync([new StoredUpdate(1, 0, "{}")], Stop);
        var exchange = new Exchange(1, new Place(7, null), 7)
        {
            Question = "What?",
            AskedAs = "What?",
            AskedAt = time.Now,
            Answer = "The volcano smoked.",
            IsSupported = true,
            Citations = [new CitedPassage(1, revision, 0, 19)],
        };
        await chats.Inbox.CompleteAsync(1, new UpdateResult { Exchange = exchange }, Stop);
    }

    private static int Found(ArchiveIndex index) =>
        PassageRanker.Rank(index.Current, new PassageQuery { Terms = [new WeightedTerm("volcano", 1)] }, new RankingWeights()).Count;

    private Article Article(string id, double day, string body) => new() { Id = id, Title = "Title", Body = body, PublishedAt = time.Now.AddDays(day) };

    private T Keep<T>(T one)
        where T : IDisposable
    {
        opened.Add(one);
        return one;
    }
}
