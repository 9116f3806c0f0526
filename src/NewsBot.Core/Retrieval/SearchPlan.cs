using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>One query against one index: per term a table from impact to points, per article its prior in points, added up per passage in 16 bits.</summary>
/// <remarks>Term at a time over all postings of a chunk: at some microseconds a term a plain walk beats every way of skipping (docs/decisions/0001).</remarks>
internal sealed class SearchPlan
{
    private const double MaxPoints = 64_000;
    private const int SecondsPerDay = 86_400;

    /// <summary>How many passages are tested together for whether the best prior among them would bring one in.</summary>
    private const int StretchLength = 1_024;

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

    /// <summary>Whether the query wants passages of a revision, by its time and its other bounds.</summary>
    internal bool IsSearched(long revisionId)
    {
        if (query.RevisionIds?.Contains(revisionId) == false || index.FindArticle(revisionId) is not { } found)
            return false;
        var (first, end) = ArticlesInTime(index.Segment(found.Segment));
        return found.Article >= first && found.Article < end;
    }

    /// <summary>A passage with its score, whether or not it holds a term.</summary>
    /// <param name="span">Where it stands in the text.</param>
    /// <returns>Null when the index has no such passage.</returns>
    internal PassageCandidate? Read(long revisionId, TextSpan span)
    {
        if (index.FindArticle(revisionId) is not (var number, var article))
            return null;
        var segment = index.Segment(number);
        var passages = segment.Passages;
        var passage = segment.Articles[article].FirstPassage;
        var end = segment.PassageEnd(article);
        while (passage < end && (passages[passage].Start != span.Start || passages[passage].End != span.End))
            passage++;
        if (passage == end)
            return null;
        var score = Prior(number, article);
        for (var i = 0; i < points.Length; i++)
        {
            if (termNumbers[number][i] is not (>= 0 and var term))
                continue;
            var cursor = new PostingsCursor(segment.PostingsOf(term));
            cursor.MoveTo(passage);
            if (cursor.Passage == passage)
                score += PointsOf(i, cursor.Impact);
        }

        GC.KeepAlive(segment);
        return new PassageCandidate(number, passage, article, revisionId, span, score / Scale);
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

    private (int Start, int End) ArticlesInTime(PassageSegment segment) => segment.ArticlesBetween(
        query.From is { } from ? CeilingSeconds(from) : query.To is null ? long.MinValue : long.MinValue + 1,
        Math.Min(query.To?.ToUnixTimeSeconds() ?? long.MaxValue, query.Until?.ToUnixTimeSeconds() ?? long.MaxValue));

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

    /// <summary>
    /// Adds up a segment's passages chunk by chunk, the newest first, and gives the highest to the best. The points of a chunk stay in the processor's
    /// nearest cache; the newest tend to be the best, which shuts the others out early.
    /// </summary>
    private void Score(int number, TopPassages best)
    {
        var segment = index.Segment(number);
        var (firstArticle, endArticle) = ArticlesInTime(segment);
        if (firstArticle >= endArticle)
            return;
        var first = segment.Articles[firstArticle].FirstPassage;
        var end = segment.PassageEnd(endArticle - 1);
        var stretches = query.RevisionIds is { } wanted ? PassagesOf(segment, wanted) : [new TextSpan(0, segment.PassageCount)];
        if (stretches.Count == 0)
            return;
        var scores = ArrayPool<ushort>.Shared.Rent(ChunkWalk.Length);
        var walks = new ChunkWalk[points.Length];
        var tables = new ushort[points.Length][];
        var found = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (termNumbers[number][i] is not (>= 0 and var term))
                continue;
            walks[found] = new ChunkWalk(segment, term);
            tables[found++] = points[i];
        }

        try
        {
            for (var chunk = (end - 1) >> ChunkWalk.Bits; end > first; chunk--)
            {
                scores.AsSpan(0, ChunkWalk.Length).Clear();
                for (var i = 0; i < found; i++)
                {
                    var (ids, impacts) = walks[i].Take(chunk);
                    AddChunk(scores, ids, impacts, tables[i]);
                }

                var start = Math.Max(first, chunk << ChunkWalk.Bits);
                foreach (var stretch in stretches)
                    Collect(number, scores, Math.Max(start, stretch.Start), Math.Min(end, stretch.End), best);
                end = start;
            }
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(scores);

            // The spans above may point into a mapped file that lives as long as its segment.
            GC.KeepAlive(segment);
        }
    }

    /// <summary>Where the passages of some revisions stand in a segment, in order.</summary>
    private static List<TextSpan> PassagesOf(PassageSegment segment, IReadOnlySet<long> revisionIds)
    {
        var result = new List<TextSpan>();
        var articles = segment.Articles;
        for (var i = 0; i < articles.Length; i++)
        {
            if (revisionIds.Contains(articles[i].RevisionId))
                result.Add(new TextSpan(articles[i].FirstPassage, segment.PassageEnd(i)));
        }

        return result;
    }

