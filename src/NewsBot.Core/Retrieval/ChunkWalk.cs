using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Hands out a term's postings chunk by chunk, from the last to the first.</summary>
internal struct ChunkWalk
{
    /// <summary>A chunk's points are 32 KB, which stays in the processor's nearest cache.</summary>
    public const int Bits = 14;

    public const int Length = 1 << Bits;

    private readonly PassageSegment segment;
    private readonly int term;
    private int block;
    private int blockStart;
    private int end;

    public ChunkWalk(PassageSegment segment, int term)
    {
        this.segment = segment;
        this.term = term;
        var postings = segment.PostingsOf(term);
        end = postings.Ids.Length;
        blockStart = end;
        block = postings.Blocks.Length;
    }

    /// <summary>The postings of a chunk; chunks are asked for in falling order.</summary>
    public PostingsRange Take(int chunk)
    {
        var postings = segment.PostingsOf(term);
        var wanted = chunk >> (BlockBits - Bits);
        while (block == postings.Blocks.Length || (block >= 0 && postings.Blocks[block] > wanted))
        {
            block -= 2;
            end = blockStart;
            blockStart -= block >= 0 ? postings.Blocks[block + 1] + 1 : 0;
        }

        if (block < 0 || postings.Blocks[block] < wanted)
            return default;
        var ids = postings.Ids[blockStart..end];
        var stop = LowerBound(ids, ((chunk << Bits) & (BlockLength - 1)) + Length);
        var start = LowerBound(ids[..stop], (chunk << Bits) & (BlockLength - 1));
        end = blockStart + start;
        return new PostingsRange(ids[start..stop], postings.Impacts.Slice(end, stop - start));
    }

    private static int LowerBound(ReadOnlySpan<ushort> ids, int wanted)
    {
        if (ids.IsEmpty || ids[^1] < wanted)
            return ids.Length;
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

    /// <summary>Postings in order; an id counts from the start of its block.</summary>
    internal readonly ref struct PostingsRange(ReadOnlySpan<ushort> ids, ReadOnlySpan<byte> impacts)
    {
        private readonly ReadOnlySpan<ushort> ids = ids;
        private readonly ReadOnlySpan<byte> impacts = impacts;

        public void Deconstruct(out ReadOnlySpan<ushort> ids, out ReadOnlySpan<byte> impacts)
        {
            ids = this.ids;
            impacts = this.impacts;
        }
    }
}
