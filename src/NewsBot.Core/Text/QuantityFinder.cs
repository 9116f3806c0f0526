namespace NewsBot.Core.Text;

/// <summary>Finds numbers, in digits and in words, and what they measure.</summary>
public static class QuantityFinder
{
    /// <summary>The quantities in a stretch of text, in order, without overlap.</summary>
    /// <param name="text">The text; never changed.</param>
    /// <param name="range">The stretch to read, usually a sentence.</param>
    /// <returns>Every number but those that are days, years or hours of the clock; empty when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    /// <remarks>Linear in the range's length. English; a comma separates thousands, a point decimals.</remarks>
    public static List<Quantity> Find(string text, TextSpan range)
    {
        var words = new Lexemes(text, range);
        return new QuantityReader(words, new DateReader(words, null).Read()).Read();
    }
}
