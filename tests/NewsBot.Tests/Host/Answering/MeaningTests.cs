using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Storage.Sqlite;
using NewsBot.Tests.Core.Retrieval;
using NewsBot.Tests.Host.Archive;
using NewsBot.Tests.Host.Storage.Sqlite;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Searches and answers where passages have vectors.</summary>
public sealed class MeaningTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2025, 7, 22, 18, 0, 0, TimeSpan.Zero);

    private readonly SqliteVectorFolder folder = new();
    private readonly SqliteChatFolder duplicates = new();
    private readonly TempFolder files = new();
    private readonly WordVectors embedder = new();
    private (SqliteArticleStore Articles, SqliteVectorStore Vectors) archive;
    private ArchiveIndex index = null!;
    private ArchiveVectors vectors = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = folder.Open();
        await archive.Articles.AddAsync(
            [
                new Article { Id = "wanted", Title = "Hospitals", Body = "Doctors strike over pay.", PublishedAt = Now.AddDays(-2) },
                new Article { Id = "other", Title = "Fair", Body = "The fair will begin in June with music.", PublishedAt = Now.AddDays(-1) },
            ],
            Stop);
        index = new ArchiveIndex(archive.Articles, new PassageIndexFiles(files.Path, new ListLogger<PassageIndexFiles>()));
        vectors = new ArchiveVectors(
            archive.Vectors, embedder, new VectorIndexFiles(files.Path, new ListLogger<VectorIndexFiles>()), TimeProvider.System, new ListLogger<ArchiveVectors>());
        await index.UpdateAsync(null, Stop);
        var backfill = new VectorBackfill(
            archive.Articles, archive.Vectors, vectors, new PassageEmbedding(embedder, new ListLogger<PassageEmbedding>()), TimeProvider.System, new ListLogger<VectorBackfill>());
        await backfill.CatchUpAsync(Stop);
        embedder.Requests.Clear();
    }

    public ValueTask DisposeAsync()
    {
        vectors.Dispose();
        index.Dispose();
        folder.Dispose();
        duplicates.Dispose();
        files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_search_finds_an_article_that_says_it_in_other_words()
    {
        Assert.Empty(await FindAsync(new ArchiveSearcher(archive.Articles, index, new RankingWeights(), TimeProvider.System)));
        Assert.Equal("wanted", (await FindAsync(new ArchiveSearcher(archive.Articles, index, new RankingWeights(), TimeProvider.System, vectors)))[0]);
        Assert.Equal("physicians walkout wages", Assert.Single(Assert.Single(embedder.Requests)));
    }

    [Fact]
    public async Task A_search_as_of_an_earlier_day_does_not_find_it() =>
        Assert.Empty(await FindAsync(new ArchiveSearcher(archive.Articles, index, new RankingWeights(), TimeProvider.System, vectors), Now.AddDays(-3)));

    [Fact]
    public async Task A_question_is_made_into_a_vector_once_however_often_it_is_searched_for()
    {
        using var readers = new SqliteReaders(duplicates.Archive());
        var answerer = Answerers.Over(archive.Articles, new SqliteDuplicateStore(readers), index, vectors: vectors);
        var reply = await answerer.AnswerAsync(new AskedQuestion("Which physicians began a walkout last week?", Now) { ArticleIds = ["other"] }, Stop);
        var wanted = (await archive.Articles.FindAsync("wanted", Stop))!.RevisionId;
        Assert.Contains(reply.Ranked, passage => passage.RevisionId == wanted);
        Assert.Single(embedder.Requests);
    }

    private static async Task<List<string>> FindAsync(ArchiveSearcher searcher, DateTimeOffset? until = null) =>
        [.. (await searcher.SearchAsync("physicians walkout wages", Now, until, 5, Stop)).Hits.Select(hit => hit.Revision.Article.Id)];
}
