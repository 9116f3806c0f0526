using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>
/// A value that a later article changed, in words that may differ from the question's: 'will cost 2 billion' and 'raised its estimate from 2 to 3 billion', 'opens in May' and
/// 'the opening was put off to June'.
/// </summary>
internal static partial class OvertakenValue
{
    /// <summary>From this fit on, a stretch is of the kind that is asked for.</summary>
    private const double LeastFit = 0.4;

    /// <summary>The later value with the one that the reply gives; null where no later article says that it changed.</summary>
    public static ComparedFigures? Of(Question question, Composition composition)
    {
        if (composition.Chosen.Count == 0 || BareAnswer.AsksForEarlier(question.Text) || NamesDay().IsMatch(question.Text))
            return null;
        var asked = CyrillicAsked.Of(question.Text[question.ContextLength..]);
        if (asked is { Value: not (CyrillicValue.Number or CyrillicValue.Time) }
            || (asked is null && question.Kind is not (AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Measure or AnswerKind.Date
                or AnswerKind.Duration)))
            return null;
        var anchor = composition.Chosen[0];
        var known = ValuesOf(question, asked, anchor, []);
        if (known.Count == 0 || TimeOf(anchor) is not { } first)
            return null;
        var names = question.Terms.Index().Where(row => row.Item.IsName && row.Index < 64).Aggregate(0UL, (all, row) => all | (1UL << row.Index));
        foreach (var later in composition.Read.Where(candidate => TimeOf(candidate) > first && !IsUnsettled().IsMatch(candidate.Reading.Text)
            && (anchor.MatchedNearby & names & ~candidate.MatchedNearby) == 0)
            .OrderByDescending(TimeOf).ThenByDescending(candidate => candidate.Score))
        {
            var values = ValuesOf(question, asked, later, anchor.Reading.Quantities.FindAll(quantity => known.Exists(old => old.Span == quantity.Span)));
            var changed = values.FindAll(value => !known.Exists(old => old.Key == value.Key));
            List<TextSpan> said = [.. values.Where(value => known.Exists(old => old.Key == value.Key)).Select(value => value.Span),
                .. later.Reading.Quantities.Where(quantity => known.Exists(old => old.Key == $"{quantity.Value}")).Select(quantity => quantity.Span)];
            if (changed is [var only] && IsOnSubject(question, anchor, later)
                && (said.Exists(old => TakesThePlace(later.Reading, old, only.Span)) || IsChangeOf(anchor, later, only.Span, names)))
                return new ComparedFigures(FigureOf(later, only.Span), FigureOf(anchor, known[0].Span), IsChange: true);
        }

        return null;
    }

    /// <summary>
    /// Whether the later sentence is about the same thing. It and its title must have the words of the question that the sentence of the reply has; one may be missing.
    /// 'Parking rose from 3 to 5 crowns' says nothing of a ticket.
    /// </summary>
    private static bool IsOnSubject(Question question, SentenceCandidate anchor, SentenceCandidate later)
    {
        var held = StoryProfile.WordsOf($"{later.Reading.Revision.Article.Title}\n{later.Reading.Text}");
        var asked = question.Terms.Index().Where(row => row.Index < 64 && (anchor.Matched & (1UL << row.Index)) != 0).Select(row => row.Item).ToList();
        var found = asked.FindAll(term => held.Contains(term.Text) || RelatedWords.Of(term.Text).Any(held.Contains));
        return found.Count >= asked.Count - 1 && (found.Exists(term => !term.IsName) || asked.TrueForAll(term => term.IsName));
    }

    /// <summary>'From 2 to 3', '3, up from 2', '3 and not 2'.</summary>
    private static bool TakesThePlace(SentenceReading reading, TextSpan old, TextSpan value) => old.End <= value.Start
        ? From().IsMatch(reading.Body.AsSpan(reading.Span.Start, old.Start - reading.Span.Start))
        : value.End <= old.Start && InPlaceOf().IsMatch(reading.Body.AsSpan(value.End, old.Start - value.End));

    /// <summary>'The opening was put back to 2033': a change to the value, said in nearly the words in which the reply says the earlier one.</summary>
    private static bool IsChangeOf(SentenceCandidate anchor, SentenceCandidate later, TextSpan value, ulong names)
    {
        var shared = later.Matched & anchor.Matched;
        var missing = BitOperations.PopCount(anchor.Matched & ~later.Matched);
        return (shared & ~names) != 0 && missing <= 1 && (missing == 0 || BitOperations.PopCount(shared) > 1)
            && ChangedTo().IsMatch(later.Reading.Body.AsSpan(later.Reading.Span.Start, value.Start - later.Reading.Span.Start));
    }

    private static DateTimeOffset? TimeOf(SentenceCandidate candidate) => candidate.Reading.Revision.Article.PublishedAt;

    private static Figure FigureOf(SentenceCandidate candidate, TextSpan words) =>
        new(new ArchivedArticle(candidate.Reading.Revision, TimeOf(candidate)!.Value), candidate.Reading.Span, words, 0, "");

