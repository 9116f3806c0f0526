namespace NewsBot.Core.Retrieval;

/// <summary>Searches wide, then looks closely at the articles found: the whole text's score and the title count beside the passage's own.</summary>
public static class PassageRanker
{
    private const double ArticlePivotTokens = 900;

    /// <summary>Ranks passages.</summary>
    /// <param name="index">The archive's index.</param>
    /// <param name="query">What to search for; its weights for recency and outlet are set from <paramref name="weights"/>.</param>
    /// <param name="weights">What the signals are worth.</param>
    /// <returns>Best first, several passages of one article among them; ties in the order that the index found them.</returns>
    public static IReadOnlyList<RankedPassage> Rank(PassageIndex index, PassageQuery query, RankingWeights weights)
    {
        query = query with { RecencyWeight = weights.Recency, OutletWeight = weights.Outlet };
        var plan = new SearchPlan(index, query);
        if (plan.Scale <= 0)
            return [];
        var best = new TopPassages(query.Count);
        for (var i = 0; i < index.Segments.Count; i++)
            plan.Score(i, best);
        var candidates = plan.Candidates(best);
        if (candidates.Count == 0)
            return [];

        var articles = new Dictionary<(int Segment, int Article), ArticleEvidence>();
        foreach (var candidate in candidates)
            articles.TryAdd((candidate.Segment, candidate.Article), new ArticleEvidence());
        foreach (var group in articles.Keys.GroupBy(key => key.Segment))
            ReadArticles(index.Segment(group.Key), [.. group.Select(key => key.Article).Order()], query, plan, group.Key, articles);

        var sum = plan.TermWeightSum;
        var ranked = new List<RankedPassage>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var evidence = articles[(candidate.Segment, candidate.Article)];
            var published = index.Segment(candidate.Segment).Articles[candidate.Article].PublishedAt;
            var recency = query.AsOf is { } asOf && published != long.MinValue ? Recency.Of((asOf.ToUnixTimeSeconds() - published) / 86_400.0) : 0;
            var score = candidate.Score + (weights.Article * evidence.Score) + (weights.Title * evidence.Title);
            var prior = plan.Prior(index.Segment(candidate.Segment), candidate.Article) / plan.Scale;
            ranked.Add(new RankedPassage(
                candidate.RevisionId, candidate.Span, score, score - prior, (score - prior) / sum, evidence.Held / sum, evidence.Title / sum, recency));
        }

        return [.. ranked.OrderByDescending(passage => passage.Score)];
    }

    private static void ReadArticles(
        PassageSegment segment, int[] rows, PassageQuery query, SearchPlan plan, int number, Dictionary<(int Segment, int Article), ArticleEvidence> into)
    {
        for (var i = 0; i < query.Terms.Count; i++)
        {
            var term = segment.FindTerm(query.Terms[i].Text);
            if (term < 0)
                continue;
            var weight = plan.TermWeights[i];
            var cursor = new PostingsCursor(segment.PostingsOf(term));
            foreach (var row in rows)
            {
                var article = segment.Articles[row];
                var end = segment.PassageEnd(row);
                var inTitle = segment.TitleTerms(row).Contains(term);
                double frequency = 0;
                cursor.MoveTo(article.FirstPassage);
                while (cursor.Passage < end)
                {
                    frequency += Math.Max(0, Impact.Frequency(cursor.Impact, segment.Passages[cursor.Passage].Tokens) - (inTitle ? 1 : 0));
                    cursor.MoveNext();
                }

                var evidence = into[(number, row)];
                if (inTitle)
                    evidence.Title += weight;
                frequency += inTitle ? 1 : 0;
                if (frequency < 0.5)
                    continue;
                var norm = Impact.K1 * (1 - Impact.B + (Impact.B * article.Tokens / ArticlePivotTokens));
                evidence.Score += weight * frequency / (frequency + norm);
                evidence.Held += weight;
            }
        }
    }

    private sealed class ArticleEvidence
    {
        public double Score { get; set; }

        public double Title { get; set; }

        public double Held { get; set; }
    }
}
