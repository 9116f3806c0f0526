using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Finds in a sentence what could answer a question, by the kind that the question asks for.</summary>
internal static partial class AnswerSpanFinder
{
    private const GazetteerKind Places = GazetteerKinds.Places;

    private const GazetteerKind Lands = GazetteerKind.Country | GazetteerKind.UsState | GazetteerKind.Continent;

    private const string Magnitude = "magnitude";

    /// <summary>The terms of what people build.</summary>
    private static readonly FrozenSet<string> Built =
        "park stadium arena hotel hospital restaurant church prison museum monument building bridge airport street base highway"
            .Split(' ').Select(noun => TermAnalyzer.TermOf(noun)!).ToFrozenSet();

    /// <summary>The candidates, in the order of the text; those made of the question's own words are left out.</summary>
    public static List<AnswerSpan> Find(Question question, SentenceReading sentence)
    {
        var found = new List<AnswerSpan>();
        switch (question.Kind)
        {
            case AnswerKind.Number or AnswerKind.Percent or AnswerKind.Money or AnswerKind.Duration or AnswerKind.Age or AnswerKind.Score or AnswerKind.Measure:
                AddQuantities(question, sentence, found);
                break;
            case AnswerKind.Date:
                AddDates(question, sentence, found);
                break;
            case AnswerKind.Definition:
                AddDefinitions(question, sentence, found);
                break;
            case AnswerKind.Reason:
                found.AddRange(CauseClause.Find(sentence));
                break;
            case AnswerKind.Statement:
                AddStatements(question, sentence, found);
                break;
            case AnswerKind.Manner:
                AddMatches(Quotation(), sentence, found);
                AddNames(question, sentence, found);
                break;
            default:
                AddNames(question, sentence, found);
                break;
        }

        found.RemoveAll(span => IsOfTheQuestion(question, sentence, span.Span));
        return found;
    }

    private static void AddNames(Question question, SentenceReading sentence, List<AnswerSpan> found)
    {
        foreach (var name in sentence.Names)
        {
            var fit = IsNamedAfterFocus(question, sentence, name.Span) ? 1 : Fit(question, name, sentence.Body);
            if (question.Kind == AnswerKind.Place && (IsModifier(sentence, name.Span) || (question.FocusTerm is null && !IsLocated(sentence, name.Span))))
                fit = Math.Min(fit, 0.5);
            found.Add(new AnswerSpan(name.Span, fit));
        }

        if (question.Kind == AnswerKind.Person)
            AddRoles(sentence, found);
        if (question.FocusKinds == GazetteerKind.None && question.Kind != AnswerKind.Place)
            return;
        var wanted = question.FocusKinds != GazetteerKind.None ? question.FocusKinds : IsBuilt(question) ? Places & ~Lands : Places;
        foreach (var mention in sentence.Mentions)
        {
            var whole = WholeWords.Widen(sentence.Body, sentence.Span, mention.Span);
            if ((mention.Kind & wanted) == GazetteerKind.None || found.Exists(span => span.Span == whole && span.Fit >= 1))
                continue;
            var isWhere = question.Kind == AnswerKind.Place && question.FocusTerm is null;
            found.Add(new AnswerSpan(whole, IsModifier(sentence, mention.Span) || (isWhere && !IsLocated(sentence, mention.Span)) ? 0.5 : 1));
        }
    }

    /// <summary>
    /// Whether a name of several words begins or ends with the noun asked for: 'Hecht Museum' where a museum is, 'Hurricane Ernesto' where a hurricane is. No person is named so:
    /// 'Star Wars' is not the star.
    /// </summary>
    private static bool IsNamedAfterFocus(Question question, SentenceReading sentence, TextSpan name)
    {
        if (question.FocusTerm is not { } focus || question.FocusKinds != GazetteerKind.None || question.Kind == AnswerKind.Person)
            return false;
        var words = sentence.Terms.FindAll(term => name.Contains(new TextSpan(term.Start, term.End)));
        return words.Count > 1 && (words[0].Text == focus || words[^1].Text == focus);
    }

    /// <summary>'The mayor', 'a child': somebody, if not by name.</summary>
    private static void AddRoles(SentenceReading sentence, List<AnswerSpan> found)
    {
        foreach (var mention in sentence.Mentions)
        {
            if ((mention.Kind & (GazetteerKind.Occupation | GazetteerKind.Family)) != GazetteerKind.None && !found.Exists(span => span.Span.Overlaps(mention.Span)))
                found.Add(new AnswerSpan(mention.Span, 0.5));
        }
    }

