using System.Text.RegularExpressions;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Whether a stretch of a sentence may stand in front of an answer by itself. What may not is still quoted with its sentence.</summary>
internal static partial class BareAnswer
{
    /// <summary>Below it a stretch is of another kind than what is asked for.</summary>
    private const double LeastFit = 0.3;

    /// <summary>The fewest letters of a country's name: 'Cuba', 'Iran', 'Peru'.</summary>
    private const int ShortestCountry = 4;

    /// <summary>How many stretches are tried.</summary>
    private const int MaxTried = 10;

    /// <summary>Whether a question asks for a value that was overtaken: 'how many were there at first'.</summary>
    public static bool AsksForEarlier(string question) => AsksForBefore().IsMatch(question);

    /// <summary>The best stretch that may stand by itself, as <see cref="Of"/> gives it; null when none of the first may.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="candidates">Best first, each with its share of the probability.</param>
    /// <param name="reply">The sentences of the reply.</param>
    /// <param name="confidence">The share of that stretch, or of the best where there is none; 0 without candidates.</param>
    public static string? FirstOf(
        Question question, IReadOnlyList<(ShortAnswerFinder.Candidate Candidate, double Confidence)> candidates, IReadOnlyList<ReplySentence> reply, out double confidence)
    {
        foreach (var (candidate, share) in candidates.Take(MaxTried))
        {
            confidence = share;
            if (Of(question, candidate, reply) is { } text)
                return text;
        }

        confidence = candidates.Count == 0 ? 0 : candidates[0].Confidence;
        return null;
    }

    /// <summary>The stretch as it stands in front, with the rest of its numbers and without a comma or colon at its end.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="candidate">A stretch.</param>
    /// <param name="reply">The sentences of the reply.</param>
    /// <returns>
    /// A surname and a part of a team's name are given as the full name that the reply has for it, a part of a body's name or of a title as the whole, 'Iranian' as the
    /// country that is asked for, an age as its number, so is what the question has the unit of, 'who heads the port' without its 'who', a day as its month where that is
    /// asked for.
    /// Null for a stretch that only repeats the question, that points back ('that shortage'), that the sentence puts aside, that is of another kind (a share where an
    /// amount is asked for, a city for a country, no number where 'скільки' is asked), for a question of yes or no, and for what somebody said, which a part of the sentence
    /// tells badly.
    /// </returns>
    private static string? Of(Question question, ShortAnswerFinder.Candidate candidate, IReadOnlyList<ReplySentence> reply)
    {
        if (!StandsAlone(question, candidate))
            return null;
        var reading = candidate.Sentence.Reading;
        var text = WithoutHalfQuote(WholeAmount.Widen(reading, WholeName.Widen(question, candidate)).In(reading.Body).TrimEnd(',', ';', ':'));
        if (!WholeAmount.Suits(question.Text, text) || IsOfOtherList(question, text))
            return null;
        return question.Kind switch
        {
            AnswerKind.Person => WholeName.Of(text, reply) ?? text,
            AnswerKind.Organisation when question.FocusKinds.HasFlag(GazetteerKind.SportsTeam) => WholeName.Of(text, reply) ?? text,
            AnswerKind.Place when question.FocusKinds.HasFlag(GazetteerKind.Country) => CountryIn(text) ?? text,
            AnswerKind.Other or AnswerKind.Organisation => WholeName.Of(text, reply, NameKind.Person) ?? text,
            AnswerKind.Age when Years().Match(text) is { Success: true } years => years.Groups["number"].Value,
            AnswerKind.Definition => Relative().Replace(text, string.Empty),
            AnswerKind.Date when question.FocusTerm == "month" && Month().Match(text) is { Success: true } month => month.Value,
            AnswerKind.Number or AnswerKind.Duration or AnswerKind.Measure when question.Unit is { } unit => WithoutUnit(text, unit),
            _ => text,
        };
    }

    /// <summary>'24' of '24 hours', '21' of '21-day', where the question has the unit: 'in how many hours'.</summary>
    private static string WithoutUnit(string text, string unit) =>
        Counted().Match(text) is { Success: true } counted && TermAnalyzer.TermOf(counted.Groups["unit"].ValueSpan) == unit ? counted.Groups["number"].Value : text;

    /// <summary>'Exonerated Five' of 'the "Exonerated Five': a stretch that only begins a quotation is what it begins.</summary>
    private static string WithoutHalfQuote(string text) => HalfQuote().Match(text) is { Success: true } half ? half.Groups["rest"].Value : text;

