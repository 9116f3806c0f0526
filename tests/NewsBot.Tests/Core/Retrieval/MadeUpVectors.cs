using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Retrieval;

/// <summary>Random unit vectors, the same at every run.</summary>
internal static class MadeUpVectors
{
    public static VectorModel Model(int dimensions) => new(1, "made up", dimensions, new Guid(7, 0, 0, new byte[8]));

    public static float[] Unit(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => (random.NextDouble() * 2) - 1).ToArray();
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => (float)(value / length))];
    }

    /// <summary>Revisions with up to five passages each; passage p of any stands from 10 p to 10 p + 9.</summary>
    public static List<RevisionVectors> Revisions(int seed, int count, int dimensions, long first = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var passages = random.Next(0, 6);
            return new RevisionVectors(
                first + number,
                [.. Enumerable.Range(0, passages).Select(passage => new TextSpan(passage * 10, (passage * 10) + 9))],
                [.. Enumerable.Range(0, passages).SelectMany(_ => Unit(random, dimensions)).Select(value => (Half)value)])
            {
                Sequence = first + number,
            };
        })];
    }

    public static byte[] Bytes(IReadOnlyList<RevisionVectors> revisions, int dimensions) =>
        VectorSegmentBuilder.Build(Model(dimensions), revisions[0].RevisionId - 1, revisions[^1].RevisionId, revisions);

    public static VectorSegment Segment(IReadOnlyList<RevisionVectors> revisions, int dimensions) => Open(Bytes(revisions, dimensions));

    public static VectorSegment Open(byte[] bytes)
    {
        Assert.True(VectorSegment.TryOpen(bytes, out var segment, out var problem), problem);
        return segment;
    }

    /// <summary>The search that the index is measured by: every exact vector, in floats.</summary>
    public static List<(long Revision, TextSpan Span)> Nearest(IEnumerable<RevisionVectors> revisions, float[] vector, int count, Func<long, bool> isWanted) =>
    [..
        revisions.Where(revision => isWanted(revision.RevisionId))
            .SelectMany(revision => revision.Passages.Select((span, passage) => (
                revision.RevisionId, Span: span,
                Similarity: vector.Select((value, i) => (double)value * (float)revision.Values[(passage * vector.Length) + i]).Sum())))
            .OrderByDescending(passage => passage.Similarity)
            .Take(count)
            .Select(passage => (passage.RevisionId, passage.Span)),
    ];
}
