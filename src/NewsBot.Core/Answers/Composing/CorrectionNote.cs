using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>What a note of correction takes back and what it gives in its place, read with the sentences behind it: 'An earlier version said 12. It was 21.'</summary>
/// <param name="Span">The sentences of the note in its article.</param>
/// <param name="Wrong">The numbers that it takes back.</param>
/// <param name="Right">The numbers that it gives.</param>
/// <param name="Words">What it speaks of, without its numbers and without the words of correcting.</param>
internal sealed partial record CorrectionNote(TextSpan Span, IReadOnlyList<Quantity> Wrong, IReadOnlyList<Quantity> Right, IReadOnlySet<string> Words)
{
    /// <summary>How far behind the note the right number may stand.</summary>
    private const int Reach = 320;

    private const int MostFollowing = 2;

    /// <summary>
    /// Whether a sentence is a note by itself, or by the one behind or before it: 'We wrote 910. That was wrong: 190.', 'This story was amended. It previously said 910.'
    /// </summary>
    /// <param name="sentence">Any sentence.</param>
    /// <param name="before">The sentence before it; null at the start.</param>
    /// <param name="next">The sentence behind it; null at the end.</param>
    public static bool IsNote(SentenceReading sentence, SentenceReading? before, SentenceReading? next) =>
        NoteText.IsMatch(sentence.Text) || (before is not null && NoteText.IsMatch(before.Text) && ItSaid().IsMatch(sentence.Text)) || IsTakenBack(sentence, next);

    /// <summary>Whether the sentence behind one takes it back.</summary>
    private static bool IsTakenBack(SentenceReading sentence, SentenceReading? next) =>
        next is not null
        && ((TellsOfTelling().IsMatch(sentence.Text) && WasWrong().IsMatch(next.Text)) || (WeTold().IsMatch(sentence.Text) && GivesRight().IsMatch(next.Text)))
        && AmountsOf(next).Count == 1 && AmountsOf(sentence).Count > 0;

    /// <summary>Reads a note.</summary>
    /// <param name="note">A sentence for which <see cref="IsNote"/> holds.</param>
    public static CorrectionNote Of(SentenceReading note)
    {
        var isTakenBack = IsTakenBack(note, Following(note).FirstOrDefault());
        var (taken, takesBack) = (PutRight.WrongIn(note.Text), isTakenBack || TakesBack().IsMatch(note.Text));
        var (wrong, right) = taken is null && !takesBack ? ([], []) : Split(note, taken, takesBack);
        var words = WordsOf(note);
        var end = note.Span.End;
        if (right.Count == 0 && takesBack)
        {
            foreach (var next in Following(note))
            {
                var (denied, given) = Split(next, PutRight.DeniedIn(next.Text), takesBack: false);
                if ((!isTakenBack && NoteText.IsMatch(next.Text)) || (given.Count != 1 && denied.Count == 0)
                    || !(isTakenBack || Goes().IsMatch(next.Text) || WordsOf(next).Any(words.Contains)))
                    continue;
                (end, right) = (next.Span.End, given);
                if (wrong.Count == 0)
                    wrong = denied;
                words.UnionWith(WordsOf(next));
                break;
            }
        }

        return new CorrectionNote(new TextSpan(note.Span.Start, end), wrong, right, words);
    }

    /// <summary>The words that say what a sentence speaks of; its numbers and their units are not among them.</summary>
    public static HashSet<string> WordsOf(SentenceReading reading) => reading.Terms
        .Where(term => !term.IsStopWord && !OfCorrecting().IsMatch(term.Text)
            && !reading.Quantities.Exists(quantity => term.Start < quantity.Span.End && term.End > quantity.Span.Start))
        .Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The amounts of a sentence: 'the second' is none, nor is the day of a month.</summary>
    public static List<Quantity> AmountsOf(SentenceReading reading) =>
        reading.Quantities.FindAll(quantity => quantity.Kind != QuantityKind.Ordinal && !reading.Dates.Exists(date => date.Span.Overlaps(quantity.Span)));

    /// <summary>Where a sentence does not tell which of two numbers is wrong, neither is taken for it.</summary>
    private static (List<Quantity> Wrong, List<Quantity> Right) Split(SentenceReading reading, TextSpan? taken, bool takesBack)
    {
        var amounts = AmountsOf(reading);
        if (taken is not { } stretch)
            return takesBack ? (amounts.Count == 1 ? amounts : [], []) : ([], amounts);
        var wrong = amounts.FindAll(quantity => reading.InBody(stretch).Overlaps(quantity.Span));
        return (wrong, [.. amounts.Except(wrong)]);
    }

    private static IEnumerable<SentenceReading> Following(SentenceReading note)
    {
        var rest = new TextSpan(note.Span.End, Math.Min(note.Body.Length, note.Span.End + Reach));
        return SentenceSplitter.Split(note.Body, rest).Where(span => span.End < rest.End || rest.End == note.Body.Length).Take(MostFollowing).Select(note.At);
    }

