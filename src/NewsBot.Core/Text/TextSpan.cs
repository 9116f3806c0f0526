namespace NewsBot.Core.Text;

/// <summary>A stretch of a text as a half-open range of UTF-16 units.</summary>
/// <param name="Start">Offset of the first unit, 0 or more.</param>
/// <param name="End">Offset just past the last unit, not before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The stretch itself, cut out of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public string In(string text) => text[Start..End];

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;
}
