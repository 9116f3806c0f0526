using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>
/// What an article takes back: a number that it gave before ('An earlier version of this article said …'), or the report that it tells of ('The paper has withdrawn the claim').
/// </summary>
internal static partial class Retractions
{
    private const int MaxReadChars = 6_000;

    private const string Claim =
        "(?:claims?|reports?|statements?|announcements?|stor(?:y|ies)|articles?|allegations?|accusations?|accounts?|rumou?rs?|tweets?|posts?|quotes?|information|testimony)";

    private const string NotTrue = "(?:false|untrue|incorrect|wrong|not true|inaccurate|unfounded|baseless|fabricated|made up|mistaken|a hoax|an error|a mistake)";

    /// <summary>Removes the sentences that still give a number which a note takes back, when they speak of the same thing.</summary>
    /// <param name="candidates">Sentences that may answer.</param>
    /// <param name="notes">What the articles that were read say of themselves.</param>
    public static void Apply(List<SentenceCandidate> candidates, IEnumerable<SentenceReading> notes)
    {
        foreach (var note in notes)
        {
            // Where a note does not tell which of two numbers is wrong, neither is taken for it.
            var taken = PutRight.WrongIn(note.Text);
            List<Quantity> told = taken is { Length: > 0 } stretch
                ? note.Quantities.FindAll(quantity => note.InBody(stretch).Overlaps(quantity.Span))
                : taken is null && TakesBack().IsMatch(note.Text) ? note.Quantities : [];
            if (told is not [var wrong])
                continue;
            var subject = WordsOf(note);
            candidates.RemoveAll(candidate => candidate.Reading.Span != note.Span
                && candidate.Reading.Quantities.Exists(quantity => quantity.Value == wrong.Value && (quantity.Unit is null || wrong.Unit is null || quantity.Unit == wrong.Unit))
                && WordsOf(candidate.Reading).Any(subject.Contains));
        }
    }

    /// <summary>Whether an article tells that a claim was withdrawn, or found to be false: what it says is then no plain fact.</summary>
    public static bool TellsOfOne(Article article) =>
        Withdrawn().IsMatch(article.Title) || Withdrawn().IsMatch(article.Body.AsSpan(0, Math.Min(article.Body.Length, MaxReadChars)));

    /// <summary>The words that say what is spoken of; the number and its unit are not among them.</summary>
    private static HashSet<string> WordsOf(SentenceReading reading) => reading.Terms
        .Where(term => !term.IsStopWord && !reading.Quantities.Exists(quantity => term.Start < quantity.Span.End && term.End > quantity.Span.Start))
        .Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// 'Retracted this announcement', 'the report was false', 'took the statement back', 'turned out to be a hoax'. Not 'false claims' or 'that is wrong': somebody's opinion.
    /// </summary>
    [GeneratedRegex(
        @"\b(?:retract(?:s|ed|ing)?|disavow(?:s|ed)|debunk(?:s|ed)|rescind(?:s|ed)|withdr(?:ew|aws?|awn)|t(?:ook|aken) back) (?:\w+ ){0,3}?" + Claim + @"\b"
        + @"|\b" + Claim + @" (?:(?!that\b)\w+ ){0,6}?(?:retracted|withdrawn|debunked|disavowed|taken back)\b"
        + @"|\bt(?:ook|akes?|aken) (?:it|(?:the|this|that|its|his|her|their) " + Claim + @") back\b"
        + @"|\b" + Claim + @" (?:\w+ ){0,3}?(?:was|were|proved|proved to be|turned out to be|(?:has|had) been found) (?:\w+ly |later |to be )*" + NotTrue + @"\b"
        + @"|\bturned out (?:not )?to be " + NotTrue + @"\b|\b(?:issued|published|printed) a retraction\b|\bretraction of\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Withdrawn();

    /// <summary>Of a note: it gives what was wrong, and not only what is right.</summary>
    [GeneratedRegex(
        @"\b(?:" + NoteText.Earlier + "|" + NoteText.Slip + @"|misstated|(?:incorrect|wrong|mistaken|erroneous|original|initial)ly|in error|incorrect information)\b"
        + @"|\b(?:früheren|vorherigen|ursprünglichen) (?:version|fassung)\b|\bversion (?:précédente|antérieure|initiale)\b|\bversión (?:anterior|previa|inicial|original)\b"
        + @"|\b(?:попередній|первинній|ранішій|предыдущей|ранней|первоначальной) верс(?:ії|ии)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TakesBack();
}
