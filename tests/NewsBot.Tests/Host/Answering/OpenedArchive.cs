using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Models;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Host.Answering;

/// <summary>An archive on SQLite as a process opens it, with an index of its own, which is deleted with this.</summary>
internal sealed class OpenedArchive : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteArticleStore store;
    private readonly SqliteReaders readers;
    private readonly ArchiveIndex index;

    /// <param name="path">The archive's folder; null for an empty archive that is deleted with this.</param>
    public OpenedArchive(string? path = null)
    {
        var options = Options.Create(new ArchiveOptions { Path = path ?? Path.Combine(folder.Path, "data") });
        store = new SqliteArticleStore(new SqliteArchive(options), TimeProvider.System);
        readers = new SqliteReaders(new SqliteArchive(options));
        index = new ArchiveIndex(store, new PassageIndexFiles(Path.Combine(folder.Path, "index"), NullLogger<PassageIndexFiles>.Instance));
    }

    /// <summary>Brings the index up to the archive.</summary>
    public Task IndexAsync() => index.UpdateAsync(onProgress: null, TestContext.Current.CancellationToken);

    /// <summary>Stores articles, so that they are found.</summary>
    public async Task AddAsync(params IReadOnlyList<Article> articles)
    {
        await store.AddAsync(articles, TestContext.Current.CancellationToken);
        await IndexAsync();
    }

    /// <summary>Answers from what is indexed.</summary>
    /// <param name="model">The language model; null for none.</param>
    /// <param name="hasOverview">Whether it knows the newest articles and the languages of the archive.</param>
    /// <param name="verify">Whether a written answer is judged.</param>
    /// <param name="reader">Reads whole articles; null to go by the words of passages alone.</param>
    public QuestionAnswerer Answerer(
        ILanguageModel? model = null, bool hasOverview = false, VerifyMode verify = VerifyMode.Always, IWindowReader? reader = null) => Answerers.Over(
        store, new SqliteDuplicateStore(readers), index, model, overview: hasOverview ? new SqliteArchiveOverview(readers) : null, verify: verify, reader: reader);

    /// <summary>What a service asks itself at its start.</summary>
    /// <param name="overview">What names the newest articles; null for the archive itself.</param>
    public AnswerWarmUp WarmUp(IWindowReader reader, IArchiveOverview? overview = null) =>
        Answerers.WarmUpOver(store, new SqliteDuplicateStore(readers), index, overview ?? new SqliteArchiveOverview(readers), reader);

    public void Dispose()
    {
        index.Dispose();
        store.Dispose();
        readers.Dispose();
        folder.Dispose();
    }
}
