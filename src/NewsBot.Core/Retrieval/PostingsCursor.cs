using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Walks a term's passages forward, leaping to a passage by bisection.</summary>
internal ref struct PostingsCursor
{
    private readonly PassageSegment.Postings postings;
    private int block;
    private int blockEnd;
    private int at;

    public PostingsCursor(PassageSegment.Postings postings)
    {
        this.postings = postings;
        block = -1;
        NextBlock();
    }

    /// <summary>The passage reached; <see cref="int.MaxValue"/> past the last.</summary>
    public int Passage { get; private set; }

    public readonly byte Impact => postings.Impacts[at];

    public void MoveNext()
    {
        at++;
        if (at < blockEnd)
            Passage = (postings.Blocks[block * 2] << BlockBits) + postings.Ids[at];
        else
            NextBlock();
    }

    /// <summary>Moves to the first passage that is not before <paramref name="passage"/>; never backwards.</summary>
    public void MoveTo(int passage)
    {
        while (Passage < passage)
        {
            var origin = postings.Blocks[block * 2] << BlockBits;
            if (passage >= origin + (1 << BlockBits) || postings.Ids[blockEnd - 1] < passage - origin)
            {
                at = blockEnd;
                NextBlock();
                continue;
            }

            var (low, high) = (at, blockEnd - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (postings.Ids[middle] < passage - origin)
                    low = middle + 1;
                else
                    high = middle;
            }

            at = low;
            Passage = origin + postings.Ids[at];
        }
    }

    private void NextBlock()
    {
        block++;
        if (block * 2 >= postings.Blocks.Length)
        {
            Passage = int.MaxValue;
            return;
        }

        at = blockEnd;
        blockEnd += postings.Blocks[(block * 2) + 1] + 1;
        Passage = (postings.Blocks[block * 2] << BlockBits) + postings.Ids[at];
    }
}
