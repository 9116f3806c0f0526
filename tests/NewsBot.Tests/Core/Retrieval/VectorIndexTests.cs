using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class VectorIndexTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(30, 32)]
    [InlineData(400, 100)]
    [InlineData(3_600, 8)]
    public void The_best_are_those_of_the_float_search(int revisions, int dimensions)
    {
        var made = MadeUpVectors.Revisions(3, revisions, dimensions);
        var index = new VectorIndex(dimensions, [.. made.Chunk(Math.Max(1, revisions / 3)).Select(part => MadeUpVectors.Segment(part, dimensions))]);
        var random = new Random(4);
        for (var query = 0; query < 20; query++)
        {
            var vector = MadeUpVectors.Unit(random, dimensions);
            Func<long, bool> isWanted = query % 2 == 0 ? _ => true : revision => revision % 3 == 0;
            var hits = index.Search(vector, 10, isWanted);
            Assert.Equal(MadeUpVectors.Nearest(made, vector, 10, isWanted), hits.Select(hit => (hit.RevisionId, hit.Span)));
            Assert.Equal(hits.Select(hit => hit.Similarity).OrderDescending(), hits.Select(hit => hit.Similarity));
        }
    }

    [Fact]
    public void Merged_segments_find_the_same()
    {
        var made = MadeUpVectors.Revisions(5, 60, 16);
        VectorSegment[] parts = [.. made.Chunk(20).Select(part => MadeUpVectors.Segment(part, 16))];
        var merged = MadeUpVectors.Open(VectorSegmentBuilder.Merge(parts));
        Assert.Equal((0, 60, made.Sum(revision => revision.Passages.Count)), (merged.FirstSequence, merged.LastSequence, merged.Count));
        var vector = MadeUpVectors.Unit(new Random(6), 16);
        Assert.Equal(new VectorIndex(16, parts).Search(vector, 10, _ => true), new VectorIndex(16, [merged]).Search(vector, 10, _ => true));
        Assert.Equal(MadeUpVectors.Bytes(made, 16), VectorSegmentBuilder.Merge(parts));
    }

    [Fact]
    public void Equally_near_passages_come_in_their_order()
    {
        Half[] same = [(Half)1, (Half)0];
        var index = new VectorIndex(2, [MadeUpVectors.Segment([.. Enumerable.Range(1, 50).Select(number => new RevisionVectors(number, [new TextSpan(0, 1)], same))], 2)]);
        Assert.Equal(Enumerable.Range(1, 5).Select(number => (long)number), index.Search([1, 0], 5, _ => true).Select(hit => hit.RevisionId));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_or_is_wanted()
    {
        var made = MadeUpVectors.Revisions(7, 20, 4);
        var index = new VectorIndex(4, [MadeUpVectors.Segment(made, 4)]);
        Assert.Empty(new VectorIndex(4, []).Search([1, 0, 0, 0], 10, _ => true));
        Assert.Empty(index.Search([1, 0, 0, 0], 0, _ => true));
        Assert.Empty(index.Search([1, 0, 0, 0], 10, _ => false));
        Assert.Throws<ArgumentException>(() => index.Search([1, 0], 10, _ => true));
        Assert.Throws<ArgumentException>(() => new VectorIndex(3, index.Segments));
    }

    [Fact]
    public void Vectors_that_do_not_fit_their_passages_are_refused() =>
        Assert.Throws<ArgumentException>(() => MadeUpVectors.Bytes([new RevisionVectors(1, [new TextSpan(0, 1)], new Half[3])], 4));

    [Fact]
    public void Whatever_bit_is_turned_in_a_segment_it_is_refused()
    {
        var bytes = MadeUpVectors.Bytes(MadeUpVectors.Revisions(8, 4, 3), 3);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 4;
            Assert.False(VectorSegment.TryOpen(bytes, out _, out var problem));
            Assert.Equal(at < 8 ? "other format" : "damaged", problem);
            bytes[at] ^= 4;
        }

        Assert.False(VectorSegment.TryOpen(bytes.AsMemory(0, 40), out _, out var tooShort));
        Assert.Equal("too short", tooShort);
        Assert.False(VectorSegment.TryOpen(bytes.AsMemory(0, bytes.Length - 8), out _, out _));
        Assert.True(VectorSegment.TryOpen(bytes, out _, out _));
    }
}
