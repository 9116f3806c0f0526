using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Models;

namespace NewsBot.Tests.Host.Answering;

/// <summary>Answerers over a given archive, with a language model or without.</summary>
internal static class Answerers
{
    public static QuestionAnswerer Over(
        IArticleStore store, IDuplicateStore duplicates, ArchiveIndex index, ILanguageModel? model = null, ArchiveVectors? vectors = null, IArchiveOverview? overview = null,
        VerifyMode verify = VerifyMode.Always, IWindowReader? reader = null)
    {
        var search = new EvidenceSearch(store, duplicates, index, new RankingWeights(), vectors, reader);
        var sessions = new ModelSessions(TimeProvider.System, NullLoggerFactory.Instance, Options.Create(new LlmOptions { Verify = verify }), model);
        overview ??= new NoOverview();
        var forms = new TermForms(store);
        return new QuestionAnswerer(
            new QuestionSpeller(forms, index), new QuestionGlosser(forms, index), search,
            new AnswerComposer(search, reader is null ? AnswerModel.Default : AnswerModel.WithReader, reader),
            new OverviewAnswerer(search, overview, store), sessions, new ArchiveLanguages(overview, TimeProvider.System), TimeProvider.System);
    }

    public static AnswerWarmUp WarmUpOver(IArticleStore store, IDuplicateStore duplicates, ArchiveIndex index, IArchiveOverview overview, IWindowReader reader)
    {
        var search = new EvidenceSearch(store, duplicates, index, new RankingWeights(), reader: reader);
        return new AnswerWarmUp(
            overview, new QuestionSpeller(new TermForms(store), index), search, new AnswerComposer(search, AnswerModel.WithReader, reader), TimeProvider.System,
            NullLogger<AnswerWarmUp>.Instance);
    }

    /// <summary>An archive without news, for tests that do not ask for the latest.</summary>
    private sealed class NoOverview : IArchiveOverview
    {
        public Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ArticleRevision>>([]);

        public Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ArchivedArticle>>([]);

        public Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutletCount>>([]);
    }
}
