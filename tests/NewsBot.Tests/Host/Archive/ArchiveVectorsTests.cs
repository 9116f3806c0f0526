using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Models;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Core.Retrieval;
using NewsBot.Tests.Host.Storage;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Archive;

/// <summary>The index of a process over a real store, its files, and the service that fills the store.</summary>
public sealed class ArchiveVectorsTests : IDisposable
{
    private readonly SqliteVectorFolder folder = new();
    private readonly TempFolder files = new();
    private readonly ListLogger<VectorIndexFiles> fileLogger = new();
    private readonly ListLogger<VectorBackfill> logger = new();
    private readonly ManualTime time = new();
    private readonly WordVectors embedder = new();
    private readonly List<IDisposable> opened = [];
    private readonly SqliteArticleStore articles;
    private readonly SqliteVectorStore store;

    public ArchiveVectorsTests() => (articles, store) = folder.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
        files.Dispose();
    }

    [Fact]
    public async Task Articles_get_vectors_newest_first_and_questions_find_them()
    {
        await AddAsync("Doctors strike over pay.", "The volcano slept.");
        var index = Open();
        Assert.Null(await index.FindMeaningAsync("physicians", Stop));
        Assert.Empty(embedder.Requests);
        await Backfill(index).CatchUpAsync(Stop);

        Assert.Equal(["Title 1\nThe volcano slept.", "Title 0\nDoctors strike over pay."], Assert.Single(embedder.Requests));
        Assert.Equal((await articles.FindAsync("n0", Stop))!.RevisionId, Assert.Single(await FindAsync(index, "physicians", 1)).RevisionId);
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal(2, embedder.Requests.Count);
    }

    [Fact]
    public async Task What_was_made_before_a_kill_is_not_made_again()
    {
        await AddAsync([.. Enumerable.Range(0, 30).Select(number => $"Text {number}.")]);
        embedder.OnRequest = _ =>
        {
            if (embedder.Requests.Count > 4)
                throw new OperationCanceledException("killed");
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => Backfill(Open()).CatchUpAsync(Stop));
        Assert.Equal(16, (await store.CountAsync((await store.FindModelAsync("words", Stop))!, Stop)).Passages);

        embedder.Requests.Clear();
        embedder.OnRequest = _ => { };
        var index = Open();
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal(14, embedder.Requests.Sum(request => request.Count));
        Assert.Equal(30, index.Current!.PassageCount);
    }

    [Fact]
    public async Task Another_model_makes_every_vector_again_and_the_old_ones_go()
    {
        await AddAsync("Doctors strike over pay.");
        await Backfill(Open()).CatchUpAsync(Stop);
        embedder.Settings = new VectorSettings("other");
        embedder.Dimensions = 32;
        var index = Open();
        await index.UpdateAsync(Stop);
        Assert.Null(index.Current);
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal(32, index.Current!.Dimensions);
        Assert.Null(await store.FindModelAsync("words", Stop));

        // The same name at the service, other vectors: noticed at the first that is made, and the questions do without until then.
        embedder.Dimensions = 16;
        Assert.Null(await index.FindMeaningAsync("physicians", Stop));
        await AddAsync("Doctors strike over pay.", "The volcano slept.");
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal((16, 2), (index.Current!.Dimensions, index.Current.PassageCount));
    }

    [Fact]
    public async Task A_changed_article_has_the_vectors_of_its_new_text()
    {
        await AddAsync("Doctors strike over pay.", "The volcano slept.");
        await Backfill(Open()).CatchUpAsync(Stop);
        await articles.AddAsync([new Article { Id = "n0", Title = "Title 0", Body = "The strike is over." }], Stop);
        var index = Open();
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal(2, (await store.CountAsync((await store.FindModelAsync("words", Stop))!, Stop)).Passages);
    }

    [Fact]
    public async Task A_text_that_the_model_refuses_keeps_out_no_other()
    {
        await AddAsync("One.", "Two.", "Bad.", "Three.", "Four.", "Five.");
        embedder.OnRequest = texts =>
        {
            if (texts.Any(text => text.Contains("Bad", StringComparison.Ordinal)))
                throw new ModelException(ModelFailure.Rejected, "Refused (400).");
        };
        var index = Open();
        await Backfill(index).CatchUpAsync(Stop);
        Assert.Equal(5, index.Current!.PassageCount);
        Assert.Empty(await store.FindMissingAsync(await store.FindModelAsync("words", Stop), 10, Stop));
    }

    [Fact]
    public async Task A_model_that_refuses_everything_leaves_everything_to_be_made()
    {
        await AddAsync("One.", "Two.");
        embedder.OnRequest = _ => throw new ModelException(ModelFailure.Rejected, "Refused (400).");
        await Assert.ThrowsAsync<ModelException>(() => Backfill(Open()).CatchUpAsync(Stop));
        Assert.Equal(2, (await store.FindMissingAsync(null, 10, Stop)).Count);
    }

    [Fact]
    public async Task Articles_without_a_text_are_done_too()
    {
        await AddAsync("", "One.");
        await Backfill(Open()).CatchUpAsync(Stop);
        Assert.Empty(await store.FindMissingAsync(await store.FindModelAsync("words", Stop), 10, Stop));
    }

    [Theory]
    [InlineData(1, null, 10)]
    [InlineData(2, null, 20)]
    [InlineData(30, null, 600)]
    [InlineData(1, 60, 60)]
    [InlineData(30, 60, 600)]
    public void A_model_that_fails_is_left_alone_for_longer_and_longer(int failures, int? asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), VectorBackfill.WaitAfter(failures, asked is { } wait ? TimeSpan.FromSeconds(wait) : null));

    [Fact]
    public async Task A_model_that_fails_is_not_asked_by_every_question()
    {
        await AddAsync("One.");
        var index = Open();
        await Backfill(index).CatchUpAsync(Stop);
        embedder.Requests.Clear();
        embedder.OnRequest = _ => throw new ModelException(ModelFailure.TimedOut, "Too slow.");
        Assert.Null(await index.FindMeaningAsync("one", Stop));
        Assert.Null(await index.FindMeaningAsync("one", Stop));
        Assert.Single(embedder.Requests);
        embedder.OnRequest = _ => { };
        time.Now += TimeSpan.FromSeconds(31);
        Assert.NotNull(await index.FindMeaningAsync("one", Stop));
    }

    [Fact]
    public async Task Many_vectors_go_into_files_that_the_next_process_opens()
    {
        var made = await FillAsync(240);
        var names = Names();
        Assert.Equal(["vectors-000000000000-000000000240.index"], names);
        var again = Open();
        await again.UpdateAsync(Stop);
        Assert.Equal(made, await FindAsync(again, "w3 w5", 10));
        Assert.Equal(names, Names());
        Assert.Empty(fileLogger.Warnings);
    }

    [Theory]
    [InlineData("damage")]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("gone")]
    public async Task A_file_that_is_not_whole_is_made_again(string harm)
    {
        var made = await FillAsync(120);
        var path = Path.Combine(files.Path, Assert.Single(Names()));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[^300] ^= 1;
        if (harm == "gone")
            File.Delete(path);
        else
            await File.WriteAllBytesAsync(path, harm switch { "damage" => bytes, "empty" => [], _ => bytes[..^64] }, Stop);
        var again = Open();
        await again.UpdateAsync(Stop);
        Assert.Equal(made, await FindAsync(again, "w3 w5", 10));
        Assert.Single(Names());
        Assert.Equal(harm == "gone" ? 0 : 1, fileLogger.Warnings.Count);
    }

    [Fact]
    public async Task A_file_of_another_model_is_made_again()
    {
        await FillAsync(120);
        embedder.Settings = new VectorSettings("other");
        await FillAsync(120, first: 120);
        Assert.Contains("it belongs to another archive or model", Assert.Single(fileLogger.Warnings), StringComparison.Ordinal);
        Assert.Equal(["vectors-000000000000-000000000240.index"], Names());
    }

    [Fact]
    public async Task An_index_of_mostly_removed_passages_is_made_again()
    {
        await FillAsync(120);
        var model = (await store.FindModelAsync("words", Stop))!;
        foreach (var part in Enumerable.Range(0, 110).Chunk(50))
            await articles.AddAsync([.. part.Select(number => new Article { Id = $"n{number}", Title = "Title", Body = $"Another text {number}." })], Stop);
        await store.PruneAsync(model, Stop);
        var index = Open();
        await index.UpdateAsync(Stop);
        Assert.Equal(10, index.Current!.PassageCount);
        Assert.Empty(Names());
    }

    private ArchiveVectors Open()
    {
        var index = new ArchiveVectors(store, embedder, new VectorIndexFiles(files.Path, fileLogger), time, new ListLogger<ArchiveVectors>()) { FileThreshold = 100 };
        opened.Add(index);
        return index;
    }

    private VectorBackfill Backfill(ArchiveVectors index) =>
        new(articles, store, index, new PassageEmbedding(embedder, new ListLogger<PassageEmbedding>()), time, logger);

    private async Task AddAsync(params string[] bodies) =>
        await articles.AddAsync([.. bodies.Select((body, number) => new Article { Id = $"n{number}", Title = $"Title {number}", Body = body })], Stop);

    /// <summary>Stores articles of a passage each with vectors of their own, and lets an index follow.</summary>
    private async Task<IReadOnlyList<VectorHit>> FillAsync(int count, int first = 0)
    {
        var model = await store.AddModelAsync(embedder.Settings.Key, embedder.Dimensions, Stop);
        var index = Open();
        foreach (var part in Enumerable.Range(first, count).Chunk(60))
        {
            await articles.AddAsync([.. part.Select(number => new Article { Id = $"n{number}", Title = "Title", Body = $"Text {number}." })], Stop);
            var missing = await store.FindMissingAsync(model, part.Length, Stop);
            await store.AddAsync(model, [.. missing.Order().Select(revision => new RevisionVectors(
                revision, [new TextSpan(0, 5)], [.. WordVectors.Of($"w{revision % 7} w{revision % 11} w{revision}", embedder.Dimensions).Select(value => (Half)value)]))], Stop);
            await index.UpdateAsync(Stop);
        }

        return await FindAsync(index, "w3 w5", 10);
    }

    private async Task<IReadOnlyList<VectorHit>> FindAsync(ArchiveVectors index, string text, int count)
    {
        var meaning = await index.FindMeaningAsync(text, Stop);
        return meaning!.Index.Search(meaning.Vector, count, _ => true);
    }

    private List<string> Names() => [.. Directory.GetFiles(files.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
