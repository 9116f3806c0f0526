namespace NewsBot.Core.Text;

/// <summary>A stretch of whole days.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, inclusive; not before <paramref name="First"/>.</param>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether <paramref name="day"/> is one of the days.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether the two share at least one day.</summary>
    public bool Overlaps(DateRange other) => other.First <= Last && First <= other.Last;
}
