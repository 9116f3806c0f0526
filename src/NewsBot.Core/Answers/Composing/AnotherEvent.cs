using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// Tells a sentence on another event of the same kind, which an article names beside its own: 'A fire in Oak Street last year was caused by a candle', 'In spring a landslide
/// had caused a derailment on the same line'. English.
/// </summary>
internal static partial class AnotherEvent
{
    private const string Events =
        "(?:fires?|wildfires?|blazes?|explosions?|blasts?|crash(?:es)?|collisions?|accidents?|derailments?|collapses?|floods?|flooding|leaks?|spills?|blackouts?|outages?"
        + "|avalanches?|landslides?|outbreaks?|shortages?|strikes?|delays?|disasters?|protests?|riots?|attacks?|sinkings?|failures?|closures?|power cuts?|cases?|incidents?)";

    /// <summary>Whether a sentence tells of another event than the question asks about, as far as its words for the time and the place tell.</summary>
    public static bool IsTold(Question question, SentenceCandidate candidate)
    {
        var text = candidate.Reading.Text;
        var told = OtherTime().Match(text);
        if (told.Success && !OtherTime().IsMatch(question.Text) && IsOfTheEvent(text, told))
            return true;
        var published = candidate.Reading.Revision.Article.PublishedAt?.Year;
        if (InYear().Match(text) is { Success: true } year && IsOfTheEvent(text, year) && !question.Text.Contains(year.Groups["year"].Value, StringComparison.Ordinal)
            && int.Parse(year.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) < published)
            return true;
        return IsElsewhere(question, candidate) || IsOfAnotherMonth(question, candidate);
    }

    /// <summary>'In March a cigarette had started a fire', in an article of November.</summary>
    private static bool IsOfAnotherMonth(Question question, SentenceCandidate candidate) =>
        FirstMonth().Match(candidate.Reading.Text) is { Success: true } month && !question.Text.Contains(month.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)
        && candidate.Reading.Revision.Article.PublishedAt is { } published
        && !string.Equals(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(published.Month), month.Groups["month"].Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in front, or beside the noun of an event, is of the event; behind the verb it may be of the cause: 'by brakes that were mended last year'.</summary>
    private static bool IsOfTheEvent(string text, Match time) =>
        string.IsNullOrWhiteSpace(text[..time.Index]) || (EventNoun().Match(text) is { Success: true } noun && noun.Index < time.Index
            && !Verb().IsMatch(text.AsSpan(noun.Index, time.Index - noun.Index)));

    /// <summary>Whether the sentence has a place of its own where it should have a name of the question.</summary>
    private static bool IsElsewhere(Question question, SentenceCandidate candidate)
    {
        var reading = candidate.Reading;
        if (EventAt().Match(reading.Text) is not { Success: true } at)
            return false;
        var place = at.Groups["place"].Value;
        var names = question.Terms.Index().Where(row => row.Item.IsName && row.Index < 64).Aggregate(0UL, (all, row) => all | (1UL << row.Index));
        return names != 0 && (candidate.Matched & names) == 0 && !question.Text.Contains(place, StringComparison.OrdinalIgnoreCase)
            && !reading.Revision.Article.Title.Contains(place, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)"
        + @"|(?:the|a|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|\d+) (?:weeks?|months?|years?|decades?) (?:ago|earlier|before)|earlier this (?:year|month)"
        + @"|in (?:the )?(?:spring|summer|autumn|winter)(?= (?:an?|another|the)\b|,))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OtherTime();

    /// <summary>The month in front of something that is told for the first time: 'In March a …', 'A crash at Elst in May'.</summary>
    [GeneratedRegex(
        @"^(?i:in|last|back in) (?<month>January|February|March|April|May|June|July|August|September|October|November|December),? (?i:an?|another|two|three|a similar)\b"
        + @"|^(?i:an?|another) (?:\w+ )?(?i:" + Events + @") (?:[\w’'-]+ ){0,5}in (?<month>January|February|March|April|May|June|July|August|September|October|November"
        + @"|December)\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FirstMonth();

    [GeneratedRegex(@"\b(?:in|of|from) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?<year>(?:19|20)[0-9]{2})\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex InYear();

    [GeneratedRegex(@"\b" + Events + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EventNoun();

    [GeneratedRegex(@"\b(?:is|are|was|were|has|have|had|caused|led|began|started|broke|by)\b", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?i:(?:an?|another|the) (?:\w+ )?" + Events + @") (?:at|in|on|near|outside|off) (?:the )?(?<place>\p{Lu}[\p{L}’'-]+)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EventAt();
}
