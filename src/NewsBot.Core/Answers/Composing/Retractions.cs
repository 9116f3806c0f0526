using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Numbers that an article takes back: 'An earlier version of this article said that it would cost 40,000 crowns.'</summary>
internal static partial class Retractions
{
    /// <summary>Removes the sentences that still give a number which a note takes back, when they speak of the same thing.</summary>
    /// <param name="candidates">Sentences that may answer.</param>
    /// <param name="notes">What the articles that were read say of themselves.</param>
    public static void Apply(List<SentenceCandidate> candidates, IEnumerable<SentenceReading> notes)
    {
        // A note with two numbers may name the right one first.
        foreach (var note in notes.Where(note => TakesBack().IsMatch(note.Text) && note.Quantities.Count == 1))
        {
            var wrong = note.Quantities[0];
            var subject = WordsOf(note);
            candidates.RemoveAll(candidate => candidate.Reading.Quantities.Exists(quantity => quantity.Value == wrong.Value && quantity.Unit == wrong.Unit)
                && WordsOf(candidate.Reading).Any(subject.Contains));
        }
    }

    /// <summary>The words that say what is spoken of; the number and its unit are not among them.</summary>
    private static HashSet<string> WordsOf(SentenceReading reading) => reading.Terms
        .Where(term => !term.IsStopWord && !reading.Quantities.Exists(quantity => term.Start < quantity.Span.End && term.End > quantity.Span.Start))
        .Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Of a note: it gives what was wrong, and not only what is right.</summary>
    [GeneratedRegex(
        @"\b(?:" + NoteText.Earlier + "|" + NoteText.Slip + @"|misstated|(?:incorrect|wrong|mistaken|erroneous|original|initial)ly|in error|incorrect information)\b"
        + @"|\b(?:früheren|vorherigen|ursprünglichen) (?:version|fassung)\b|\bversion (?:précédente|antérieure|initiale)\b|\bversión (?:anterior|previa|inicial|original)\b"
        + @"|\b(?:попередній|первинній|ранішій|предыдущей|ранней|первоначальной) верс(?:ії|ии)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TakesBack();
}
