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

/// <summary>A number as it occurs in a text, with its value.</summary>
/// <param name="Span">
/// The number with its currency and scale words, and with its unit where that is a unit of measure; the noun that is
/// counted ('people' of '19 people') and words such as 'nearly' lie outside.
/// </param>
/// <param name="Value">The value with its scale: 6.6e9 for '$6.6 billion'; finite.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Unit">
/// ISO 4217 code, singular unit ('mile', 'km', 'day', 'percent'), or the singular noun that is counted ('flight';
/// 'people' stays); null when none is plain.
/// </param>
public readonly record struct Quantity(TextSpan Span, double Value, QuantityKind Kind, string? Unit);
