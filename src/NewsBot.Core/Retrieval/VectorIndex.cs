using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>An unchanging view of the vector index. A search compares with every vector by its codes, a byte a number, and ranks the best by their exact vectors.</summary>
/// <remarks>Immutable and safe for any number of threads; a change makes a new one.</remarks>
public sealed class VectorIndex
{
    /// <summary>The most dimensions of a vector; far more than any model has.</summary>
    public const int MaxDimensions = 16_384;

    /// <summary>How many passages the codes choose for each one asked for; the exact vectors rank them.</summary>
    private const int Oversampling = 4;

    /// <summary>Threads of one search; more threads would wait for the memory, and slow the other questions.</summary>
    private const int MaxThreads = 2;

    /// <summary>Passages that a thread takes at a time.</summary>
    private const int StretchLength = 8_192;

    private const int HalfOfPoints = 32_767;

    private readonly VectorSegment[] segments;
    private readonly List<(int Segment, int Start, int End)> stretches = [];

    /// <summary>Joins segments to an index.</summary>
    /// <param name="dimensions">Of every segment.</param>
    /// <param name="segments">None of them twice, no passage in two of them.</param>
    /// <exception cref="ArgumentException">A segment has other dimensions.</exception>
    public VectorIndex(int dimensions, IReadOnlyList<VectorSegment> segments)
    {
        Dimensions = dimensions;
        this.segments = [.. segments];
        for (var number = 0; number < this.segments.Length; number++)
        {
            var segment = this.segments[number];
            if (segment.Dimensions != dimensions)
                throw new ArgumentException($"A segment has {segment.Dimensions} dimensions and not {dimensions}.", nameof(segments));
            for (var start = 0; start < segment.Count; start += StretchLength)
                stretches.Add((number, start, Math.Min(segment.Count, start + StretchLength)));
            PassageCount += segment.Count;
        }
    }

    /// <summary>Numbers in each vector.</summary>
    public int Dimensions { get; }

    /// <summary>Passages in all segments.</summary>
    public int PassageCount { get; }

    /// <summary>The segments.</summary>
    public IReadOnlyList<VectorSegment> Segments => segments;

    /// <summary>Finds the passages whose vectors are nearest.</summary>
    /// <param name="vector">Of length 1.</param>
    /// <param name="count">The most to return.</param>
    /// <param name="isWanted">Whether passages of a revision count; asked of few, by several threads at once.</param>
    /// <returns>Nearest first; ties in the order of segment and passage.</returns>
    /// <exception cref="ArgumentException">The vector has other dimensions.</exception>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> vector, int count, Func<long, bool> isWanted)
    {
        if (vector.Length != Dimensions)
            throw new ArgumentException($"The vector has {vector.Length} dimensions and not {Dimensions}.", nameof(vector));
        if (count <= 0 || PassageCount == 0)
            return [];
        var codes = new sbyte[Dimensions];
        var scale = VectorCodes.Quantise(vector, codes);
        var wide = Array.ConvertAll(codes, code => (short)code);
        var kept = (int)Math.Min((long)count * Oversampling, PassageCount);
        var found = new List<(int Segment, int Passage, int Score)>();
        // Threads take stretches in order, so a thread that other work slows down takes fewer.
        var next = -1;
        void Work()
        {
            var best = new TopPassages(kept);
            for (var at = Interlocked.Increment(ref next); at < stretches.Count; at = Interlocked.Increment(ref next))
                Scan(stretches[at], wide, scale, isWanted, best);
            lock (found)
                found.AddRange(best.Take());
        }

        var threads = Math.Min(Math.Min(MaxThreads, Environment.ProcessorCount), stretches.Count);
        if (threads == 1)
            Work();
        else
            Parallel.Invoke([.. Enumerable.Repeat(Work, threads)]);
        found.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : (a.Segment, a.Passage).CompareTo((b.Segment, b.Passage)));
        return Rank(found.Take(kept), vector, count);
    }

    private void Scan((int Segment, int Start, int End) stretch, short[] wide, float scale, Func<long, bool> isWanted, TopPassages best)
    {
        var segment = segments[stretch.Segment];
        var rows = segment.Rows;
        var codes = segment.Codes;
        var dimensions = Dimensions;
        for (var passage = stretch.Start; passage < stretch.End; passage++)
        {
            ref readonly var row = ref rows[passage];
            var similarity = VectorCodes.Dot(codes.Slice(passage * dimensions, dimensions), wide) * row.Scale * scale;
            var points = Math.Clamp((int)((1 + similarity) * HalfOfPoints), 0, ushort.MaxValue);
            if (points >= best.Threshold && isWanted(row.RevisionId))
                best.Add(stretch.Segment, passage, points);
        }

        // The spans above may point into a mapped file that lives as long as its segment.
        GC.KeepAlive(segment);
    }

    private List<VectorHit> Rank(IEnumerable<(int Segment, int Passage, int Score)> found, ReadOnlySpan<float> vector, int count)
    {
        var hits = new List<(VectorHit Hit, int Segment, int Passage)>();
        foreach (var (number, passage, _) in found)
        {
            var segment = segments[number];
            var row = segment.Rows[passage];
            hits.Add((new VectorHit(row.RevisionId, new TextSpan(row.Start, row.End), VectorCodes.Dot(segment.Exact(passage), vector)), number, passage));
            GC.KeepAlive(segment);
        }

        return [.. hits.OrderByDescending(hit => hit.Hit.Similarity).ThenBy(hit => hit.Segment).ThenBy(hit => hit.Passage).Take(count).Select(hit => hit.Hit)];
    }
}

/// <summary>A passage that is near in meaning.</summary>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Similarity">The cosine, -1 to 1.</param>
public readonly record struct VectorHit(long RevisionId, TextSpan Span, double Similarity);