    /// <summary>The values of the kind that is asked for, or of a kind and unit like those, each with what makes it the same as another.</summary>
    private static List<(TextSpan Span, string Key)> ValuesOf(Question question, CyrillicAsked? asked, SentenceCandidate candidate, List<Quantity> like)
    {
        var reading = candidate.Reading;
        if (asked is not null)
        {
            return [.. CyrillicValues.Find(asked, reading).Where(span => CyrillicValues.Counts(asked, span.In(reading.Body)))
                .Select(span => (span, KeyOf(span.In(reading.Body))))];
        }

        if (question.Kind == AnswerKind.Date)
            return reading.Dates.ConvertAll(date => (date.Span, date.Range is { } range ? $"{range.First}" : date.Span.In(reading.Body)));
        return [.. reading.Quantities.Where(quantity => quantity.Kind != QuantityKind.Ordinal
                && (candidate.Spans.Any(span => span.Fit >= LeastFit && span.Span.Overlaps(quantity.Span)) || IsReaders(candidate, quantity.Span)
                    || like.Exists(other => other.Kind == quantity.Kind && other.Unit == quantity.Unit))
                && !reading.Dates.Exists(date => date.Span.Overlaps(quantity.Span)))
            .Select(quantity => (quantity.Span, $"{quantity.Value}"))];
    }

    private static bool IsReaders(SentenceCandidate candidate, TextSpan span) =>
        candidate.Judgement is { Margin: > 0, Answer: { Length: > 0 } answer } && candidate.Reading.InBody(answer).Overlaps(span);

    private static string KeyOf(string text) => text.Any(char.IsAsciiDigit) ? string.Concat(text.Where(char.IsAsciiDigit)) : text.ToLowerInvariant();

    // 'Will last from December to February' changes nothing.
    [GeneratedRegex(
        @"(?:\b(?:" + ChangeVerbs.Stems + @"|postpon|delay|reschedul|put|push|mov)\w*|(?<!\p{L})(?:зрос|зріс|збільш|зменш|скорот|подорожч|подешев|підвищ|зниз|перен[іе]с|відкла"
        + @"|вирос|вырос|возрос|увелич|уменьш|сократ|подорож|повыс|сниз|отлож)\p{L}*)[^.;]{0,100}(?<!\p{L})(?:from|з|із|від|с|со|от) (?:[^\s\d]+ ){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex From();

    [GeneratedRegex(
        @"(?:\b(?:(?:up|down) from|instead of|rather than|(?:and )?not)|(?<!\p{L})(?:замість|а не|вместо|проти|против))(?!\p{L})[^.;]{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex InPlaceOf();

    // What stands before the new value.
    [GeneratedRegex(
        @"\b(?:(?:" + ChangeVerbs.Stems + @"|postpon|delay|reschedul|slash|cap)\w*|(?:put|push(?:ed)?|moved?|brought) (?:back|off|forward)|moved)\b[^.;]{0,60}?\b(?:to|at|until)"
        + @" (?:[^\s\d]+ ){0,2}$"
        + @"|(?<!\w)(?:зрос|зріс|збільш|зменш|скорот|подорожч|подешев|підвищ|зниз|перен[іе]с|відкла|відтерм|подовж|вирос|вырос|возрос|увелич|уменьш|сократ|подорож|повыс|сниз"
        + @"|отлож|продл)\p{L}*[^.;]{0,60}? (?:до|на|к) (?:[^\s\d]+ ){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ChangedTo();

    /// <summary>What may be, is asked for, was refused or is not so has changed nothing: 'may cut its people from 300 to 120'.</summary>
    [GeneratedRegex(
        @"\b(?:if|unless|(?-i:may)|might|could|would|should|wants?|wanted|propos\w+|suggest\w*|consider\w*|demand\w*|call\w* for|reject\w*|oppos\w+|against|refus\w*"
        + @"|den(?:y|ied|ies)|never"
        + @"|forecast\w*|predict\w*|fear\w*|hop(?:es?|ed)|warn\w*|cannot|(?:will|does|did|do|is|was|has|have|had) not|\w+n['’]t)\b"
        + @"|(?<!\p{L})(?:якщо|може|можуть|могл\p{L}*|хоч(?:е|уть)|пропону\p{L}*|вимага\p{L}*|відмов\p{L}*|відхил\p{L}*|прогноз\p{L}*"
        + @"|не (?:підвищ|зрос|зміни|перенес|подорож)\p{L}*"
        + @"|если|может|могут|хо(?:чет|тят)|предлага\p{L}*|требу\p{L}*|отказал\p{L}*|отклон\p{L}*|не (?:повыс|вырос|измен|перенес|подорож)\p{L}*)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex IsUnsettled();

    /// <summary>The question is about one day or year, and not about what holds now.</summary>
    [GeneratedRegex(
        @"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NamesDay();
}