    /// <summary>The first whole second that is not before a time.</summary>
    private static long CeilingSeconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds() + (time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? 0 : 1);

    /// <summary>Adds a term's points. An id counts from the start of its block and is cut to the chunk, so a damaged file cannot point outside.</summary>
    private static void AddChunk(ushort[] scores, ReadOnlySpan<ushort> ids, ReadOnlySpan<byte> impacts, ushort[] table)
    {
        // Four at a time out of one read of ids and one of impacts: the loop is bound by its loads.
        const int Within = ChunkWalk.Length - 1;
        ref var score = ref MemoryMarshal.GetArrayDataReference(scores);
        ref var worth = ref MemoryMarshal.GetArrayDataReference(table);
        ref var id = ref Unsafe.As<ushort, byte>(ref MemoryMarshal.GetReference(ids));
        ref var impact = ref MemoryMarshal.GetReference(impacts);
        var i = 0;
        for (; i + 4 <= ids.Length && BitConverter.IsLittleEndian; i += 4)
        {
            var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref id, i * 2));
            var by = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref impact, i));
            Unsafe.Add(ref score, (nuint)(four & Within)) += Unsafe.Add(ref worth, (nuint)(byte)by);
            Unsafe.Add(ref score, (nuint)((four >> 16) & Within)) += Unsafe.Add(ref worth, (nuint)(byte)(by >> 8));
            Unsafe.Add(ref score, (nuint)((four >> 32) & Within)) += Unsafe.Add(ref worth, (nuint)(byte)(by >> 16));
            Unsafe.Add(ref score, (nuint)((four >> 48) & Within)) += Unsafe.Add(ref worth, (nuint)(by >> 24));
        }

        for (; i < ids.Length; i++)
            scores[ids[i] & Within] += table[impacts[i]];
    }

    /// <summary>Gives a chunk's passages that hold a term to the best, their articles' priors added.</summary>
    /// <remarks>Articles stand in time order, so the best prior of a stretch is known from its ends; most stretches have nothing that it would lift in.</remarks>
    private void Collect(int number, ushort[] scores, int first, int end, TopPassages best)
    {
        var segment = index.Segment(number);
        var articles = segment.Articles;
        var passages = segment.Passages;
        var removed = index.RemovedArticles(number);
        var wanted = Wanted(number);
        var (article, prior) = (-1, 0);
        for (var stop = end; stop > first;)
        {
            var start = Math.Max(first, stop - StretchLength);
            var most = MostPrior(articles[passages[start].Article].PublishedAt, articles[passages[stop - 1].Article].PublishedAt);
            for (var at = start; at < stop;)
            {
                var needed = Math.Max(1, best.Threshold - most);
                at = NextAtLeast(needed, scores, at & (ChunkWalk.Length - 1), ((stop - 1) & (ChunkWalk.Length - 1)) + 1) + (at & ~(ChunkWalk.Length - 1));
                if (at >= stop)
                    break;
                if (passages[at].Article != article)
                {
                    article = passages[at].Article;
                    prior = Prior(articles[article].PublishedAt, IsWanted(wanted, articles[article].Outlet));
                }

                if (removed is null || !removed[article])
                    best.Add(number, at, scores[at & (ChunkWalk.Length - 1)] + prior);
                at++;
            }

            stop = start;
        }
    }

    /// <summary>The first place from <paramref name="at"/> on with at least that many points; <paramref name="end"/> when there is none.</summary>
    private static int NextAtLeast(int needed, ushort[] scores, int at, int end)
    {
        if (needed > ushort.MaxValue)
            return end;
        var least = new Vector<ushort>((ushort)needed);
        while (at + Vector<ushort>.Count <= end && !Vector.GreaterThanOrEqualAny(new Vector<ushort>(scores, at), least))
            at += Vector<ushort>.Count;
        while (at < end && scores[at] < needed)
            at++;
        return at;
    }

    /// <summary>The largest prior of any article that was published between two times, or is undated.</summary>
    private int MostPrior(long oldest, long newest)
    {
        double prior = outletPoints;
        if (recencyPoints > 0 && newest != long.MinValue)
        {
            var leastAge = asOfDay - Day(newest);
            var mostAge = oldest == long.MinValue ? long.MaxValue : asOfDay - Day(oldest);
            prior += recencyPoints * Recency.MostOfWholeDays(leastAge, mostAge);
        }

        return (ushort)prior;
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

    /// <summary>Per outlet of a segment, whether the query wants it; null when it wants none.</summary>
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
