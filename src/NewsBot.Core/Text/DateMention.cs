namespace NewsBot.Core.Text;

/// <summary>A date, a period or a time of day as it occurs in a text.</summary>
/// <param name="Span">Where it stands, with the words that belong to it ('two days ago', 'last week').</param>
/// <param name="Range">The days meant; null when the text and the reference do not tell.</param>
public readonly record struct DateMention(TextSpan Span, DateRange? Range);
