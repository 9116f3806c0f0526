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
    private const int SecondsPerDay = 86_400;

    private readonly PassageIndex index;
    private readonly PassageQuery query;
    private readonly int[][] termNumbers;
    private readonly ushort[][] points;
    private readonly bool[]?[] wantedOutlets;
    private readonly double recencyPoints;
    private readonly double outletPoints;
    private readonly long asOfDay;

    /// <summary>Makes the tables.</summary>
    /// <exception cref="ArgumentException">A weight is not above 0, or a count or a prior's worth is negative.</exception>
    public SearchPlan(PassageIndex index, PassageQuery query)
    {
        Refuse(query);
        this.index = index;
        this.query = query;
        termNumbers = new int[index.Segments.Count][];
        for (var i = 0; i < termNumbers.Length; i++)
            termNumbers[i] = new int[query.Terms.Count];
        var weights = new double[query.Terms.Count];
        double sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = query.Terms[i].Weight * index.InversePassageFrequency(query.Terms[i].Text, Find(i));
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
        wantedOutlets = new bool[]?[termNumbers.Length];
        points = new ushort[weights.Length][];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new ushort[256];
            var weight = weights[i] * Scale;
            for (var impact = 0; impact < 256; impact++)
                points[i][impact] = (ushort)(weight * impact / 255);
        }
    }

    /// <summary>Points per unit of weight; 0 when nothing can be found.</summary>
    public double Scale { get; }

    /// <summary>Per term of the query, weight times rarity.</summary>
    public IReadOnlyList<double> TermWeights { get; }

    public double TermWeightSum { get; }

    /// <summary>The best passages of all segments.</summary>
    /// <returns>Best first; ties in the order of segment and passage.</returns>
    public PassageCandidate[] Search()
    {
        var count = Math.Min(query.Count, index.PassageCount);
        if (Scale <= 0 || count == 0)
            return [];
        var best = new TopPassages(count);
        for (var i = 0; i < termNumbers.Length; i++)
            Score(i, best);
        return Candidates(best);
    }

    /// <summary>The number that a term of the query has in a segment; -1 when the segment does not have it.</summary>
    internal int TermNumber(int segment, int term) => termNumbers[segment][term];

    /// <summary>The prior of an article in points.</summary>
    internal int Prior(int segment, int article)
    {
        var row = index.Segment(segment).Articles[article];
        return Prior(row.PublishedAt, IsWanted(Wanted(segment), row.Outlet));
    }

    internal int PointsOf(int term, byte impact) => points[term][impact];

    private static void Refuse(PassageQuery query)
    {
        if (query.Count < 0 || !(query.RecencyWeight >= 0 && query.OutletWeight >= 0))
            throw new ArgumentException("The count and the worth of recency and outlet have to be 0 or more.", nameof(query));
        foreach (var term in query.Terms)
        {
            if (!(term.Weight > 0 && double.IsFinite(term.Weight)))
                throw new ArgumentException($"The weight of '{term.Text}' is {term.Weight}; it has to be above 0.", nameof(query));
        }
    }

    private static long Day(long seconds) => (long)Math.Floor(seconds / (double)SecondsPerDay);

    private static bool IsWanted(bool[]? wanted, int outlet) => wanted is not null && outlet >= 0 && wanted[outlet];

    /// <summary>Finds a term in every segment.</summary>
    /// <returns>How many passages hold it.</returns>
    private int Find(int term)
    {
        var holding = 0;
        for (var i = 0; i < termNumbers.Length; i++)
        {
            var segment = index.Segment(i);
            var number = termNumbers[i][term] = segment.FindTerm(query.Terms[term].Text);
            if (number >= 0)
                holding += segment.PassagesWith(number);
        }

        return holding;
    }

    private void Score(int number, TopPassages best)
    {
        var segment = index.Segment(number);
        var (firstArticle, endArticle) = segment.ArticlesBetween(
            query.From is { } from ? CeilingSeconds(from) : query.To is null ? long.MinValue : long.MinValue + 1,
            query.To?.ToUnixTimeSeconds() ?? long.MaxValue);
        if (firstArticle >= endArticle)
            return;
        var first = segment.Articles[firstArticle].FirstPassage;
        var end = segment.PassageEnd(endArticle - 1);

        // Room for whole blocks: whatever an id says, it stays inside. Only the slice is cleared and read.
        var room = ((segment.PassageCount + (long)BlockLength - 1) / BlockLength) * BlockLength;
        var scores = ArrayPool<ushort>.Shared.Rent(checked((int)room));
        scores.AsSpan(first..end).Clear();
        try
        {
            for (var i = 0; i < points.Length; i++)
            {
                if (termNumbers[number][i] is >= 0 and var term)
                    AddTerm(segment.PostingsOf(term), points[i], scores, first, end);
            }

            Collect(number, segment, scores, firstArticle, endArticle, best);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(scores);

            // The spans above may point into a mapped file that lives as long as its segment.
            GC.KeepAlive(segment);
        }
    }

    /// <summary>The first whole second that is not before a time.</summary>
    private static long CeilingSeconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds() + (time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? 0 : 1);

    private static void AddTerm(PassageSegment.Postings postings, ushort[] table, ushort[] scores, int first, int end)
    {
        ref var scoreOrigin = ref MemoryMarshal.GetArrayDataReference(scores);
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
            if (origin + BlockLength <= first)
                continue;
            if (first > origin)
            {
                var skipped = LowerBound(ids, first - origin);
                ids = ids[skipped..];
                impacts = impacts[skipped..];
            }

            if (end - origin < BlockLength)
                ids = ids[..LowerBound(ids, end - origin)];
            impacts = impacts[..ids.Length];
            if (origin > scores.Length - BlockLength)
                throw new InvalidOperationException("A term names a passage that the segment does not have.");

            AddBlock(ref Unsafe.Add(ref scoreOrigin, origin), ids, impacts, ref tableOrigin);
        }
    }

    /// <summary>Adds points; <paramref name="scores"/> has room for every id, <paramref name="table"/> for every impact.</summary>
    private static void AddBlock(ref ushort scores, ReadOnlySpan<ushort> ids, ReadOnlySpan<byte> impacts, ref ushort table)
    {
        // Four at a time out of one read of ids and one of impacts: the loop is bound by its loads.
        ref var id = ref Unsafe.As<ushort, byte>(ref MemoryMarshal.GetReference(ids));
        ref var impact = ref MemoryMarshal.GetReference(impacts);
        var i = 0;
        for (; i + 4 <= ids.Length && BitConverter.IsLittleEndian; i += 4)
        {
            var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref id, i * 2));
            var worth = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref impact, i));
            Unsafe.Add(ref scores, (nuint)(ushort)four) += Unsafe.Add(ref table, (nuint)(byte)worth);
            Unsafe.Add(ref scores, (nuint)(ushort)(four >> 16)) += Unsafe.Add(ref table, (nuint)(byte)(worth >> 8));
            Unsafe.Add(ref scores, (nuint)(ushort)(four >> 32)) += Unsafe.Add(ref table, (nuint)(byte)(worth >> 16));
            Unsafe.Add(ref scores, (nuint)(four >> 48)) += Unsafe.Add(ref table, (nuint)(worth >> 24));
        }

        for (; i < ids.Length; i++)
            Unsafe.Add(ref scores, (nuint)ids[i]) += Unsafe.Add(ref table, (nuint)impacts[i]);
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

    /// <summary>
    /// Gives the passages that hold a term to the best, priors added. Articles stand in time order, so those of one day, and with them their passages,
    /// share a prior; the newest days come first because they tend to be the best, which shuts the others out early.
    /// </summary>
    private void Collect(int number, PassageSegment segment, ushort[] scores, int firstArticle, int endArticle, TopPassages best)
    {
        var articles = segment.Articles;
        var removed = index.RemovedArticles(number);
        var wanted = Wanted(number);
        var end = segment.PassageEnd(endArticle - 1);
        for (var last = endArticle - 1; last >= firstArticle;)
        {
            var isRemoved = removed is not null && removed[last];
            var isWanted = IsWanted(wanted, articles[last].Outlet);
            var published = articles[last].PublishedAt;
            var dayStart = recencyPoints > 0 && published != long.MinValue ? Day(published) * SecondsPerDay : long.MinValue;
            var start = last;
            while (start > firstArticle
                && articles[start - 1].PublishedAt >= dayStart
                && (removed is null || removed[start - 1] == isRemoved)
                && (wanted is null || IsWanted(wanted, articles[start - 1].Outlet) == isWanted))
                start--;

            var first = articles[start].FirstPassage;
            if (!isRemoved)
                Collect(number, scores, first, end, Prior(published, isWanted), best);
            end = first;
            last = start - 1;
        }
    }

    private static void Collect(int number, ushort[] scores, int first, int end, int prior, TopPassages best)
    {
        var wide = Vector<ushort>.Count;
        var at = first;
        var needed = Math.Max(1, best.Threshold - prior);
        while (at < end)
        {
            if (at + wide <= end && !Vector.GreaterThanOrEqualAny(new Vector<ushort>(scores, at), new Vector<ushort>((ushort)needed)))
            {
                at += wide;
                continue;
            }

            for (var stop = Math.Min(at + wide, end); at < stop; at++)
            {
                if (scores[at] >= needed)
                    best.Add(number, at, scores[at] + prior);
            }

            needed = Math.Max(1, best.Threshold - prior);
        }
    }

    private PassageCandidate[] Candidates(TopPassages best)
    {
        var found = best.Take();
        var result = new PassageCandidate[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var (number, passage, score) = found[i];
            var segment = index.Segment(number);
            var row = segment.Passages[passage];
            result[i] = new PassageCandidate(
                number, passage, row.Article, segment.Articles[row.Article].RevisionId, new TextSpan(row.Start, row.End), score / Scale);
        }

        return result;
    }

    private int Prior(long publishedAt, bool isWanted)
    {
        double prior = 0;
        if (recencyPoints > 0 && publishedAt != long.MinValue)
            prior += recencyPoints * Recency.OfWholeDays(asOfDay - Day(publishedAt));
        if (isWanted)
            prior += outletPoints;
        return (ushort)prior;
    }

    /// <summary>Per outlet of a segment, whether it was asked for; null when none counts.</summary>
    private bool[]? Wanted(int number)
    {
        if (outletPoints <= 0)
            return null;
        if (wantedOutlets[number] is { } known)
            return known;
        var segment = index.Segment(number);
        var wanted = new bool[segment.OutletCount];
        for (var i = 0; i < wanted.Length; i++)
            wanted[i] = query.IsWantedOutlet!(segment.Outlet(i));
        return wantedOutlets[number] = wanted;
    }
}
