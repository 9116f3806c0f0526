using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>The days that a question is about, when its words speak of the time of the news and not of something in it.</summary>
internal static partial class AskedRange
{
    // An event is reported on the day and on those after it.
    private const int DaysOfReports = 3;
    private const int LongestRangeDays = 400;

    /// <summary>The range; null when the question names none, or several that lie apart.</summary>
    public static DateRange? Of(string text, IReadOnlyList<DateMention> dates, DateOnly asOf)
    {
        DateRange? result = null;
        foreach (var date in dates)
        {
            if (date.Range is not { } range || range.First > asOf || !IsAboutTheNews(text, date.Span, range))
                continue;
            if (result is { } earlier && !earlier.Overlaps(range))
                return null;
            result = result is { } both ? new DateRange(Max(both.First, range.First), Min(both.Last, range.Last)) : range;
        }

        if (result is not { } asked || asked.Last.DayNumber - asked.First.DayNumber > LongestRangeDays)
            return null;
        var last = Math.Min(asked.Last.DayNumber + DaysOfReports, DateOnly.MaxValue.DayNumber);
        return new DateRange(asked.First, DateOnly.FromDayNumber(last));
    }

    /// <summary>
    /// 'In May 2023', 'last week', 'yesterday', 'since Tuesday' speak of the news; a year alone ('the 2022 film'), 'this week' (which the recency prior
    /// serves better) and a date inside a longer phrase do not.
    /// </summary>
    private static bool IsAboutTheNews(string text, TextSpan span, DateRange range)
    {
        var words = span.In(text);
        if (ThisPeriod().IsMatch(words) || YearAlone().IsMatch(words))
            return false;
        if (range.Last.DayNumber - range.First.DayNumber > 31 && !LastPeriod().IsMatch(words))
            return false;
        var atEnd = text[span.End..].Trim(' ', '?', '.', '!', ':').Length == 0;
        var atStart = text[..span.Start].Trim().ToUpperInvariant() is "" or "IN" or "ON" or "SINCE" or "DURING";
        return atStart || atEnd;
    }

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    [GeneratedRegex(@"\bthis\b|\btonight\b|\bnext\b|\btomorrow\b|\bcoming\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ThisPeriod();

    [GeneratedRegex(@"^(?:in |the )?\d{4}s?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\blast\b|\bpast\b|\bsince\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LastPeriod();
}
