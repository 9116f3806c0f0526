using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Host.Storage;

/// <summary>What every store of vectors does; one thin class per provider.</summary>
public abstract class VectorStoreContract
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the test's own store. Each call opens it again, as another process would.</summary>
    private protected abstract (IArticleStore Articles, IVectorStore Vectors) Open();

    [Fact]
    public async Task A_model_is_made_once_for_its_key_and_dimensions_and_the_latest_is_found()
    {
        var (_, vectors) = Open();
        Assert.Null(await vectors.FindModelAsync("a", Stop));
        var small = await vectors.AddModelAsync("a", 3, Stop);
        Assert.Equal(small, await Open().Vectors.AddModelAsync("a", 3, Stop));
        Assert.Equal(small, await vectors.FindModelAsync("a", Stop));
        var large = await vectors.AddModelAsync("a", 4, Stop);
        Assert.Equal(large, await Open().Vectors.FindModelAsync("a", Stop));
        Assert.NotEqual(small.Stamp, large.Stamp);
        Assert.Null(await vectors.FindModelAsync("b", Stop));
    }

    [Fact]
    public async Task What_was_stored_is_read_in_its_order_and_is_not_missing_any_more()
    {
        var (articles, vectors) = Open();
        var ids = await AddAsync(articles, 3);
        Assert.Equal(ids.Reverse(), await vectors.FindMissingAsync(null, 10, Stop));
        var model = await vectors.AddModelAsync("a", 2, Stop);
        await vectors.AddAsync(model, [Vectors(ids[2]), Vectors(ids[0], passages: 0)], Stop);
        await vectors.AddAsync(model, [Vectors(ids[2], passages: 1), Vectors(999)], Stop);
        Assert.Equal([ids[1]], await Open().Vectors.FindMissingAsync(model, 10, Stop));
        Assert.Empty(await vectors.FindMissingAsync(model, 0, Stop));

        var stored = await Open().Vectors.ReadAsync(model, 0, Stop).ToListAsync(Stop);
        Assert.Equal([ids[2], ids[0]], stored.Select(revision => revision.RevisionId));
        Assert.Equal(Vectors(ids[2]).Passages, stored[0].Passages);
        Assert.Equal(Vectors(ids[2]).Values, stored[0].Values);
        Assert.Empty(stored[1].Values);
        Assert.Equal([ids[0]], await vectors.ReadAsync(model, stored[0].Sequence, Stop).Select(revision => revision.RevisionId).ToListAsync(Stop));
        var (last, passages) = await vectors.CountAsync(model, Stop);
        Assert.Equal(2, passages);
        Assert.True(last >= stored[1].Sequence);
    }

    [Fact]
    public async Task Many_are_read_through()
    {
        var (articles, vectors) = Open();
        var ids = await AddAsync(articles, 200);
        var model = await vectors.AddModelAsync("a", 2, Stop);
        await vectors.AddAsync(model, [.. ids.Select(id => Vectors(id))], Stop);
        Assert.Equal(ids, await vectors.ReadAsync(model, 0, Stop).Select(revision => revision.RevisionId).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_is_replaced_and_what_other_models_made_is_pruned()
    {
        var (articles, vectors) = Open();
        var ids = await AddAsync(articles, 2);
        var old = await vectors.AddModelAsync("old", 2, Stop);
        var model = await vectors.AddModelAsync("new", 2, Stop);
        await vectors.AddAsync(old, [Vectors(ids[0]), Vectors(ids[1])], Stop);
        await vectors.AddAsync(model, [Vectors(ids[0]), Vectors(ids[1])], Stop);
        var last = (await vectors.CountAsync(model, Stop)).LastSequence;
        await articles.AddAsync([new Article { Id = "a1", Title = "Title", Body = "Another text." }], Stop);
        await vectors.PruneAsync(model, Stop);

        Assert.Equal([ids[0]], await vectors.ReadAsync(model, 0, Stop).Select(revision => revision.RevisionId).ToListAsync(Stop));
        Assert.Equal((last, 2), await vectors.CountAsync(model, Stop));
        Assert.Null(await vectors.FindModelAsync("old", Stop));
        Assert.Single(await vectors.FindMissingAsync(model, 10, Stop));
        await vectors.AddAsync(old, [Vectors(ids[0])], Stop);
        Assert.Empty(await vectors.ReadAsync(old, 0, Stop).ToListAsync(Stop));
    }

    private static RevisionVectors Vectors(long revision, int passages = 2) => new(
        revision,
        [.. Enumerable.Range(0, passages).Select(passage => new TextSpan(passage, passage + 5))],
        [.. Enumerable.Range(0, passages * 2).Select(value => (Half)(value / 4f))]);

    private static async Task<long[]> AddAsync(IArticleStore articles, int count)
    {
        await articles.AddAsync([.. Enumerable.Range(0, count).Select(number => new Article { Id = $"a{number}", Title = "Title", Body = $"Text {number}." })], Stop);
        var ids = new long[count];
        for (var number = 0; number < count; number++)
            ids[number] = (await articles.FindAsync($"a{number}", Stop))!.RevisionId;
        return ids;
    }
}
