namespace NewsBot.Core.Answers.Checking;

/// <summary>How many letters have to be changed, added, left out or swapped with their neighbour to make one word of another.</summary>
internal static class TextDistance
{
    /// <summary>The number of changes; words beyond 64 letters count as wholly different.</summary>
    public static int Of(string one, string other)
    {
        if (one.Length > 64 || other.Length > 64)
            return one == other ? 0 : Math.Max(one.Length, other.Length);
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[one.Length, other.Length];
    }
}
