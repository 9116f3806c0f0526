using NewsBot.Core.Questions;

namespace NewsBot.Core.Retrieval;

/// <summary>Searches the archive for a question: its terms, its days, its outlets.</summary>
public static class QuestionSearch
{
    /// <summary>A slice of days is kept when its best passage is at least this good beside the best of all days.</summary>
    private const double GoodEnough = 0.6;

    /// <summary>Ranks the passages for a question.</summary>
    /// <param name="index">The archive's index.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="weights">What the signals are worth.</param>
    /// <param name="revisionIds">Only passages of these revisions; null for the whole archive.</param>
    /// <param name="meaning">What the question means; null to go by its words alone.</param>
    /// <returns>
    /// Best first. The days that the question names are searched first; when nothing in them comes near the best of all days, all days are.
    /// Nothing is later than the question's <see cref="Question.Until"/>.
    /// </returns>
    public static IReadOnlyList<RankedPassage> Rank(PassageIndex index, Question question, RankingWeights weights,
        IReadOnlySet<long>? revisionIds = null, QuestionMeaning? meaning = null)
    {
        var query = new PassageQuery
        {
            Terms = [.. question.Terms.Select(term => new WeightedTerm(term.Text, term.Weight))],
            AsOf = question.AsOf,
            Until = question.Until,
            RevisionIds = revisionIds,
            IsWantedOutlet = question.Outlets.Count == 0 ? null : source => question.Outlets.Any(name => OutletMention.Matches(source, name)),
        };
        var all = PassageRanker.Rank(index, query, weights, meaning);
        if (question.Range is not { } range || all.Count == 0)
            return all;
        var slice = PassageRanker.Rank(
            index,
            query with
            {
                From = new DateTimeOffset(range.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
                To = new DateTimeOffset(range.Last.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero),
            },
            weights,
            meaning);
        return slice.Count > 0 && slice.Max(passage => passage.TextScore) >= GoodEnough * all.Max(passage => passage.TextScore) ? slice : all;
    }

    /// <summary>One passage an article, the best of each, in the same order.</summary>
    public static IEnumerable<RankedPassage> BestOfEachArticle(IReadOnlyList<RankedPassage> ranked) =>
        ranked.DistinctBy(passage => passage.RevisionId);

    /// <summary>The revisions that the first passages belong to, each once, in their order.</summary>
    public static IReadOnlyList<long> RevisionsOf(IEnumerable<RankedPassage> ranked, int passages) =>
        [.. ranked.Take(passages).Select(passage => passage.RevisionId).Distinct()];
}

/// <summary>A question's vector, and the index of vectors to compare it with.</summary>
/// <param name="Index">The passages' vectors.</param>
/// <param name="Vector">The question's, of length 1 and of the index's dimensions.</param>
/// <param name="Weight">What the nearest passage in meaning is worth, as a share of the sum of the query's weights; 0 or more.</param>
public sealed record QuestionMeaning(VectorIndex Index, float[] Vector, double Weight);
