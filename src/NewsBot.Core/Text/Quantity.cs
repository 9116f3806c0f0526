namespace NewsBot.Core.Text;

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
