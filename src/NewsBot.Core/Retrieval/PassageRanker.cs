using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>Searches many passages first, then scores those found again: with their article's whole text and its title.</summary>
public static class PassageRanker
{
    private const double ArticlePivotTokens = 900;

    /// <summary>Ranks passages.</summary>
    /// <param name="index">The archive's index.</param>
    /// <param name="query">What to search for; its weights for recency and outlet are set from <paramref name="weights"/>.</param>
    /// <param name="weights">What the signals are worth.</param>
    /// <param name="meaning">What the question means, so that passages in other words are found too; null to go by words alone.</param>
    /// <returns>
    /// Best first, several passages of one article among them; ties in the order that the index found them. None when the query has no terms, even if it has a meaning vector.
    /// </returns>
    /// <remarks>By <see cref="RankFusion"/>: the nearest passage in meaning gets its weight's share of the sum of the query's weights, the others less.</remarks>
    public static IReadOnlyList<RankedPassage> Rank(PassageIndex index, PassageQuery query, RankingWeights weights, QuestionMeaning? meaning = null)
    {
        query = query with { RecencyWeight = weights.Recency, OutletWeight = weights.Outlet };
        var plan = new SearchPlan(index, query);
        var candidates = plan.Search();
        var near = meaning is null || plan.Scale <= 0 ? null : FindNear(plan, meaning, ref candidates);
        if (candidates.Length == 0)
            return [];

        var evidence = ReadArticles(index, query, plan, candidates, out var evidenceOf);
        var sum = plan.TermWeightSum;
        var ranked = new RankedPassage[candidates.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            ref readonly var candidate = ref candidates[i];
            ref readonly var article = ref evidence[evidenceOf[i]];
            var score = candidate.Score + (weights.Article * article.Score) + (weights.Title * article.Title);
            var fused = near is null ? score : score + (meaning!.Weight * sum * near.GetValueOrDefault((candidate.Segment, candidate.Passage)));
            ranked[i] = new RankedPassage(
                candidate.RevisionId, candidate.Span, fused, score - article.Prior, (score - article.Prior) / sum, article.Held / sum,
                article.Title / sum, article.Recency);
        }

        return [.. ranked.OrderByDescending(passage => passage.Score)];
    }

    /// <summary>Adds the passages near in meaning to the candidates.</summary>
    /// <returns>The worth of each of them, by segment and passage.</returns>
    private static Dictionary<(int Segment, int Passage), double> FindNear(SearchPlan plan, QuestionMeaning meaning, ref PassageCandidate[] candidates)
    {
        var hits = meaning.Index.Search(meaning.Vector, RankFusion.Hits, plan.IsSearched);
        var worths = RankFusion.Worths(hits);
        var known = candidates.Select(candidate => (candidate.Segment, candidate.Passage)).ToHashSet();
        var added = new List<PassageCandidate>();
        var near = new Dictionary<(int Segment, int Passage), double>();
        for (var i = 0; i < worths.Length; i++)
        {
            // The vectors may be of passages that another version of the program cut differently.
            if (plan.Read(hits[i].RevisionId, hits[i].Span) is not { } candidate)
                continue;
            near[(candidate.Segment, candidate.Passage)] = worths[i];
            if (!known.Contains((candidate.Segment, candidate.Passage)))
                added.Add(candidate);
        }

        candidates = [.. candidates, .. added];
        return near;
    }

    /// <summary>Reads each article of the candidates once.</summary>
    /// <param name="index">The archive's index.</param>
    /// <param name="query">What is searched for.</param>
    /// <param name="plan">The query's weights.</param>
    /// <param name="candidates">In any order.</param>
    /// <param name="evidenceOf">Per candidate, where its article stands in the result.</param>
    /// <returns>One an article.</returns>
    private static ArticleEvidence[] ReadArticles(
        PassageIndex index, PassageQuery query, SearchPlan plan, PassageCandidate[] candidates, out int[] evidenceOf)
    {
        var keys = new long[candidates.Length];
        var order = new int[candidates.Length];
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = ((long)candidates[i].Segment << 32) | (uint)candidates[i].Article;
            order[i] = i;
        }

