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

    /// <summary>Reads a note.</summary>
    /// <param name="note">A sentence for which <see cref="NoteText.IsMatch"/> holds.</param>
    public static CorrectionNote Of(SentenceReading note)
    {
        var (taken, takesBack) = (PutRight.WrongIn(note.Text), TakesBack().IsMatch(note.Text));
        var (wrong, right) = taken is null && !takesBack ? ([], []) : Split(note, taken, takesBack);
        var words = WordsOf(note);
        var end = note.Span.End;
        if (right.Count == 0 && takesBack)
        {
            foreach (var next in Following(note))
            {
                var (denied, given) = Split(next, PutRight.DeniedIn(next.Text), takesBack: false);
                if (NoteText.IsMatch(next.Text) || (given.Count != 1 && denied.Count == 0) || !(Goes().IsMatch(next.Text) || WordsOf(next).Any(words.Contains)))
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
