namespace NewsBot.Core.Text;

/// <summary>A date as its lexemes.</summary>
/// <param name="First">Index of the first lexeme.</param>
/// <param name="End">Index past the last lexeme.</param>
/// <param name="Span">The same in the text.</param>
/// <param name="Range">The days meant; null when unknown.</param>
/// <param name="IsCalendar">Whether its numbers are days, years or hours, so that they count nothing.</param>
internal readonly record struct DateMatch(int First, int End, TextSpan Span, DateRange? Range, bool IsCalendar);
