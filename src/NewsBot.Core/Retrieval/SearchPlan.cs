using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// One query against one index: per term a table from impact to points, per article its prior in points, added up per passage in 16 bits.
/// </summary>
/// <remarks>Term at a time over all postings: at some microseconds a term a plain walk beats every way of skipping (docs/decisions/0001).</remarks>
internal sealed class SearchPlan
{
    private const double MaxPoints = 64_000;

    private readonly PassageIndex index;
    private readonly PassageQuery query;
    private readonly ushort[][] points;
    private readonly double recencyPoints;
    private readonly double outletPoints;
    private readonly long asOfDay;

    public SearchPlan(PassageIndex index, PassageQuery query)
    {
        this.index = index;
        this.query = query;
        var weights = new double[query.Terms.Count];
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = query.Terms[i].Weight * index.InversePassageFrequency(query.Terms[i].Text);
            sum += weights[i];
        }

        TermWeights = weights;
        TermWeightSum = sum;
        var recency = query.AsOf is null ? 0 : query.RecencyWeight;
        var outlet = query.IsWantedOutlet is null ? 0 : query.OutletWeight;
        Scale = sum > 0 ? MaxPoints / (sum * (1 + recency + outlet)) : 0;
        recencyPoints = recency * sum * Scale;
        outletPoints = outlet * sum * Scale;
        asOfDay = query.AsOf is { } asOf ? Day(asOf.ToUnixTimeSeconds()) : 0;
        points = new ushort[weights.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new ushort[256];
            for (var impact = 0; impact < 256; impact++)
                points[i][impact] = (ushort)(weights[i] * Scale * impact / 255);
        }
    }

    /// <summary>Points per unit of weight; 0 when nothing can be found.</summary>
    public double Scale { get; }

    /// <summary>Per term of the query, weight times rarity.</summary>
    public IReadOnlyList<double> TermWeights { get; }

    public double TermWeightSum { get; }

    /// <summary>Adds a segment's passages to the best.</summary>
    public void Score(int number, TopPassages best)
    {
        var segment = index.Segment(number);
        var (firstArticle, endArticle) = segment.ArticlesBetween(
            query.From?.ToUnixTimeSeconds() ?? (query.To is null ? long.MinValue : long.MinValue + 1), query.To?.ToUnixTimeSeconds() ?? long.MaxValue);
        if (firstArticle >= endArticle)
            return;
        var first = segment.Articles[firstArticle].FirstPassage;
        var end = segment.PassageEnd(endArticle - 1);
        var rented = ArrayPool<ushort>.Shared.Rent(segment.PassageCount);
        var scores = rented.AsSpan(0, segment.PassageCount);
        scores[first..end].Clear();
        try
        {
            for (var i = 0; i < points.Length; i++)
            {
                var term = segment.FindTerm(query.Terms[i].Text);
                if (term >= 0)
                    AddTerm(segment.PostingsOf(term), points[i], scores, first, end);
            }

            AddPriors(number, segment, scores, firstArticle, endArticle);
            Collect(number, scores, first, end, best);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(rented);

            // The spans above may point into a mapped file that lives as long as its segment.
            GC.KeepAlive(segment);
        }
    }

    public List<PassageCandidate> Candidates(TopPassages best)
    {
        var result = new List<PassageCandidate>();
        foreach (var (number, passage, score) in best.Take())
        {
            var segment = index.Segment(number);
            var row = segment.Passages[passage];
            result.Add(new PassageCandidate(
                number, passage, row.Article, segment.Articles[row.Article].RevisionId, new TextSpan(row.Start, row.End), score / Scale));
        }

        return result;
    }

    /// <summary>The prior of an article in points.</summary>
    internal ushort Prior(PassageSegment segment, int article)
    {
        var row = segment.Articles[article];
        double prior = 0;
        if (recencyPoints > 0 && row.PublishedAt != long.MinValue)
            prior += recencyPoints * Recency.OfWholeDays(asOfDay - Day(row.PublishedAt));
        if (outletPoints > 0 && row.Outlet >= 0 && query.IsWantedOutlet!(segment.Outlet(row.Outlet)))
            prior += outletPoints;
        return (ushort)prior;
    }

    internal ushort PointsOf(int term, byte impact) => points[term][impact];

    private static long Day(long seconds) => (long)Math.Floor(seconds / 86_400.0);

    private static void AddTerm(PassageSegment.Postings postings, ushort[] table, Span<ushort> scores, int first, int end)
    {
        ref var scoreOrigin = ref MemoryMarshal.GetReference(scores);
        ref var tableOrigin = ref MemoryMarshal.GetArrayDataReference(table);
        var at = 0;
        for (var block = 0; block < postings.Blocks.Length; block += 2)
        {
            var origin = postings.Blocks[block] << BlockBits;
            var count = postings.Blocks[block + 1] + 1;
            var ids = postings.Ids.Slice(at, count);
            var impacts = postings.Impacts.Slice(at, count);
            at += count;
            if (origin >= end)
                return;
            if (origin + (1 << BlockBits) <= first)
                continue;
            if (first > origin)
            {
                var skipped = LowerBound(ids, first - origin);
                ids = ids[skipped..];
                impacts = impacts[skipped..];
            }

            if (end - origin < 1 << BlockBits)
                ids = ids[..LowerBound(ids, end - origin)];
            if (ids.IsEmpty)
                continue;

            // Damage is ruled out by the checksum; the last id bounds them all.
            if (origin + ids[^1] >= scores.Length)
                throw new InvalidOperationException("A term names a passage that the segment does not have.");
            ref var blockScores = ref Unsafe.Add(ref scoreOrigin, origin);
            for (var i = 0; i < ids.Length; i++)
                Unsafe.Add(ref blockScores, (nuint)ids[i]) += Unsafe.Add(ref tableOrigin, (nuint)impacts[i]);
        }
    }

    private static int LowerBound(ReadOnlySpan<ushort> ids, int wanted)
    {
        var (low, high) = (0, ids.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ids[middle] < wanted)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static void Collect(int number, ReadOnlySpan<ushort> scores, int first, int end, TopPassages best)
    {
        var at = first;
        var wide = Vector<ushort>.Count;
        while (at < end)
        {
            if (at + wide <= end && !Vector.GreaterThanAny(new Vector<ushort>(scores.Slice(at, wide)), new Vector<ushort>(best.Threshold)))
            {
                at += wide;
                continue;
            }

            var stop = Math.Min(at + wide, end);
            for (; at < stop; at++)
            {
                if (scores[at] > best.Threshold)
                    best.Add(number, at, scores[at]);
            }
        }
    }

    /// <summary>Adds each article's prior to those of its passages that hold a term; clears those of removed articles.</summary>
    private void AddPriors(int number, PassageSegment segment, Span<ushort> scores, int firstArticle, int endArticle)
    {
        for (var article = firstArticle; article < endArticle; article++)
        {
            var passages = scores[segment.Articles[article].FirstPassage..segment.PassageEnd(article)];
            if (index.IsRemoved(number, article))
            {
                passages.Clear();
                continue;
            }

            var prior = Prior(segment, article);
            if (prior == 0)
                continue;
            foreach (ref var score in passages)
                score = score == 0 ? score : (ushort)(score + prior);
        }
    }
}