    /// <summary>'U.S.' in 'U.S. President': it says whose; the sentence does not speak of it.</summary>
    private static bool IsModifier(SentenceReading sentence, TextSpan span)
    {
        var body = sentence.Body;
        return span.End + 1 < sentence.Span.End && body[span.End] == ' ' && char.IsUpper(body[span.End + 1]);
    }

    /// <summary>'in Istanbul', 'the Istanbul venue': a place where something is.</summary>
    private static bool IsLocated(SentenceReading sentence, TextSpan span)
    {
        var before = sentence.Body[Math.Max(sentence.Span.Start, span.Start - 24)..span.Start];
        return Locative().IsMatch(before) || SameVenue().IsMatch(sentence.Body[span.End..Math.Min(sentence.Span.End, span.End + 24)]);
    }

    private static double Fit(Question question, NameMention name, string body)
    {
        if (question.FocusKinds != GazetteerKind.None)
        {
            var kinds = Gazetteer.FindAsWritten(body.AsSpan(name.Span.Start, name.Span.Length));
            if ((kinds & question.FocusKinds) != GazetteerKind.None)
                return 1;
        }

        return (question.Kind, name.Kind) switch
        {
            (AnswerKind.Person, NameKind.Person) => 1,
            (AnswerKind.Person, NameKind.Other) => 0.5,
            (AnswerKind.Place, NameKind.Place) => question.FocusKinds != GazetteerKind.None || (IsBuilt(question) && IsLand(name, body)) ? 0.4 : 1,
            (AnswerKind.Place, NameKind.Other) => 0.3,
            (AnswerKind.Place, NameKind.Organisation) when question.FocusTerm is not null && (question.FocusKinds & Places) == GazetteerKind.None => 0.6,
            (AnswerKind.Organisation, NameKind.Organisation) => question.FocusKinds == GazetteerKind.None ? 1 : 0.6,
            (AnswerKind.Organisation, NameKind.Other) => 0.5,
            (AnswerKind.Organisation, NameKind.Place) when (question.FocusKinds & (GazetteerKind.SportsTeam | GazetteerKind.University)) != GazetteerKind.None => 0.5,
            (AnswerKind.Work, NameKind.Work) => 1,
            (AnswerKind.Work, NameKind.Other or NameKind.Event) => 0.4,
            (AnswerKind.Other or AnswerKind.Whether or AnswerKind.Statement or AnswerKind.Manner, _) => 0.5,
            _ => 0.1,
        };
    }

    /// <summary>Whether something is asked for that people built in a land, and that is no land.</summary>
    private static bool IsBuilt(Question question) => question.FocusTerm is { } focus && Built.Contains(focus);

    private static bool IsLand(NameMention name, string body) =>
        Gazetteer.FindAsWritten(body.AsSpan(name.Span.Start, name.Span.Length)).HasAny(Lands);

    private static void AddQuantities(Question question, SentenceReading sentence, List<AnswerSpan> found)
    {
        foreach (var quantity in sentence.Quantities)
        {
            var isWanted = (question.Kind, quantity.Kind) switch
            {
                (AnswerKind.Number, QuantityKind.Count or QuantityKind.Other) => true,
                (AnswerKind.Number, QuantityKind.Money or QuantityKind.Percent) => question.FocusTerm == "amount",
                (AnswerKind.Percent, QuantityKind.Percent) => true,
                (AnswerKind.Money, QuantityKind.Money) => true,
                (AnswerKind.Duration, QuantityKind.Duration) => true,
                (AnswerKind.Number or AnswerKind.Duration, not (QuantityKind.Ordinal or QuantityKind.Score)) => question.Unit is { } unit && HasUnit(unit, quantity, sentence),
                (AnswerKind.Age, QuantityKind.Age or QuantityKind.Count) => true,
                (AnswerKind.Score, QuantityKind.Score) => true,
                (AnswerKind.Measure, QuantityKind.Count or QuantityKind.Other) => IsMagnitude(question, quantity, sentence),
                (AnswerKind.Measure, QuantityKind.Length or QuantityKind.Mass or QuantityKind.Temperature or QuantityKind.Speed or QuantityKind.Area
                    or QuantityKind.Energy) => true,
                _ => false,
            };
            if (!isWanted)
            {
                found.Add(new AnswerSpan(quantity.Span, 0.15));
                continue;
            }

            found.Add(new AnswerSpan(quantity.Span, question.Unit is null ? 0.8 : HasUnit(question.Unit, quantity, sentence) ? 1 : 0.4));
        }
    }

