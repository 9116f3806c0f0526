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

    /// <summary>So many words have to be shared for a sentence to speak of what a note corrects, where the note does not say which number was wrong.</summary>
    private const int LeastShared = 2;

    private const string Claim =
        "(?:claims?|reports?|statements?|announcements?|stor(?:y|ies)|articles?|allegations?|accusations?|accounts?|rumou?rs?|tweets?|posts?|quotes?|information|testimony)";

    private const string NotTrue = "(?:false|untrue|incorrect|wrong|not true|inaccurate|unfounded|baseless|fabricated|made up|mistaken|a hoax|an error|a mistake)";

    /// <summary>Removes the sentences that still give a number which a note takes back, when they speak of the same thing.</summary>
    /// <param name="candidates">Sentences that may answer.</param>
    /// <param name="notes">What the articles that were read say of themselves.</param>
    public static void Apply(List<SentenceCandidate> candidates, IEnumerable<SentenceReading> notes)
    {
        foreach (var reading in notes)
        {
            var note = CorrectionNote.Of(reading);
            if (note.Wrong is [var wrong])
            {
                Remove(candidates, candidate => !IsIn(note, reading, candidate.Reading)
                    && candidate.Reading.Quantities.Exists(quantity => IsOfOneUnit(quantity, wrong) && quantity.Value == wrong.Value)
                    && CorrectionNote.WordsOf(candidate.Reading).Any(note.Words.Contains));
            }
            else if (note is { Wrong: [], Right: [var right] })
            {
                // It gives the right number alone: another number for the same, in the article that it corrects, is the wrong one.
                Remove(candidates, candidate => candidate.Reading.Revision.RevisionId == reading.Revision.RevisionId && !IsIn(note, reading, candidate.Reading)
                    && CorrectionNote.AmountsOf(candidate.Reading) is [var other] && other.Value != right.Value && other.Kind == right.Kind && other.Unit == right.Unit
                    && CorrectionNote.WordsOf(candidate.Reading).Count(note.Words.Contains) >= LeastShared);
            }
        }
    }

    /// <summary>Removes sentences, and those behind them that would bring them back to explain a pronoun.</summary>
    private static void Remove(List<SentenceCandidate> candidates, Predicate<SentenceCandidate> isWrong)
    {
        var wrong = candidates.FindAll(isWrong);
        if (wrong.Count > 0)
            candidates.RemoveAll(candidate => wrong.Contains(candidate)
                || ((PronounLed.IsMatch(candidate.Reading.Text) || SomeOfThem().IsMatch(candidate.Reading.Text))
                    && wrong.Exists(other => IsBehind(candidate.Reading, other.Reading))));
    }

    private static bool IsBehind(SentenceReading sentence, SentenceReading other) =>
        sentence.Revision.RevisionId == other.Revision.RevisionId && ReplySentence.SentencesBefore(sentence, 1) is [var before] && before == other.Span;

    private static bool IsOfOneUnit(Quantity one, Quantity other) => one.Unit is null || other.Unit is null || one.Unit == other.Unit;

    private static bool IsIn(CorrectionNote note, SentenceReading of, SentenceReading sentence) =>
        sentence.Revision.RevisionId == of.Revision.RevisionId && note.Span.Overlaps(sentence.Span);

    /// <summary>Whether an article tells that a claim was withdrawn, or found to be false: what it says is then no plain fact.</summary>
    public static bool TellsOfOne(Article article) =>
        Withdrawn().IsMatch(article.Title) || Withdrawn().IsMatch(article.Body.AsSpan(0, Math.Min(article.Body.Length, MaxReadChars)));

    [GeneratedRegex(
        @"^(?:(?:and|but) )?(?:most|many|some|all|none|each|one|two|half|several|few|both|a few|a third) of (?:them|these|those|it|whom)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SomeOfThem();

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
}
