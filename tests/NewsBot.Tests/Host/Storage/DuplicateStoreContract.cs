using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Tests.Core.Duplicates;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of near duplicates does; one thin class per provider.</summary>
public abstract class DuplicateStoreContract
{
    protected static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A store of the test's own; each call opens the same store again, as another process does.</summary>
    private protected abstract (IArticleStore Articles, IDuplicateStore Duplicates) Open();

    protected static Article Article(string id, string body, string outlet = "Agency", int day = 0) =>
        new() { Id = id, Title = $"Title of {id}", Body = body, Source = outlet, PublishedAt = Day.AddDays(day) };

    /// <summary>The groups of articles as they are now, in the order asked.</summary>
    protected async Task<IReadOnlyList<long?>> GroupsAsync(params string[] ids)
    {
        var (articles, duplicates) = Open();
        var revisions = new List<long>();
        foreach (var id in ids)
            revisions.Add((await articles.FindAsync(id, Stop))!.RevisionId);
        var groups = await duplicates.FindGroupsAsync(revisions, Stop);
        return [.. revisions.Select(revision => groups.TryGetValue(revision, out var group) ? group : (long?)null)];
    }

    [Fact]
    public async Task Copies_share_a_group_and_other_texts_have_their_own()
    {
        var text = NewsTexts.Make(1, 200);
        await Open().Articles.AddAsync(
            [
                Article("a", text), Article("other", NewsTexts.Make(2, 200)), Article("edited", NewsTexts.Edit(text, 25), "Daily"),
                Article("cut", NewsTexts.Cut(text, 0.5), "Evening"), Article("late", text + " Again.", "Late", day: 30), Article("mute", "Text."),
            ],
            Stop);

        var groups = await GroupsAsync("a", "edited", "cut", "other", "late", "mute");
        Assert.Equal([groups[0], groups[0]], groups.Take(3).Skip(1));
        Assert.Equal(3, groups.Take(5).Distinct().Count());
        Assert.All(groups.Take(5), group => Assert.NotNull(group));
        Assert.Null(groups[5]);
    }

    [Fact]
    public async Task A_copy_that_comes_in_through_another_process_finds_its_group()
    {
        var text = NewsTexts.Make(1, 200);
        var (one, other) = (Open().Articles, Open().Articles);
        await one.AddAsync([Article("first", NewsTexts.Make(2, 200))], Stop);
        await other.AddAsync([Article("a", text)], Stop);
        await one.AddAsync([Article("b", text + " And more.", "Daily")], Stop);
        await other.AddAsync([Article("c", text + " And so on.", "Evening")], Stop);
        await Open().Articles.AddAsync([Article("d", text + " Told again.", "Late")], Stop);

        var groups = await GroupsAsync("a", "b", "c", "d", "first");
        Assert.Single(groups.Take(4).Distinct());
        Assert.NotEqual(groups[0], groups[4]);
    }

    [Fact]
    public async Task A_changed_text_stays_in_its_group_while_it_is_the_same_story_and_leaves_it_with_another()
    {
        var text = NewsTexts.Make(1, 200);
        var store = Open().Articles;
        await store.AddAsync([Article("a", text), Article("b", text + " And more.", "Daily")], Stop);
        await store.AddAsync([Article("a", NewsTexts.Edit(text, 20), day: 40)], Stop);
        var kept = await GroupsAsync("a", "b");
        Assert.Equal(kept[1], kept[0]);

        await store.AddAsync([Article("a", NewsTexts.Make(3, 200))], Stop);
        var left = await GroupsAsync("a", "b");
        Assert.NotEqual(left[1], left[0]);
        await store.AddAsync([Article("c", text + " Told once more.", "Evening")], Stop);
        Assert.Equal([left[1]], await GroupsAsync("c"));
    }

    [Fact]
    public async Task A_batch_that_is_not_stored_leaves_no_group_behind()
    {
        var text = NewsTexts.Make(1, 200);
        var store = Open().Articles;
        await store.AddAsync([Article("first", NewsTexts.Make(2, 200))], Stop);
        using var cancelled = new CancellationTokenSource();
        var batch = new CancellingList(Article("lost", text), Article("never", "Text."), cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync(batch, cancelled.Token));

        await store.AddAsync([Article("b", NewsTexts.Make(3, 200)), Article("a", text + " And more.", "Daily")], Stop);
        var groups = await GroupsAsync("first", "b", "a");
        Assert.Equal(3, groups.Distinct().Count());
    }

    [Fact]
    public async Task What_is_not_there_has_no_group()
    {
        Assert.Empty(await Open().Duplicates.FindGroupsAsync([], Stop));
        Assert.Empty(await Open().Duplicates.FindGroupsAsync([1, -1, long.MaxValue], Stop));
    }

    /// <summary>Two articles; the batch is cancelled between them.</summary>
    private sealed class CancellingList(Article first, Article second, CancellationTokenSource cancel) : IReadOnlyList<Article>
    {
        public int Count => 2;

        public Article this[int index] => index == 0 ? first : second;

        public IEnumerator<Article> GetEnumerator()
        {
            yield return first;
            cancel.Cancel();
            yield return second;
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
