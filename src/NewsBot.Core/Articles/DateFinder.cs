namespace NewsBot.Core.Articles;

/// <summary>Finds dates, periods and times of day.</summary>
public static class DateFinder
{
    /// <summary>The dates in a stretch of text.</summary>
    public static List<DateMention> Find(string text, TextSpan range, DateOnly? reference) => text.Length < range.End || reference == default(DateOnly) ? throw new ArgumentOutOfRangeException(nameof(range)) : [];
}
