namespace NewsBot.Core.Retrieval;

/// <summary>The highest-scored passages seen so far; ties go to the one that came first.</summary>
internal sealed class TopPassages(int count)
{
    // A heap with the worst on top: score, then the later passage, is worse.
    private readonly PriorityQueue<(int Segment, int Passage, ushort Score), (ushort Score, long Order)> heap = new(count + 1);

    /// <summary>Only a higher score than this gets in.</summary>
    public ushort Threshold { get; private set; }

    public void Add(int segment, int passage, ushort score)
    {
        heap.Enqueue((segment, passage, score), (score, -(((long)segment << 32) | (uint)passage)));
        if (heap.Count > count)
            heap.Dequeue();
        if (heap.Count == count)
            Threshold = heap.Peek().Score;
    }

    /// <summary>Empties the heap.</summary>
    /// <returns>Best first.</returns>
    public List<(int Segment, int Passage, ushort Score)> Take()
    {
        var result = new List<(int Segment, int Passage, ushort Score)>(heap.Count);
        while (heap.TryDequeue(out var entry, out _))
            result.Add(entry);
        result.Reverse();
        return result;
    }
}
