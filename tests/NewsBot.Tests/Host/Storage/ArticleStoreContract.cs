using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every article store does; one thin class per provider.</summary>
public abstract class ArticleStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected static Article Article(string id, string body, string? url = null, string title = "Title") =>
        new() { Id = id, Title = title, Url = url, Body = body };

    /// <summary>Opens a store on the test's own archive. Each call opens it again.</summary>
    private protected abstract IArticleStore Open();

    [Fact]
    public async Task What_was_stored_comes_back_unchanged()
    {
        var store = Open();
        var article = new Article
        {
            Id = "x-1",
            Title = "Títle “quoted”",
            Url = "https://a.com/x?utm_source=y",
            Source = "Reuters",
            Author = "J. Doe",
            PublishedAt = new DateTimeOffset(1969, 7, 20, 20, 17, 40, TimeSpan.Zero),
            Language = "en",
            FileName = "x.txt",
            Body = "  Lines\r\nand\ttabs 😀 \u0301 stay. \n",
        };
        Assert.Equal([IngestOutcome.Added], await store.AddAsync([article], Stop));

        var found = await Open().FindAsync("x-1", Stop);
        Assert.Equal(new ArticleRevision(found!.RevisionId, 1, article), found);
        Assert.Equal(found, Assert.Single(await store.GetAsync([found.RevisionId], Stop)));
        Assert.Equal(1, await store.CountAsync(Stop));
    }

    [Fact]
    public async Task The_last_revisions_of_an_article_come_oldest_first()
    {
        var store = Open();
        foreach (var body in new[] { "One ship came in.", "Two ships came in.", "Three ships came in." })
            await store.AddAsync([Article("x-1", body), Article("x-2", "Of another article: " + body)], Stop);

        var stored = await Open().ReadRevisionsAsync("x-1", limit: 2, Stop);
        Assert.Equal(["Two ships came in.", "Three ships came in."], stored.Select(one => one.Revision.Article.Body));
        Assert.Equal([2, 3], stored.Select(one => one.Revision.Number));
        Assert.All(stored, one => Assert.True(one.StoredAt > DateTimeOffset.UnixEpoch));
        Assert.Empty(await store.ReadRevisionsAsync("x-3", limit: 2, Stop));
    }

    [Fact]
    public async Task An_empty_archive_is_empty()
    {
        var store = Open();
        Assert.Equal(0, await store.CountAsync(Stop));
        Assert.Equal(0, await store.GetLastSequenceAsync(Stop));
        Assert.Null(await store.FindAsync("x", Stop));
        Assert.Empty(await store.GetAsync([1, 2], Stop));
        Assert.Empty(await store.ReadLogAsync(0, Stop).ToListAsync(Stop));
        Assert.Empty(await store.AddAsync([], Stop));
    }

    [Fact]
    public async Task A_line_of_the_log_has_a_position_that_stays_and_that_no_other_line_has()
    {
        var store = Open();
        Assert.Null(await store.FindLogPositionAsync(0, Stop));
        Assert.Null(await store.FindLogPositionAsync(1, Stop));
        await store.AddAsync([Article("a", "Text a."), Article("b", "Text b.")], Stop);
        var log = await store.ReadLogAsync(0, Stop).ToListAsync(Stop);
        var first = await store.FindLogPositionAsync(log[0].Sequence, Stop);
        var last = await store.FindLogPositionAsync(log[1].Sequence, Stop);
        Assert.Equal(log[0].Sequence, first!.Value.Sequence);
        Assert.NotEqual(first.Value.Fingerprint, last!.Value.Fingerprint);
        Assert.Null(await store.FindLogPositionAsync(log[1].Sequence + 1, Stop));

        await store.AddAsync([Article("a", "Text a, changed.")], Stop);
        Assert.Equal(first, await Open().FindLogPositionAsync(log[0].Sequence, Stop));
    }

    [Fact]
    public async Task Revisions_come_in_the_order_asked_and_missing_ones_are_left_out()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text a."), Article("b", "Text b."), Article("c", "Text c.")], Stop);
        var log = await store.ReadLogAsync(0, Stop).ToListAsync(Stop);
        var ids = log.Select(entry => entry.RevisionId!.Value).ToList();

        var found = await store.GetAsync([ids[2], 999_999, ids[0], ids[2]], Stop);
        Assert.Equal(["c", "a", "c"], found.Select(revision => revision.Article.Id));
    }

    [Fact]
    public async Task The_same_batch_again_changes_nothing()
    {
        var store = Open();
        Article[] batch =
        [
            Article("a", "Text a.", "https://a.com/a"), Article("b", "Another text.", "http://www.a.com/a/"),
            Article("c", "Text a."), Article("d", "Consent form.", "https://a.com/d"), Article("e", "Consent form.", "https://a.com/e"),
            Article("f", "Real text.", "https://a.com/e?utm_source=x"),
        ];
        Assert.Equal(
            [IngestOutcome.Added, IngestOutcome.Updated, IngestOutcome.Unchanged, IngestOutcome.Added, IngestOutcome.Unchanged, IngestOutcome.Added],
            await store.AddAsync(batch, Stop));
        var last = await store.GetLastSequenceAsync(Stop);

        Assert.All(await store.AddAsync(batch, Stop), outcome => Assert.Equal(IngestOutcome.Unchanged, outcome));
        Assert.Equal(last, await store.GetLastSequenceAsync(Stop));
        Assert.Equal(3, await store.CountAsync(Stop));
        Assert.Equal("Real text.", (await store.FindAsync("f", Stop))!.Article.Body);
    }

    [Fact]
    public async Task A_changed_text_is_a_new_revision_and_the_old_stays_readable()
    {
        var store = Open();
        await store.AddAsync([Article("a", "First.", "https://a.com/a")], Stop);
        var first = await store.FindAsync("a", Stop);
        Assert.Equal([IngestOutcome.Updated], await store.AddAsync([Article("a", "Second.", "https://a.com/moved")], Stop));
        Assert.Equal([IngestOutcome.Updated], await store.AddAsync([Article("made", "Third.", "http://www.a.com/moved/#x")], Stop));

        var third = await store.FindAsync("a", Stop);
        Assert.Equal((3, "Third."), (third!.Number, third.Article.Body));
        Assert.Null(await store.FindAsync("made", Stop));
        Assert.Equal("First.", Assert.Single(await store.GetAsync([first!.RevisionId], Stop)).Article.Body);
        Assert.Equal(1, await store.CountAsync(Stop));
        var log = await store.ReadLogAsync(0, Stop).ToListAsync(Stop);
        Assert.Equal([(long?)null, log[0].RevisionId, log[1].RevisionId], log.Select(entry => entry.ReplacedRevisionId));
    }

    [Fact]
    public async Task A_quote_opens_the_revision_that_it_was_taken_from()
    {
        var store = Open();
        await store.AddAsync([Article("a", "The toll rose to 12.", "https://a.com/a")], Stop);
        var quoted = new Citation(1, (await store.FindAsync("a", Stop))!, new TextSpan(9, 19));
        await store.AddAsync([Article("a", "Correction: nobody was hurt.", "https://a.com/a")], Stop);

        var opened = Assert.Single(await Open().GetAsync([quoted.ToPassage().RevisionId], Stop));
        Assert.Equal("rose to 12", opened.Article.Body[quoted.Span.Start..quoted.Span.End]);
        Assert.Equal("Correction: nobody was hurt.", (await Open().FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task White_space_is_no_change()
    {
        var store = Open();
        await store.AddAsync([Article("a", "First line.\nSecond.")], Stop);
        Assert.Equal([IngestOutcome.Unchanged], await store.AddAsync([Article("a", "First line. Second. ")], Stop));
        Assert.Equal("First line.\nSecond.", (await store.FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task An_older_text_that_comes_in_again_is_no_news()
    {
        var store = Open();
        await store.AddAsync([Article("a", "First.")], Stop);
        await store.AddAsync([Article("a", "Second.")], Stop);
        Assert.Equal([IngestOutcome.Unchanged], await store.AddAsync([Article("a", "First.")], Stop));
        Assert.Equal("Second.", (await store.FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task Metadata_that_was_missing_is_filled_and_what_was_there_stays()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text.") with { Source = "Reuters", FileName = "a.txt" }], Stop);
        var day = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var better = Article("b", "Text.", "https://a.com/a", "Another title") with { Source = "Another", PublishedAt = day };
        Assert.Equal([IngestOutcome.Unchanged], await store.AddAsync([better], Stop));

        var found = (await store.FindAsync("a", Stop))!;
        Assert.Equal(("Title", "https://a.com/a", "Reuters", day, 2), (found.Article.Title, found.Article.Url, found.Article.Source, found.Article.PublishedAt, found.Number));
        Assert.Equal("Text.", found.Article.Body);
        Assert.Equal([IngestOutcome.Updated], await store.AddAsync([Article("c", "New text.", "https://a.com/a")], Stop));
    }

    [Fact]
    public async Task A_copy_at_another_address_tells_nothing_about_the_first()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text.", "https://a.com/a")], Stop);
        await store.AddAsync([Article("b", "Text.", "https://b.com/b") with { Source = "B", Author = "B" }], Stop);
        var found = (await store.FindAsync("a", Stop))!;
        Assert.Equal((1, null, null), (found.Number, found.Article.Source, found.Article.Author));
    }

    [Fact]
    public async Task Two_articles_never_share_an_address()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text a.", "https://a.com/a"), Article("b", "Text b.", "https://a.com/b")], Stop);
        Assert.Equal([IngestOutcome.Updated], await store.AddAsync([Article("b", "Text b, new.", "https://a.com/a")], Stop));
        Assert.Equal([IngestOutcome.Updated], await store.AddAsync([Article("c", "Text a, new.", "https://a.com/a")], Stop));
        Assert.Equal("Text a, new.", (await store.FindAsync("a", Stop))!.Article.Body);
    }

    [Fact]
    public async Task The_log_is_read_from_where_a_follower_stands()
    {
        var store = Open();
        var articles = Enumerable.Range(0, 5000).Select(number => Article($"n{number}", $"Text {number}.")).ToList();
        await store.AddAsync(articles, Stop);
        var log = await store.ReadLogAsync(0, Stop).ToListAsync(Stop);
        Assert.Equal(5000, log.Count);
        Assert.Equal(log.Select(entry => entry.Sequence).Order().Distinct(), log.Select(entry => entry.Sequence));
        Assert.Equal(log[^1].Sequence, await store.GetLastSequenceAsync(Stop));
        Assert.Equal(log[4998..], await store.ReadLogAsync(log[4997].Sequence, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_cancelled_batch_is_not_stored()
    {
        var store = Open();
        await store.AddAsync([Article("a", "Text a.")], Stop);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync([Article("b", "Text b.")], cancelled.Token));
        Assert.Null(await store.FindAsync("b", Stop));
        Assert.Equal([IngestOutcome.Added], await store.AddAsync([Article("b", "Text b.")], Stop));
    }

    [Fact]
    public async Task Readers_and_writers_go_on_side_by_side()
    {
        var (one, two, reader) = (Open(), Open(), Open());
        using var done = new CancellationTokenSource();
        var reading = ReadAsync();
        await Task.WhenAll(Fill(one, "one"), Fill(two, "two"));
        await done.CancelAsync();
        await reading;
        Assert.Equal(400, await reader.CountAsync(Stop));

        async Task ReadAsync()
        {
            await Task.Yield();
            long seen = 0;
            while (!done.IsCancellationRequested)
            {
                var count = await reader.CountAsync(Stop);
                Assert.True(count >= seen);
                seen = count;
            }
        }

        static async Task Fill(IArticleStore store, string name)
        {
            await Task.Yield();
            for (var batch = 0; batch < 20; batch++)
                await store.AddAsync([.. Enumerable.Range(0, 10).Select(number => Article($"{name}-{batch}-{number}", $"Text {name} {batch} {number}."))], Stop);
        }
    }
}