    /// <summary>A sentence of somebody's words, by which the next one can take them back.</summary>
    [GeneratedRegex(
        @"^(?![""“”«„‘']).*\b(?:said|say|says|wrote|reported|gave|stated|put|told|published|listed|claimed|estimated)\b"
        + @"|^(?![""“”«„‘']).*(?<!\w)(?:писал|написал|повідомил|повідомлял|сообщил|сообщал|вказал|указал|зазначил|сказал|йшлося|говорилось)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TellsOfTelling();

    /// <summary>'That was wrong: …', 'We got that wrong: …'; not what somebody else holds: 'That is wrong, the union said'.</summary>
    [GeneratedRegex(
        @"^(?!.*\b(?:said|says|argued|insisted|according|told)\b)[\W_]*(?:(?:but|in fact|sorry),? )?(?:(?:that|this|it|which|both|the (?:figure|number|sum|price|date|total"
        + @"|amount)) (?:was|is|were) "
        + @"(?:\w+ly )?(?:wrong|incorrect|inaccurate|mistaken|(?:not|n['’]t) (?:right|true|correct|accurate)|an? (?:\w+ )?(?:error|mistake|slip|typo))|(?:that|this"
        + @"|it) (?:wasn|isn)['’]t (?:right|true|correct)"
        + @"|we (?:got|had) (?:that|this|it|the \w+) wrong|we were (?:wrong|mistaken)|(?:our|my) (?:mistake|error)\b)"
        + @"|^(?:це|ця (?:цифра|інформація)|цей показник|це число) (?:була |було |є )?(?:помилк|неправд|не так|невірн|неправильн|хибн)\p{L}*|^(?:ми|мы) (?:помилилися|ошиблись)"
        + @"|^(?:это|эта (?:цифра|информация)|это число) (?:была |было )?(?:ошибк|неправд|не так|неверн|неправильн)\p{L}*",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WasWrong();

    /// <summary>What the paper said itself, on an earlier day: 'Our report on Tuesday said …', 'On Monday we wrote …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:(?:on|in|last|yesterday|earlier)\b[^,.;]{0,60}?,? )?(?:we|our (?:\w+ ){0,2}?(?:report|story|article|headline|caption|newsletter|item|piece|post|edition)"
        + @"(?: (?:on|of|in|from|last|about|yesterday)\b[^.;]{0,60}?)?) (?:(?:had|have|wrongly|incorrectly|mistakenly) )?(?:said|stated|reported|wrote|written|gave|given|put"
        + @"|published)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WeTold();

    [GeneratedRegex(
        @"^[\W_]*(?:the (?:correct |right |actual |true |real )?(?:figure|number|sum|price|date|total|amount|year|toll|answer) (?:is|was|should (?:have been|be))"
        + @"|it should (?:have been|be)"
        + @"|in fact|actually|in reality)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex GivesRight();

    /// <summary>Behind a note, 'it' is the article: 'It previously stated that …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:it|the (?:story|article|report|post|headline)) (?:had |has )?(?:originally|initially|previously|earlier|first|incorrectly|mistakenly|wrongly|erroneously) "
        + @"(?:said|stated|reported|gave|misstated|identified|described|referred|named|attributed|listed|called|put)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ItSaid();

    /// <summary>How the sentence behind a note goes on with it: 'It was …', 'The correct figure is …', 'In fact …'.</summary>
    [GeneratedRegex(
        @"^[\W_]*(?:it|they|there|this|that|the (?:correct|right|actual|true|real) |in fact|actually|in reality|насправді|правильн|на самом деле|верн|der korrekte|richtig"
        + @"|tatsächlich|en réalité|en realidad)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Goes();

    [GeneratedRegex(
        "^(?:correct|version|articl|stori|report|post|earlier|previous|prior|origin|wrong|wrongli|incorrect|incorrectli|misstat"
        + "|error|edit|note|editor|clarif|updat|amend|figur|number|said|say|gave|give|first|fact|верс|текст|виправлен|попередн|насправд)$",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OfCorrecting();

    /// <summary>Of a note: it gives what was wrong, and not only what is right.</summary>
    [GeneratedRegex(
        @"\b(?:" + NoteText.Earlier + "|" + NoteText.Slip + @"|misstated|(?:incorrect|wrong|mistaken|erroneous|original|initial|previous)ly|in error|incorrect information"
        + @"|we (?:had |have )?(?:earlier|first) (?:said|stated|reported|wrote|written|gave|given|put)|(?:earlier|first) (?:said|stated|reported|gave)"
        + @"|we had (?:\w+ly )?(?:said|stated|reported|written|given|put))\b"
        + @"|\b(?:früheren|vorherigen|ursprünglichen) (?:version|fassung)\b|\bversion (?:précédente|antérieure|initiale)\b|\bversión (?:anterior|previa|inicial|original)\b"
        + @"|\b(?:попередній|первинній|ранішій|предыдущей|ранней|первоначальной) верс(?:ії|ии)\b|(?<!\w)(?:помилково|ошибочно)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TakesBack();
}