    /// <summary>'Magnitude 5.9', '5.9-magnitude': how strong an earthquake was has no unit.</summary>
    private static bool IsMagnitude(Question question, Quantity quantity, SentenceReading sentence)
    {
        if (!question.Text.Contains(Magnitude, StringComparison.OrdinalIgnoreCase))
            return false;
        var before = sentence.Body.AsSpan(sentence.Span.Start, quantity.Span.Start - sentence.Span.Start);
        var after = sentence.Body.AsSpan(quantity.Span.End, sentence.Span.End - quantity.Span.End);
        return before.TrimEnd().EndsWith(Magnitude, StringComparison.OrdinalIgnoreCase) || before.EndsWith($"{Magnitude} of ", StringComparison.OrdinalIgnoreCase)
            || after.TrimStart(" -\u2010\u2011").StartsWith(Magnitude, StringComparison.OrdinalIgnoreCase)
            || quantity.Span.In(sentence.Body).EndsWith(Magnitude, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the counted thing is the one asked for: the unit itself, or one of the three words after the number.</summary>
    private static bool HasUnit(string unit, Quantity quantity, SentenceReading sentence)
    {
        var after = 0;
        foreach (var term in sentence.Terms)
        {
            if (term.End <= quantity.Span.Start)
                continue;
            if (term.Text == unit)
                return true;
            if (term.Start >= quantity.Span.End && ++after == 3)
                return false;
        }

        return false;
    }

    private static void AddDates(Question question, SentenceReading sentence, List<AnswerSpan> found)
    {
        foreach (var date in sentence.Dates)
        {
            var text = date.Span.In(sentence.Body);
            var fit = question.FocusTerm switch
            {
                "year" => text.Any(char.IsAsciiDigit) ? 1 : 0.2,
                "time" => ClockTime().IsMatch(text) ? 1 : 0.2,
                "month" => MonthName().IsMatch(text) ? 1 : 0.2,
                _ => 1.0,
            };
            found.Add(new AnswerSpan(date.Span, fit));
        }

        if (question.FocusKinds == GazetteerKind.None)
            return;
        foreach (var mention in sentence.Mentions)
        {
            if ((mention.Kind & question.FocusKinds) != GazetteerKind.None && !found.Exists(span => span.Span.Overlaps(mention.Span)))
                found.Add(new AnswerSpan(mention.Span, 1));
        }
    }

    /// <summary>'X, the head of Y,' and 'X is a …' and 'the president, X'.</summary>
    private static void AddDefinitions(Question question, SentenceReading sentence, List<AnswerSpan> found)
    {
        var text = sentence.Text;
        var words = question.Subject!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = text.IndexOf(question.Subject, StringComparison.OrdinalIgnoreCase);
        var length = question.Subject.Length;
        if (at < 0 && words.Length > 1)
        {
            at = text.IndexOf(words[^1], StringComparison.OrdinalIgnoreCase);
            length = words[^1].Length;
        }

        if (at < 0)
            return;
        var after = AppositiveAfter().Match(text, at + length);
        if (after.Success && after.Index == at + length)
        {
            var group = after.Groups[1].Success ? after.Groups[1] : after.Groups[2];
            found.Add(new AnswerSpan(new TextSpan(sentence.Span.Start + group.Index, sentence.Span.Start + group.Index + group.Length), 1));
            return;
        }

        var before = TitleBefore().Match(text[..at]);
        if (before.Success)
            found.Add(new AnswerSpan(new TextSpan(sentence.Span.Start + before.Groups[1].Index, sentence.Span.Start + before.Groups[1].Index + before.Groups[1].Length), 0.7));
        else
            found.Add(new AnswerSpan(new TextSpan(sentence.Span.Start + at, sentence.Span.Start + at + length), 0.2));
    }

    /// <summary>A quotation, or the clause after a verb of speaking; the full fit only when the person asked about speaks.</summary>
    private static void AddStatements(Question question, SentenceReading sentence, List<AnswerSpan> found)
    {
        var fit = 0.3;
        foreach (Match verb in SpeechVerb().Matches(sentence.Text))
        {
            var at = sentence.Span.Start + verb.Index;
            var end = at + verb.Length;
            var before = verb.Value.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
                ? sentence.Names.FirstOrDefault(name => name.Span.End <= at)
                : sentence.Names.LastOrDefault(name => name.Span.End <= at);
            var after = sentence.Names.FirstOrDefault(name => name.Span.Start >= end && name.Span.Start <= end + 2);
            if (IsAsked(question, sentence, before.Span) || IsAsked(question, sentence, after.Span))
                fit = 1;
        }

        var count = found.Count;
        AddMatches(Quotation(), sentence, found);
        for (var i = count; i < found.Count; i++)
            found[i] = found[i] with { Fit = fit };
        if (found.Count == count && fit >= 1)
            found.Add(new AnswerSpan(sentence.Span, 0.8));
    }

    private static bool IsAsked(Question question, SentenceReading sentence, TextSpan name) =>
        name.Length > 0 && sentence.Terms.Exists(term =>
            term.Start < name.End && term.End > name.Start && question.Terms.Any(asked => asked.IsName && asked.Text == term.Text));

    private static void AddMatches(Regex pattern, SentenceReading sentence, List<AnswerSpan> found)
    {
        foreach (Match match in pattern.Matches(sentence.Text))
        {
            var group = match.Groups[1];
            found.Add(new AnswerSpan(new TextSpan(sentence.Span.Start + group.Index, sentence.Span.Start + group.Index + group.Length), 1));
        }
    }

    private static bool IsOfTheQuestion(Question question, SentenceReading sentence, TextSpan span)
    {
        if (question.Kind == AnswerKind.Definition)
            return false;
        foreach (var term in sentence.Terms)
        {
            if (term.Start >= span.End)
                break;
            if (term.End > span.Start && !term.IsStopWord && !question.Terms.Any(asked => asked.Text == term.Text))
                return false;
        }

        return true;
    }

    [GeneratedRegex(
        @"\b(?:in|at|near|outside|inside|around|across|off|to|from|into|over|on|of|through|toward|towards|between|via|visit(?:ed)?|reach(?:ed)?"
        + @"|left|southern|northern|eastern|western|central)\s+(?:the\s+)?(?:[\w’'-]+\s+)?$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Locative();

    [GeneratedRegex(@"^\s(?:venue|area|region|city|town|airport|hotel|stadium|suburb|district|province|coast)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SameVenue();

    [GeneratedRegex(
        @"\b(?:said|says|say|saying|told|tells|telling|stated|states|warned|warns|added|adds|noted|notes|claimed|claims|announced|revealed"
        + @"|expressed|declared|insisted|argued|stressed|predicted|promised|vowed|called|described|wrote|tweeted|posted|suggested|acknowledged"
        + @"|admitted|denied|urged|threatened|downplayed|explained|confirmed)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SpeechVerb();

    [GeneratedRegex("[“\"]([^”\"]{3,300})[”\"]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\d(?::\d\d|\s?[ap]\.?m\b)|\b(?:noon|midnight|o'clock|o’clock)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ClockTime();

    [GeneratedRegex(
        @"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
        + @"|Dec)\b",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MonthName();

    [GeneratedRegex(
        @"(?:,\s+(?:who (?:is|was|serves as)\s+)?|\s+\("
        + @"|\s+(?:is|was|are|were|has been|became"
        + @"|serves as)\s+)((?:(?:an?|the|one of|former|current|Ukraine’s|[A-Z]\w+(?:'s|’s))\s+)[^,.;)]{2,160})"
        + @"|,\s+(who (?:heads|leads|runs|chairs|founded|owns|directs|coaches|manages|commands|edits)\s+[^,.;)]{2,160})",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AppositiveAfter();

    [GeneratedRegex(
        @"((?:\b[\p{L}.'’-]+\s+){0,3}\b(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]poke(?:sman|swoman|sperson)|[Ss]enator|[Gg]overnor"
        + @"|[Dd]irector|[Ss]ecretary|[Cc]hief|[Hh]ead|[Ll]eader|CEO|[Cc]hair(?:man|woman)?|[Cc]oach|[Gg]eneral|[Mm]ayor|[Kk]ing|[Qq]ueen"
        + @"|[Pp]rince(?:ss)?|[Ss]inger|[Aa]ctor|[Aa]ctress|[Aa]uthor|[Dd]octor|[Pp]rofessor|[Jj]udge|[Aa]nalyst|[Ff]ounder|[Cc]ommander"
        + @"|[Aa]mbassador|[Pp]layer|[Cc]hampion|[Oo]fficial)),?\s+(?:[A-Z][\p{L}.'’-]+\s+){0,2}$",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TitleBefore();
}
