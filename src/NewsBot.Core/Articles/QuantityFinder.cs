namespace NewsBot.Core.Articles;

/// <summary>Finds numbers and what they measure.</summary>
public static class QuantityFinder
{
    /// <summary>The quantities in a stretch of text.</summary>
    public static List<Quantity> Find(string text, TextSpan range) => text.Length < range.End ? throw new ArgumentOutOfRangeException(nameof(range)) : [];
}
