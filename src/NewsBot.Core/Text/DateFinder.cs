namespace NewsBot.Core.Text;

/// <summary>Finds dates, periods and times of day, in articles and in questions.</summary>
public static class DateFinder
{
    /// <summary>The dates in a stretch of text, in order, without overlap.</summary>
    /// <param name="text">The text; never changed.</param>
    /// <param name="range">The stretch to read, usually a sentence.</param>
    /// <param name="reference">The day of publication, or the day on which a question is asked; null when unknown.</param>
    /// <returns>
    /// Every mention. Words that only lead in ('on', 'since') lie outside its span. A date without a year means the
    /// nearest one, a past one before a future one unless the words speak of the future; a weekday means the last seven
    /// days likewise; weeks run from Monday to Sunday.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    /// <remarks>Linear in the range's length. English; numeric dates with slashes are read month first.</remarks>
    public static List<DateMention> Find(string text, TextSpan range, DateOnly? reference)
    {
        var matches = new DateReader(new Lexemes(text, range), reference).Read();
        var mentions = new List<DateMention>(matches.Count);
        foreach (var match in matches)
            mentions.Add(new DateMention(match.Span, match.Range));
        return mentions;
    }
}

/// <summary>A date, a period or a time of day as it occurs in a text.</summary>
/// <param name="Span">Where it stands, with the words that belong to it ('two days ago', 'last week').</param>
/// <param name="Range">The days meant; null when the text and the reference do not tell.</param>
public readonly record struct DateMention(TextSpan Span, DateRange? Range);