        Array.Sort(keys, order);
        evidenceOf = new int[candidates.Length];
        var evidence = new ArticleEvidence[candidates.Length];
        var count = 0;
        var start = 0;
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var candidate = ref candidates[order[i]];
            if (i > 0 && keys[i] != keys[i - 1])
            {
                count++;
                if (keys[i] >> 32 != keys[i - 1] >> 32)
                {
                    ReadTerms(index, query, plan, (int)(keys[i - 1] >> 32), evidence.AsSpan(start..count));
                    start = count;
                }
            }

            evidenceOf[order[i]] = count;
            evidence[count].Article = candidate.Article;
        }

        count++;
        ReadTerms(index, query, plan, (int)(keys[^1] >> 32), evidence.AsSpan(start..count));
        return evidence;
    }

    /// <summary>Fills the evidence of a segment's articles, which stand in their order.</summary>
    private static void ReadTerms(PassageIndex index, PassageQuery query, SearchPlan plan, int number, Span<ArticleEvidence> evidence)
    {
        var segment = index.Segment(number);
        var articles = segment.Articles;
        var passages = segment.Passages;
        foreach (ref var article in evidence)
        {
            var row = articles[article.Article];
            article.EndPassage = segment.PassageEnd(article.Article);
            article.Norm = Impact.K1 * (1 - Impact.B + (Impact.B * row.Tokens / ArticlePivotTokens));
            article.Prior = plan.Prior(number, article.Article) / plan.Scale;
            article.Recency = query.AsOf is { } asOf && row.PublishedAt != long.MinValue
                ? Recency.Of((asOf.ToUnixTimeSeconds() - row.PublishedAt) / 86_400.0)
                : 0;
        }

        for (var i = 0; i < query.Terms.Count; i++)
        {
            var term = plan.TermNumber(number, i);
            if (term < 0)
                continue;
            var weight = plan.TermWeights[i];
            var cursor = new PostingsCursor(segment.PostingsOf(term));
            foreach (ref var article in evidence)
            {
                cursor.MoveTo(articles[article.Article].FirstPassage);
                if (cursor.Passage >= article.EndPassage)
                    continue;

                // A term of the title is counted in every passage, and once for the article.
                var inTitle = segment.TitleTerms(article.Article).Contains(term);
                double frequency = 0;
                for (; cursor.Passage < article.EndPassage; cursor.MoveNext())
                    frequency += Math.Max(0, Impact.Frequency(cursor.Impact, passages[cursor.Passage].Tokens) - (inTitle ? 1 : 0));
                if (inTitle)
                    article.Title += weight;
                frequency += inTitle ? 1 : 0;
                if (frequency < 0.5)
                    continue;
                article.Score += weight * frequency / (frequency + article.Norm);
                article.Held += weight;
            }
        }

        // The spans above may point into a mapped file that lives as long as its segment.
        GC.KeepAlive(segment);
    }

    private struct ArticleEvidence
    {
        public int Article;
        public int EndPassage;
        public double Norm;
        public double Prior;
        public double Recency;
        public double Score;
        public double Title;
        public double Held;
    }
}

/// <summary>A passage that the index found.</summary>
/// <param name="Segment">Number of the segment in the index.</param>
/// <param name="Passage">Number of the passage in the segment.</param>
/// <param name="Article">Number of its article in the segment.</param>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Score">Weights of the query's terms in it, with the priors; in the unit of the query's weights.</param>
public readonly record struct PassageCandidate(int Segment, int Passage, int Article, long RevisionId, TextSpan Span, double Score);

/// <summary>A passage after the close look at its article.</summary>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Score">What it is ranked by, in the unit of the query's term weights.</param>
/// <param name="TextScore">The score without the priors of date and outlet.</param>
/// <param name="Share">The text score as a share of the sum of the query's weights, about 0 to 2.</param>
/// <param name="ArticleShare">The part of the query's weight that the article's text holds, 0 to 1.</param>
/// <param name="TitleShare">The part of the query's weight that the title holds, 0 to 1.</param>
/// <param name="Recency">The article's recency prior, 0 to 1; 0 when undated or no day is asked about.</param>
public sealed record RankedPassage(
    long RevisionId, TextSpan Span, double Score, double TextScore, double Share, double ArticleShare, double TitleShare, double Recency);
