using NewsBot.Archive;
using NewsBot.Chats;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Host.Storage;

/// <summary>How every store lets old articles go; one thin class per provider.</summary>
public abstract class ArticleRetentionContract
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected ManualTime Time { get; } = new() { Now = Day };

    /// <summary>Opens the test's own store. Each call opens it again.</summary>
    private protected abstract (IArticleStore Articles, IArticleRetention Retention, ChatStorage Chats) Open();

    [Fact]
    public async Task What_is_older_goes_by_its_publication_or_else_by_its_arrival()
    {
        var (store, retention, _) = Open();
        await store.AddAsync([Article("old", -10), Article("edge", -5), Article("new", 0), Article("undated", null)], Stop);
        Assert.Equal(1, await retention.PruneAsync(Day.AddDays(-5), null, Stop));
        Assert.Equal(["edge", "new", "undated"], await PresentAsync("old", "edge", "new", "undated"));
        Assert.Equal(3, await retention.PruneAsync(Day.AddSeconds(1), 2, Stop));
        Assert.Equal(0, await store.CountAsync(Stop));
        Assert.Equal(0, await retention.PruneAsync(Day.AddDays(9), 0, Stop));
    }

    [Fact]
    public async Task Of_too_many_the_oldest_go()
    {
        var (store, retention, _) = Open();
        await store.AddAsync([.. Enumerable.Range(0, 200).Select(number => Article($"n{number}", -number))], Stop);
        Assert.Equal(0, await retention.PruneAsync(null, 200, Stop));
        Assert.Equal(0, await retention.PruneAsync(null, null, Stop));
        Assert.Equal(190, await retention.PruneAsync(null, 10, Stop));
        Assert.Equal(10, await store.CountAsync(Stop));
        Assert.Equal(["n0", "n9"], await PresentAsync("n0", "n9", "n10", "n199"));
    }

    [Fact]
    public async Task Of_an_article_that_changes_all_the_time_the_last_states_stay_and_what_is_cited()
    {
        var (store, retention, chats) = Open();
        var revisions = new List<long>();
        foreach (var number in Enumerable.Range(0, 100))
        {
            await store.AddAsync([Article("live", 0, $"State {number}.")], Stop);
            revisions.Add((await store.FindAsync("live", Stop))!.RevisionId);
        }

        await CiteAsync(chats, 1, [], revisions[5]);
        Assert.Equal(0, await retention.PruneAsync(null, null, Stop));
        Assert.Equal(100, (await store.GetAsync(revisions, Stop)).Count);
        Assert.Equal(0, await retention.PruneAsync(null, 10, Stop));
        Assert.Equal([revisions[5], .. revisions[^11..]], (await store.GetAsync(revisions, Stop)).Select(revision => revision.RevisionId).Order());
    }

    [Fact]
    public async Task The_log_tells_of_each_that_went()
    {
        var (store, retention, _) = Open();
        await store.AddAsync([Article("old", -10), Article("new", 0)], Stop);
        var before = await store.GetLastSequenceAsync(Stop);
        var revision = (await store.FindAsync("old", Stop))!.RevisionId;
        await retention.PruneAsync(Day.AddDays(-5), null, Stop);

        var entry = Assert.Single(await store.ReadLogAsync(before, Stop).ToListAsync(Stop));
        Assert.Equal((null, revision), (entry.RevisionId, entry.ReplacedRevisionId));
        Assert.Empty(await store.GetAsync([revision], Stop));
        Assert.NotNull(await store.FindLogPositionAsync(entry.Sequence, Stop));
        Assert.Equal([IngestOutcome.Added], await store.AddAsync([Article("old", -10)], Stop));
    }

    [Fact]
    public async Task What_an_answer_cites_or_names_stays_until_the_answer_goes()
    {
        var (store, retention, chats) = Open();
        await store.AddAsync([Article("cited", -10), Article("named", -11), Article("updated", -12), Article("free", -13)], Stop);
        var quoted = (await store.FindAsync("updated", Stop))!.RevisionId;
        await store.AddAsync([Article("updated", -12, "Changed."), Article("named", -11, "Changed."), Article("free", -13, "Changed.")], Stop);
        await CiteAsync(chats, 1, ["named"], (await store.FindAsync("cited", Stop))!.RevisionId, quoted);

        Assert.Equal(1, await retention.PruneAsync(Day, 0, Stop));
        Assert.Equal(["cited", "named", "updated"], await PresentAsync("cited", "named", "updated", "free"));
        Assert.Equal("Text of updated.", Assert.Single(await store.GetAsync([quoted], Stop)).Article.Body);

        await chats.Conversations.PruneAsync(Time.Now.AddSeconds(1), Stop);
        Assert.Equal(3, await retention.PruneAsync(Day, null, Stop));
        Assert.Empty(await store.GetAsync([quoted], Stop));
    }

    [Fact]
    public async Task Of_what_stays_the_old_revisions_go_that_nobody_quotes()
    {
        var (store, retention, chats) = Open();
        await store.AddAsync([Article("a", -10)], Stop);
        var unquoted = (await store.FindAsync("a", Stop))!.RevisionId;
        await store.AddAsync([Article("a", -10, "Quoted.")], Stop);
        var quoted = (await store.FindAsync("a", Stop))!.RevisionId;
        await store.AddAsync([Article("a", -10, "Now.")], Stop);
        await CiteAsync(chats, 1, [], quoted);

        Assert.Equal(0, await retention.PruneAsync(null, 0, Stop));
        Assert.Equal(2, (await store.GetAsync([unquoted, quoted], Stop)).Count);
        Assert.Equal(0, await retention.PruneAsync(Day, null, Stop));
        Assert.Equal("Quoted.", Assert.Single(await store.GetAsync([unquoted, quoted], Stop)).Article.Body);
        Assert.Equal("Now.", (await store.FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task An_answer_that_is_edited_keeps_what_it_cites_now()
    {
        var (store, retention, chats) = Open();
        await store.AddAsync([Article("before", -10), Article("after", -10)], Stop);
        await CiteAsync(chats, 1, ["before"], (await store.FindAsync("before", Stop))!.RevisionId);
        await chats.Inbox.AddAsync([new StoredUpdate(2, 0, "{}")], Stop);
        var edited = Answered(1, ["after"], (await store.FindAsync("after", Stop))!.RevisionId);
        await chats.Inbox.CompleteAsync(2, new UpdateResult { Exchange = edited }, Stop);

        Assert.Equal(1, await retention.PruneAsync(Day, null, Stop));
        Assert.Equal(["after"], await PresentAsync("before", "after"));
    }

    private static Article Article(string id, int? day, string? body = null) =>
        new() { Id = id, Title = "Title", Body = body ?? $"Text of {id}.", PublishedAt = day is { } days ? Day.AddDays(days) : null };

    private async Task CiteAsync(ChatStorage chats, long id, string[] named, params long[] revisions)
    {
        Assert.Single(await chats.Inbox.AddAsync([new StoredUpdate(id, 0, "{}")], Stop));
        await chats.Inbox.CompleteAsync(id, new UpdateResult { Exchange = Answered(id, named, revisions) }, Stop);
    }

    private Exchange Answered(long id, string[] named, params long[] revisions) => new(id, new Place(7, null), 7)
    {
        Question = "Who?",
        AskedAs = "Who?",
        AskedAt = Time.Now,
        Answer = "Nobody.",
        IsSupported = true,
        Citations = [.. revisions.Select((revision, index) => new CitedPassage(index + 1, revision, 0, 4)), .. revisions.Select(revision => new CitedPassage(9, revision, 5, 6))],
        ArticleIds = [.. named, .. named],
    };

    private async Task<IEnumerable<string>> PresentAsync(params string[] ids)
    {
        var store = Open().Articles;
        var present = new List<string>();
        foreach (var id in ids)
        {
            if (await store.FindAsync(id, Stop) is not null)
                present.Add(id);
        }

        return present;
    }
}
