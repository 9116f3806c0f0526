using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Answers;

/// <summary>Answers a question from the archive: analysis, search, composer, check.</summary>
internal sealed class QuestionAnswerer(IArticleStore store, IArchiveIndex index, RankingWeights weights, AnswerModel model, TimeProvider time)
{
    private const int NearestCount = 3;

    private readonly ExtractiveComposer composer = new(model);

    /// <summary>Answers.</summary>
    /// <param name="text">At most <see cref="QuestionAnalyzer.MaxLength"/> units.</param>
    /// <param name="asOf">What 'now' is; null for the clock's.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<Reply> AnswerAsync(string text, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var question = QuestionAnalyzer.Analyze(text, asOf ?? time.GetUtcNow());
        if (question.OffTopic is { } offTopic)
            return new Reply(question, new Answer { Reason = offTopic }, [], null, time.GetElapsedTime(started));
        var passages = index.Current;
        var ranked = QuestionSearch.Rank(passages, question, weights);
        var revisions = await store.GetAsync(QuestionSearch.RevisionsOf(ranked, ExtractiveComposer.MaxPassages), cancellationToken);
        var composition = composer.Compose(question, ranked, revisions.ToDictionary(revision => revision.RevisionId), passages.InversePassageFrequency);
        var answer = Decide(composition);
        if (!answer.IsSupported)
            answer = answer with { Nearest = await NearestAsync(ranked, cancellationToken) };
        return new Reply(question, answer, ranked, composition, time.GetElapsedTime(started));
    }

    private Answer Decide(Composition composition)
    {
        var reason = composition.Reason;
        if (composition.Support >= model.SupportThreshold)
        {
            var shown = composition.ShortConfidence >= model.ShortThreshold ? composition.CandidateShort : null;
            var answer = CitationCheck.Apply(composition.Candidate with { Short = shown });
            if (answer.IsSupported)
                return answer;
            reason = answer.Reason ?? reason;
        }

        return new Answer { Reason = reason };
    }

    /// <summary>The articles that come nearest, best first; the passages that the composer read may all be of one.</summary>
    private async Task<IReadOnlyList<ArticleRevision>> NearestAsync(IReadOnlyList<RankedPassage> ranked, CancellationToken cancellationToken)
    {
        var best = QuestionSearch.BestOfEachArticle(ranked).Take(NearestCount).Select(passage => passage.RevisionId).ToList();
        var revisions = await store.GetAsync(best, cancellationToken);
        return [.. revisions.OrderBy(revision => best.IndexOf(revision.RevisionId))];
    }
}
