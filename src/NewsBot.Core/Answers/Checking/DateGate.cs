using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether each day of a sentence is in its passages, by value: 'on Wednesday' is the date that the day of the article makes of it.</summary>
internal static partial class DateGate
{
    private const int DaysOfWeek = 7;

    /// <summary>The fault; null when there is none.</summary>
    public static SentenceFault? FindFault(GateText said, IReadOnlyList<GateEvidence> evidence)
    {
        for (var i = 0; i < said.Dates.Count; i++)
        {
            var span = said.Dates[i].Span;
            var words = span.In(said.Text);
            if (!Calendar().IsMatch(words))
                continue;
            var passages = evidence.Where(passage => Holders(said, passage, i).Count > 0).ToList();
            if (passages.Count == 0)
            {
                if (evidence.Any(passage => IsDayOf(said, passage, i) || IsNextDay(said, passage, i)))
                    continue;
                return Fault($"the date '{words}' is not in the passage");
            }

            if (passages.TrueForAll(passage => IsOtherEvents(said, passage, i)))
                return Fault($"the passage has another date than '{words}' for it");
        }

        return null;
    }

    private static SentenceFault Fault(string why) => new(FaultKind.Date, why);

    /// <summary>The days that a mention of the sentence means when it stands in a passage.</summary>
    private static DateRange? Read(GateText said, GateEvidence passage, int mention)
    {
        var dates = passage.Passage.Day == said.Day ? said.Dates : DateFinder.Find(said.Text, new TextSpan(0, said.Text.Length), passage.Passage.Day);
        return mention < dates.Count ? dates[mention].Range : null;
    }

    /// <summary>The sentences that have the days, or some of them: 'in March' holds for 2 March, and a day without a year for that day of any year.</summary>
    private static List<GateText> Holders(GateText said, GateEvidence passage, int mention) =>
        [.. passage.All.Where(sentence => MentionsIn(said, passage, sentence, mention).Any())];

    private static IEnumerable<DateMention> MentionsIn(GateText said, GateEvidence passage, GateText sentence, int mention)
    {
        if (sentence.Dates.Count == 0)
            return [];
        var words = said.Dates[mention].Span.In(said.Text);
        var range = Read(said, passage, mention);
        var hasYear = Year().IsMatch(words);
        return sentence.Dates.Where(date => date.Span.In(sentence.Text).Equals(words, StringComparison.OrdinalIgnoreCase)
            || (passage.Passage.Day is null && MayBe(words, date.Span.In(sentence.Text)))
            || (range is { } mine && date.Range is { } other
                && ((other.First >= mine.First && other.Last <= mine.Last)
                    || (!hasYear && mine.First == mine.Last && other.First == other.Last && (mine.First.Month, mine.First.Day) == (other.First.Month, other.First.Day)))));
    }

    /// <summary>Whether words may mean a day of a passage of unknown date: the same weekday, month and day, and no other year.</summary>
    private static bool MayBe(string words, string there)
    {
        var (mine, theirs) = (Parts(words), Parts(there));
        return mine.Count > 0 && mine.IsSubsetOf(theirs)
            && (Year().Match(words) is not { Success: true } year || Year().Match(there) is not { Success: true } other || year.Value == other.Value);
    }

    private static HashSet<string> Parts(string words) =>
        [.. Part().Matches(words).Select(part => part.Value.Length > 3 ? part.Value[..3].ToUpperInvariant() : part.Value.ToUpperInvariant())];

    /// <summary>Whether it is the day on which the article was published.</summary>
    private static bool IsDayOf(GateText said, GateEvidence passage, int mention) =>
        passage.Passage.Day is { } day && Read(said, passage, mention) is { } range
        && (range.Contains(day) || (range.First == range.Last && (range.First.Month, range.First.Day) == (day.Month, day.Day)));

    /// <summary>'A day after', 'the next day': the day beside one that the passage names.</summary>
    private static bool IsNextDay(GateText said, GateEvidence passage, int mention) => Read(said, passage, mention) is { } range && range.First == range.Last
        && passage.All.Any(sentence => Beside().IsMatch(sentence.Text))
        && passage.All.Any(sentence => sentence.Dates.Any(date => date.Range is { } other && IsBeside(other.First, range.First)));

