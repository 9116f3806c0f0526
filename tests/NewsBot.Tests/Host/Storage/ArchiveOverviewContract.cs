using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every overview of an archive tells; one thin class per provider.</summary>
public abstract class ArchiveOverviewContract
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A store of the test's own, with the overview of it.</summary>
    private protected abstract (IArticleStore Store, IArchiveOverview Overview) Open();

    [Fact]
    public async Task An_empty_archive_has_nothing_new()
    {
        var overview = Open().Overview;
        Assert.Empty(await overview.ReadNewestAsync(DateTimeOffset.MaxValue, 10, Stop));
        Assert.Empty(await overview.ReadOutletsAsync(10, Stop));
    }

    [Fact]
    public async Task The_newest_come_first_and_only_as_they_are_now()
    {
        var (store, overview) = Open();
        await store.AddAsync([Article("a", 1), Article("b", 3), Article("c", 2), Article("old", -30000), Article("undated", null), Article("moved", 4)], Stop);
        await store.AddAsync([Article("moved", 0, "Changed."), Article("undone", 9)], Stop);
        await store.AddAsync([Article("undone", null, "Changed.")], Stop);

        Assert.Equal(["b", "c", "a", "moved", "old"], await Newest(DateTimeOffset.MaxValue, 10));
        Assert.Equal(["c", "a"], await Newest(Day.AddDays(3), 2));
        Assert.Equal(["b"], await Newest(Day.AddDays(3).AddTicks(1), 1));
        Assert.Empty(await Newest(DateTimeOffset.MinValue, 10));
        var first = (await overview.ReadNewestAsync(DateTimeOffset.MaxValue, 1, Stop))[0];
        Assert.Equal(await store.FindAsync("b", Stop), first);

        async Task<IEnumerable<string>> Newest(DateTimeOffset before, int limit) =>
            (await overview.ReadNewestAsync(before, limit, Stop)).Select(revision => revision.Article.Id);
    }

    [Fact]
    public async Task A_window_begins_after_its_start_and_holds_its_end()
    {
        var (store, overview) = Open();
        await store.AddAsync([Article("a", 1), Article("b", 3), Article("c", 2), Article("old", -30000), Article("undated", null), Article("moved", 2)], Stop);
        await store.AddAsync([Article("moved", 0, "Changed.") with { PublishedAt = Day.AddDays(9) }], Stop);

        Assert.Equal(["b", "c"], await Window(Day.AddDays(1), Day.AddDays(3), 10));
        Assert.Equal(["c"], await Window(Day.AddDays(1).AddTicks(1), Day.AddDays(3).AddTicks(-1), 10));
        Assert.Equal(["moved", "b"], await Window(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 2));
        Assert.Empty(await Window(Day.AddDays(3), Day.AddDays(3), 10));

        var first = Assert.Single(await overview.ReadWindowAsync(Day, Day.AddDays(1), 10, Stop));
        Assert.Equal(await store.FindAsync("a", Stop), first.Revision);
        Assert.InRange(first.ArrivedAt, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());

        async Task<IEnumerable<string>> Window(DateTimeOffset from, DateTimeOffset to, int limit) =>
            (await overview.ReadWindowAsync(from, to, limit, Stop)).Select(article => article.Article.Id);
    }

    [Fact]
    public async Task Outlets_are_counted_by_current_articles()
    {
        var (store, overview) = Open();
        await store.AddAsync(
            [
                Article("a", 1) with { Source = "Small" }, Article("b", 2) with { Source = "Large" }, Article("c", 3) with { Source = "Large" },
                Article("d", null) with { Source = "Undated" }, Article("e", 5), Article("f", 9) with { Source = "Large" },
            ],
            Stop);
        await store.AddAsync([Article("f", 0, "Changed.") with { Source = "Small" }], Stop);

        OutletCount[] expected = [new("Large", 2, Day.AddDays(3)), new("Small", 2, Day.AddDays(1)), new("Undated", 1, null)];
        Assert.Equal(expected, await overview.ReadOutletsAsync(10, Stop));
        Assert.Equal(expected[..1], await overview.ReadOutletsAsync(1, Stop));
    }

    private static Article Article(string id, int? day, string body = "") =>
        new() { Id = id, Title = id, Body = $"The text of {id}. {body}", PublishedAt = day is { } days ? Day.AddDays(days) : null };
}
