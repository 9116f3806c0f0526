using NewsBot.Archive;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Models;

namespace NewsBot.Answering;

/// <summary>Searches the archive without composing an answer.</summary>
internal sealed class ArchiveSearcher(IArticleStore store, ArchiveIndex index, RankingWeights weights, TimeProvider time, ArchiveVectors? vectors = null) : IArchiveSearch
{
    public async Task<(Question Question, IReadOnlyList<SearchHit> Hits)> SearchAsync(
        string text, DateTimeOffset? asOf, DateTimeOffset? until, int count, CancellationToken cancellationToken)
    {
        var question = QuestionAnalyzer.Analyze(text, asOf ?? time.GetUtcNow()) with { Until = until };
        var meaning = vectors is null ? null : await vectors.FindMeaningAsync(question.Text, cancellationToken);
        return (question, await HitsAsync(QuestionSearch.Rank(index.Current, question, weights, meaning: meaning), count, cancellationToken));
    }

    /// <summary>The best passage of each of the first articles of a ranking, with their texts.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="count">The most articles.</param>
    /// <returns>In the order of the ranking; an article that is gone from the store is left out.</returns>
    public async Task<IReadOnlyList<SearchHit>> HitsAsync(IReadOnlyList<RankedPassage> ranked, int count, CancellationToken cancellationToken)
    {
        var best = QuestionSearch.BestOfEachArticle(ranked).Take(count).ToList();
        var revisions = (await store.GetAsync(QuestionSearch.RevisionsOf(best, count), cancellationToken)).ToDictionary(revision => revision.RevisionId);
        return [.. best
            .Where(passage => revisions.ContainsKey(passage.RevisionId))
            .Select(passage => new SearchHit(revisions[passage.RevisionId], passage.Span, passage.Score))];
    }
}