    private static bool IsBeside(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber) % DaysOfWeek is 1 or DaysOfWeek - 1;

    private static bool IsOtherEvents(GateText said, GateEvidence passage, int mention)
    {
        var span = said.Dates[mention].Span;
        var holders = Holders(said, passage, mention);
        var clause = said.Clause(span);
        var others = passage.Sentences.Where(sentence => !holders.Contains(sentence)).ToList();
        if (Rivals.HasWhole(said, clause, Rivals.Nearest(clause, holders), others, sentence => sentence.Dates.Any(date => Calendar().IsMatch(date.Span.In(sentence.Text)))))
            return true;
        return IsBoundOfOther(said, passage, mention) || holders.TrueForAll(sentence =>
            IsPartOfName(said, passage, sentence, mention) || IsBehindOther(said, passage, sentence, mention, clause));
    }

    /// <summary>'Until Wednesday', where the passage says 'on Wednesday' and 'until' another day.</summary>
    private static bool IsBoundOfOther(GateText said, GateEvidence passage, int mention)
    {
        var bound = BoundBefore(said.Text, said.Dates[mention].Span);
        if (bound is null)
            return false;
        var mine = passage.All.SelectMany(sentence => MentionsIn(said, passage, sentence, mention).Select(date => BoundBefore(sentence.Text, date.Span))).ToList();
        return !mine.Contains(bound) && passage.All.Any(sentence => sentence.Dates.Any(date => BoundBefore(sentence.Text, date.Span) == bound));
    }

    private static string? BoundBefore(string text, TextSpan date) => Bound().Match(text[Math.Max(0, date.Start - 24)..date.Start]) is { Success: true } match
        ? match.Groups[1].Value.ToLowerInvariant() switch { "till" => "until", var word => word }
        : null;

    /// <summary>Whether in a sentence another day stands between this one and each word of the clause.</summary>
    private static bool IsBehindOther(GateText said, GateEvidence passage, GateText sentence, int mention, HashSet<string> clause)
    {
        var places = sentence.Terms.Where(term => clause.Contains(term.Text) && !said.NameStems.Contains(term.Text)).ToList();
        var own = Enumerable.Range(0, said.Dates.Count).SelectMany(i => MentionsIn(said, passage, sentence, i)).Select(date => date.Span).ToHashSet();
        var others = sentence.Dates.Select(date => date.Span).Where(span => !own.Contains(span) && Calendar().IsMatch(span.In(sentence.Text))).ToList();
        return places.Count > 1 && MentionsIn(said, passage, sentence, mention).All(date => places.TrueForAll(place => others.Exists(other => place.Start > date.Span.End
            ? other.Start > date.Span.End && other.End < place.Start
            : other.Start > place.End && other.End < date.Span.Start)));
    }

    /// <summary>'Found on 7 October', where the passage says 'the 7 October attack': what follows there happened on another day.</summary>
    private static bool IsPartOfName(GateText said, GateEvidence passage, GateText sentence, int mention)
    {
        var span = said.Dates[mention].Span;
        if (!Lead().IsMatch(said.Text[..span.Start]) || said.Terms.LastOrDefault(term => !term.IsStopWord && term.End <= span.Start) is not { Text: { } act })
            return false;
        return MentionsIn(said, passage, sentence, mention).All(date => The().IsMatch(sentence.Text[..date.Span.Start])
            && sentence.Terms.Any(term => term.Text == act && term.Start >= date.Span.End) && !sentence.Terms.Any(term => term.Text == act && term.End <= date.Span.Start)
            && sentence.Dates.Any(other => other.Span.Start > date.Span.End));
    }

    /// <summary>A mention with a number, a month or a weekday; 'last week' and 'now' are for the verifying model.</summary>
    [GeneratedRegex(
        @"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
        + @"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Calendar();

    /// <summary>A weekday, a month, or the number of a day.</summary>
    [GeneratedRegex(
        @"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{1,2}(?=\b|st|nd|rd|th))",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"\b(?:(?:a|one|the) day (?:after|before|later|earlier)|(?:next|following|previous) day|yesterday|tomorrow"
        + @"|overnight)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(until|till|since|before|after|by)\s+(?:\w+\s+)?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\bon\s+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:the|an?|this|its|his|her|their)\s+$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex The();
}
