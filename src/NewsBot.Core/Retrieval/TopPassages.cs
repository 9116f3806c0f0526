namespace NewsBot.Core.Retrieval;

/// <summary>The highest-scored passages seen so far, added in any order; ties go to the earlier segment and passage.</summary>
/// <param name="count">How many to keep; at least 1.</param>
internal sealed class TopPassages(int count)
{
    // Score, then segment and passage turned round: a larger key is a better passage, and no two are alike. Cut back to the best whenever three times
    // as many as wanted have come, which costs less than a heap's steps.
    private readonly ulong[] keys = new ulong[(3 * (long)count) + 64];
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
        if (used > count)
            Cut();
        keys.AsSpan(0, used).Sort();
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

    /// <summary>Brings the best to the front, by Hoare's selection, and forgets the others.</summary>
    private void Cut()
    {
        var (low, high) = (0, used - 1);
        while (low < high)
        {
            var pivot = Median(keys[low], keys[(low + high) / 2], keys[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] > pivot)
                    left++;
                while (keys[right] < pivot)
                    right--;
                if (left > right)
                    break;
                (keys[left], keys[right]) = (keys[right], keys[left]);
                left++;
                right--;
            }

            if (right >= count - 1)
                high = right;
            else if (left <= count - 1)
                low = left;
            else
                break;
        }

        used = count;
        floor = keys[count - 1];
    }

    private static ulong Median(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
