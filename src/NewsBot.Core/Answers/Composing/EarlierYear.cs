using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// Tells what is of an earlier year alone, where the time of the news is asked about: 'the earthquake of 2011 killed 900' for 'how many died this month'. English.
/// </summary>
internal static partial class EarlierYear
{
    /// <summary>Whether the question asks for the days or the year of the news, and names no year: 'this month', and not 'today and in 2011'.</summary>
    public static bool IsNotAsked(Question question) => AsksForPresent().IsMatch(question.Text) && !Year().IsMatch(question.Text);

    /// <summary>
    /// Whether the sentence names years, all of them before the one in which its article appeared, and nothing that leads to the present; false for an article without a date.
    /// </summary>
    public static bool IsOf(SentenceReading reading)
    {
        if (reading.Revision.Article.PublishedAt is not { } published || LeadsToPresent().IsMatch(reading.Text))
            return false;
        var years = Year().Matches(reading.Text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return years.Count > 0 && years.TrueForAll(year => year < published.Year);
    }

    [GeneratedRegex(
        @"\b(?:this (?:week|weekend|month|year|season|summer|winter|spring|autumn|fall|morning|time)|today|tonight|yesterday|last (?:night|week)|right now|currently|these days)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForPresent();

    [GeneratedRegex(
        @"\b(?:(?i:this|now|today|tonight|yesterday|currently|since|until|than|compared|(?:up|down) from|last (?:night|week))|\p{Lu}[a-z]+day)\b",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LeadsToPresent();

    [GeneratedRegex(@"\b(?:19|20)[0-9]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Year();
}
