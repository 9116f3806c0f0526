namespace NewsBot.Core.Retrieval;

/// <summary>The highest-scored passages seen so far, in whatever order they come; ties go to the earlier segment and passage.</summary>
/// <param name="count">How many to keep; at least 1.</param>
internal sealed class TopPassages(int count)
{
    // Score, then segment and passage turned round: a larger key is a better passage, and no two are alike. Cut back by a sort whenever twice as many
    // as wanted have come, which costs less than a heap's steps.
    private readonly ulong[] keys = new ulong[(2 * (long)count) + 64];
    private int used;
    private ulong floor;

    /// <summary>A lower score than this does not get in.</summary>
    public int Threshold => (int)(floor >> 48);

    public void Add(int segment, int passage, int score)
    {
        var key = ((ulong)score << 48) | ((ulong)(ushort)~segment << 32) | ~(uint)passage;
        if (key < floor)
            return;
        keys[used++] = key;
        if (used == keys.Length)
            Cut();
    }

    /// <summary>Empties it.</summary>
    /// <returns>Best first.</returns>
    public (int Segment, int Passage, int Score)[] Take()
    {
        Cut();
        var result = new (int Segment, int Passage, int Score)[used];
        for (var i = 0; i < result.Length; i++)
        {
            var key = keys[used - 1 - i];
            result[i] = ((ushort)~(key >> 32), (int)~(uint)key, (int)(key >> 48));
        }

        used = 0;
        floor = 0;
        return result;
    }

    private void Cut()
    {
        var all = keys.AsSpan(0, used);
        all.Sort();
        if (used < count)
            return;
        all[^count..].CopyTo(keys);
        used = count;
        floor = keys[0];
    }
}