    /// <summary>Whether a country or a state is asked for and the stretch is known as a city, and not as what is asked for: 'Khartoum' for 'in which country'.</summary>
    private static bool IsOfOtherList(Question question, string text)
    {
        var wanted = question.FocusKinds & (GazetteerKind.Country | GazetteerKind.UsState);
        var known = Gazetteer.FindAsWritten(text);
        return wanted != GazetteerKind.None && known.HasAny(GazetteerKind.City) && !known.HasAny(question.FocusKinds);
    }

    /// <summary>'Iran' of 'Iranian'; null where the word for the people does not begin with the country's name.</summary>
    private static string? CountryIn(string text)
    {
        if (!Gazetteer.FindAsWritten(text).HasFlag(GazetteerKind.Nationality))
            return null;
        for (var length = text.Length - 1; length >= ShortestCountry; length--)
        {
            if (Gazetteer.FindAsWritten(text.AsSpan(0, length)).HasFlag(GazetteerKind.Country))
                return text[..length];
        }

        return null;
    }

    private static bool StandsAlone(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind is not (AnswerKind.Whether or AnswerKind.Statement)
        && !IsPutAside(candidate)
        && (AsksForBefore().IsMatch(question.Text) || !IsOvertaken(candidate))
        && SaysMore(question, candidate)
        && !PointsBack().IsMatch(candidate.Text)
        && !IsTakenOf(question, candidate)
        && !IsAdded(question, candidate)
        && IsOfTheKind(question, candidate);

    /// <summary>Whether the stretch is what the sentence corrects: '12' of 'the toll is 15, not 12 as we reported'.</summary>
    private static bool IsPutAside(ShortAnswerFinder.Candidate candidate)
    {
        var (body, span) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        return PutAside().IsMatch(body.AsSpan(span.Start, candidate.Span.Start - span.Start))
            && ToldBefore().IsMatch(body.AsSpan(candidate.Span.End, span.End - candidate.Span.End));
    }

    /// <summary>Whether the sentence gives a later number in the place of the stretch: '19' of 'lowered from 19 to 6', '20' of 'first said 20; it was revised to 12'.</summary>
    private static bool IsOvertaken(ShortAnswerFinder.Candidate candidate)
    {
        var (body, span) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        var before = body.AsSpan(span.Start, candidate.Span.Start - span.Start);
        var after = body.AsSpan(candidate.Span.End, span.End - candidate.Span.End);
        return (ChangedFrom().IsMatch(before) && ToAnother().IsMatch(after)) || (FirstTold().IsMatch(before) && LaterChanged().IsMatch(after))
            || (FromEarlier().IsMatch(before) && candidate.Sentence.Reading.Quantities.Exists(quantity => quantity.Span.Overlaps(candidate.Span))
                && !candidate.Sentence.Reading.Dates.Exists(date => date.Span.Overlaps(candidate.Span)));
    }

    /// <summary>Whether the stretch is the whole that the sentence tells a part of: '252' of '90 percent of the 252 people'.</summary>
    private static bool IsTakenOf(Question question, ShortAnswerFinder.Candidate candidate)
    {
        var (body, span) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        return question.Kind == AnswerKind.Number && PartOf().IsMatch(body.AsSpan(span.Start, candidate.Span.Start - span.Start));
    }

    /// <summary>Whether the stretch is what came to a number, and not the number: 'two' of 'two more workers have died'.</summary>
    private static bool IsAdded(Question question, ShortAnswerFinder.Candidate candidate)
    {
        var (body, span) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        return question.Kind == AnswerKind.Number
            && !AsksForAdded().IsMatch(question.Text)
            && (MoreAfter().IsMatch(body.AsSpan(candidate.Span.Start, span.End - candidate.Span.Start))
                || MoreBefore().IsMatch(body.AsSpan(span.Start, candidate.Span.Start - span.Start)));
    }

    private static bool SaysMore(Question question, ShortAnswerFinder.Candidate candidate)
    {
        var words = candidate.Sentence.Reading.Terms.Where(term => term.Start < candidate.Span.End && term.End > candidate.Span.Start && !term.IsStopWord).ToList();
        return words.Count == 0 || words.Exists(word => !question.Terms.Any(asked => asked.Text == word.Text));
    }

    /// <summary>Whether the stretch is of the kind asked for. A name that the model takes for the answer may be of a kind that no list tells: 'Havering', a borough.</summary>
    private static bool IsOfTheKind(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind is AnswerKind.Other or AnswerKind.Manner or AnswerKind.Reason
        || (question.Kind is AnswerKind.Person or AnswerKind.Place or AnswerKind.Organisation or AnswerKind.Work
            && candidate.Features[(int)ShortFeature.IsModels] > 0 && candidate.Sentence.Reading.Names.Exists(name => name.Span.Overlaps(candidate.Span)))
        || candidate.Sentence.Spans.Any(span => span.Fit >= LeastFit && span.Span.Overlaps(candidate.Span));

    [GeneratedRegex(@",? (?:and )?not (?:[^\s,.;:]+ ){0,4}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PutAside();

    [GeneratedRegex(
        @"^[^.;:]{0,40}\bas (?:we |was |had been |previously |earlier |first |originally |initially |reported|published|stated|announced|claimed|thought|said)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToldBefore();

    [GeneratedRegex(
        @"\b(?:" + ChangeVerbs.Stems + @"|put off|postpon|mov)\w*\b[^.;]{0,100}\bfrom (?:[^\s,.;:]+ ){0,3}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ChangedFrom();

    /// <summary>'Cut to 3 years from', '5 percent, up from'.</summary>
    [GeneratedRegex(
        @"(?:\b(?:" + ChangeVerbs.Stems + @"|correct|revis|amend)\w*\b[^.;]{0,100}\bto (?:[^\s,.;:]+ ){0,3}?\p{Sc}?\d[^;]{0,40}?|\b(?:up|down)) from (?:[^\s,.;:]+ ){0,3}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FromEarlier();

    [GeneratedRegex(
        @"^[^.;,]{0,30}? to (?:[^\s,.;:]+ ){0,3}?(?:\p{Sc}?\d|(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToAnother();

    [GeneratedRegex(
        @"\b(?:(?:at )?first|initially|earlier|originally|previously)\b[^.;]{0,60}\b(?:said|reported|put|estimated|thought|believed|feared|told|announced|stated|counted"
        + @"|given)\b[^.;]{0,80}$"
        + @"|\b(?:said|reported|put|estimated|thought|believed|feared|announced|stated|counted|given)\b (?:at first|initially|earlier|originally|previously)\b[^.;]{0,80}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FirstTold();

    [GeneratedRegex(
        @"^(?:[^.;]|\.\d){0,80}(?:;|,? (?:but|and|before|then)\b|,)(?:[^.;]|\.\d){0,80}\b(?:revis|lower|rais|correct|cut|reduc|chang|updat|put|rose|fell|climb)\w*\b(?:[^.;]"
        + @"|\.\d){0,40} (?:to|at) \S*\w",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LaterChanged();

    /// <summary>The question asks for the number that was overtaken.</summary>
    [GeneratedRegex(
        @"\b(?:from|before|earlier|previous(?:ly)?|at first|initial(?:ly)?|original(?:ly)?|used to|until|old|prior|first)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForBefore();

    [GeneratedRegex(
        @"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Month();

    [GeneratedRegex(
        @"(?:%|\b(?:per ?cent|half|thirds?|quarters?|fifths?|most|many|some|none|all but [\w,]+|[0-9][0-9,]*|one|two|three|four|five|six|seven|eight|nine|ten))"
        + @" (?:out )?of (?:the|its|their|those|these) (?:(?:nearly|almost|about|around|roughly|some|more than|over|estimated|total|known) ){0,2}$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\b(?:more|others?|another|additional|extra|further|new|newly|since|next|second|then)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForAdded();

    /// <summary>'Two more workers', and not 'two more than last year'.</summary>
    [GeneratedRegex(@"^[\w,.-]+ (?:more|others)\b(?! than\b)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoreAfter();

    [GeneratedRegex(@"\b(?:another|further|additional|extra) $", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoreBefore();

    [GeneratedRegex(@"^(?:that|this|these|those|such|so)(?:\s+\S+){0,2}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"^(?:who|which) (?=\p{Ll}[\w’'-]* )", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^(?<number>[^\s-][^-]*?)[ \u00A0\u2010\u2011-](?<unit>\p{L}+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?:[^""“”]*\s)?[""“](?<rest>[^\s""“”][^""“”]+)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HalfQuote();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3})(?:[-\u2010\u2011 ]years?(?:[-\u2010\u2011 ]old)?|[-\u2010\u2011]year)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Years();
}
