using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
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

    /// <summary>From this fit on, a stretch is of the kind that is asked for.</summary>
    private const double OfTheKind = 0.8;

    private const string Claim =
        "(?:claims?|reports?|statements?|announcements?|stor(?:y|ies)|articles?|allegations?|accusations?|accounts?|rumou?rs?|tweets?|posts?|quotes?|information|testimony)";

    private const string NotTrue = "(?:false|untrue|incorrect|wrong|not true|inaccurate|unfounded|baseless|fabricated|made up|mistaken|a hoax|an error|a mistake)";

    /// <summary>Removes the sentences that still give a number which a note takes back, when they speak of the same thing.</summary>
    /// <param name="candidates">Sentences that may answer.</param>
    /// <param name="notes">What the articles that were read say of themselves.</param>
    /// <returns>Those that were removed since a note takes back what they say, each with the note.</returns>
    public static List<(SentenceCandidate Wrong, CorrectionNote Note)> Apply(List<SentenceCandidate> candidates, IEnumerable<SentenceReading> notes)
    {
        var removed = new List<(SentenceCandidate Wrong, CorrectionNote Note)>();
        foreach (var reading in notes)
        {
            var note = CorrectionNote.Of(reading);
            Take(candidate => !IsIn(note, reading, candidate.Reading)
                && note.TakenBack.AreSaidBy(candidate.Reading, CorrectionNote.WordsOf(candidate.Reading), note.Words));
            if (note.Wrong is [var wrong])
            {
                Take(candidate => !IsIn(note, reading, candidate.Reading)
                    && candidate.Reading.Quantities.Exists(quantity => IsOfOneUnit(quantity, wrong) && quantity.Value == wrong.Value)
                    && CorrectionNote.WordsOf(candidate.Reading).Any(note.Words.Contains));
            }
            else if (note is { Wrong: [], Right: [var right] })
            {
                // It gives the right number alone: another number for the same, in the article that it corrects, is the wrong one.
                Take(candidate => candidate.Reading.Revision.RevisionId == reading.Revision.RevisionId && !IsIn(note, reading, candidate.Reading)
                    && CorrectionNote.AmountsOf(candidate.Reading) is [var other] && other.Value != right.Value && other.Kind == right.Kind
                    && (other.Unit == right.Unit || (right.Unit is null && note.Words.Contains(other.Unit!)))
                    && CorrectionNote.WordsOf(candidate.Reading).Count(note.Words.Contains) >= LeastShared);
            }

            void Take(Predicate<SentenceCandidate> isWrong) => removed.AddRange(Remove(candidates, isWrong).Select(wrong => (wrong, note)));
        }

        return removed;
    }

    /// <summary>
    /// Puts the sentence that gives what is right in the place of one that a note took back, where that one would be first: 'Coastline runs 40 ferries' was the answer, and 'it
    /// runs 14, not 40' is, and no other sentence with a number.
    /// </summary>
    /// <param name="ordered">Best first.</param>
    /// <param name="takenBack">What <see cref="Apply"/> removed.</param>
    /// <param name="weights">Those by which the sentences are ordered.</param>
    public static void PutInPlace(List<SentenceCandidate> ordered, IReadOnlyList<(SentenceCandidate Wrong, CorrectionNote Note)> takenBack, IReadOnlyList<double> weights)
    {
        if (ordered.Count == 0)
            return;
        foreach (var (wrong, note) in takenBack)
        {
            if (note.Right.Count == 0 || AnswerModel.Dot(weights, wrong.Features) <= ordered[0].Score)
                continue;
            var right = ordered.Find(candidate => candidate.IsCorrection && note.Span.Contains(candidate.Reading.Span)
                && note.Right.Any(quantity => candidate.Reading.Span.Contains(quantity.Span) && candidate.Reading.Quantities.Exists(other => other.Span == quantity.Span)));
            if (right is null || right == ordered[0])
                continue;
            ordered.Remove(right);
            right.Score = Math.Max(right.Score, ordered.Count == 0 ? right.Score : ordered[0].Score);
            ordered.Insert(0, right);
            return;
        }
    }

    /// <summary>The sentences that give what a note before them lacks: 'We said 48. In fact it is 84.' Each is read with the note's words, which say of what it is.</summary>
    /// <param name="sentences">Those of a window, in order.</param>
    /// <param name="matched">The terms of the question that each holds; those of a note are added to the sentence that completes it.</param>
    public static HashSet<int> Complete(List<SentenceReading> sentences, List<ulong> matched)
    {
        var completed = new HashSet<int>();
        for (var i = 0; i + 1 < sentences.Count; i++)
        {
            if (!CorrectionNote.IsNote(sentences[i], sentences.ElementAtOrDefault(i - 1), sentences[i + 1]) || CorrectionNote.Of(sentences[i]) is not { } note)
                continue;
            for (var next = i + 1; next < sentences.Count && note.Span.Contains(sentences[next].Span); next++)
            {
                completed.Add(next);
                matched[next] |= matched[i];
            }
        }

        return completed;
    }

    /// <summary>
    /// Puts a note that gives the right value, and not the wrong one, before the sentence that it corrects: 'The cub was rescued on Wednesday. … Correction: The cub was rescued on
    /// Tuesday.' The sentence itself goes. 'Correction: The keeper of the cub was born on Tuesday' says something else.
    /// </summary>
    /// <param name="question">What was asked.</param>
    /// <param name="ordered">Best first.</param>
    public static void PutFirst(Question question, List<SentenceCandidate> ordered)
    {
        if (ordered is not [{ IsCorrection: false } best, ..])
            return;
        var words = CorrectionNote.WordsOf(best.Reading);
        var given = ValuesOf(best);
        var note = ordered.Find(candidate => candidate.IsCorrection && candidate.Reading.Revision.RevisionId == best.Reading.Revision.RevisionId
            && SaysTheSame(question, best.Reading, candidate) && (HasFocus(candidate) || (given.Count > 0 && CorrectionNote.WordsOf(candidate.Reading).Any(words.Contains)
                && ValuesOf(candidate) is { Count: > 0 } values && !values.Exists(value => best.Reading.Text.Contains(value, StringComparison.OrdinalIgnoreCase)))));
        if (note is null)
            return;
        ordered.Remove(note);
        note.Score = Math.Max(note.Score, best.Score);
        if (HasFocus(note))
            ordered.Insert(0, note);
        else
            ordered[0] = note;

        bool HasFocus(SentenceCandidate candidate) => question.FocusTerm is { } focus && Holds(candidate, focus) && !Holds(best, focus);
    }

    /// <summary>Whether a note has no other words than the sentence that it corrects and the question, its values aside.</summary>
    private static bool SaysTheSame(Question question, SentenceReading best, SentenceCandidate note)
    {
        var reading = note.Reading;
        var known = best.Terms.Select(word => word.Text).Concat(question.Terms.SelectMany(term => RelatedWords.Of(term.Text).Append(term.Text))).ToHashSet(StringComparer.Ordinal);

        // 'Workers' of '2,300 workers' says what is counted.
        List<TextSpan> values = [
            .. note.Spans.Where(span => span.Fit >= OfTheKind && !reading.Quantities.Exists(quantity => quantity.Span.Overlaps(span.Span))).Select(span => span.Span),
            .. reading.Dates.Select(date => date.Span)];

        // 'The baker's name was given wrongly: she is Marina Holt' corrects 'Marina Hill opened the shop'.
        if (PutRight.WrongIn(reading.Text) is { } wrong && (wrong.Start > 0 || NoteWords.In(reading.Text[wrong.End..]).Overlaps(NoteWords.In(best.Text))))
            values.Add(reading.InBody(wrong));
        return reading.Quantities.TrueForAll(quantity => best.Quantities.Count == 0 || best.Quantities.Exists(other => IsOfOneUnit(quantity, other)))
            && reading.Terms.TrueForAll(word => word.IsStopWord || known.Contains(word.Text) || CorrectionNote.IsOfCorrecting(word.Text)
                || char.IsUpper(reading.Body[word.Start]) || char.IsAsciiDigit(reading.Body[word.Start]) || reading.Quantities.Exists(quantity => quantity.Span.Start == word.Start)
                || values.Exists(value => value.Contains(new TextSpan(word.Start, word.End))));
    }

    private static bool Holds(SentenceCandidate candidate, string term) => candidate.Reading.Terms.Exists(word => word.Text == term);

    /// <summary>What is of the kind that is asked for, and what the reader takes for the answer.</summary>
    private static List<string> ValuesOf(SentenceCandidate candidate)
    {
        List<string> values = [.. candidate.Spans.Where(span => span.Fit >= OfTheKind).Select(span => span.Span.In(candidate.Reading.Body))];
        if (candidate.Judgement is { Margin: > 0, Answer: { Length: > 0 } answer } && answer.End <= candidate.Reading.Span.Length)
            values.Add(answer.In(candidate.Reading.Text));
        return values;
    }

    /// <summary>Removes sentences, and those behind them that would bring them back to explain a pronoun.</summary>
    /// <returns>Those that are wrong.</returns>
    private static List<SentenceCandidate> Remove(List<SentenceCandidate> candidates, Predicate<SentenceCandidate> isWrong)
    {
        var wrong = candidates.FindAll(isWrong);
        if (wrong.Count > 0)
            candidates.RemoveAll(candidate => wrong.Contains(candidate)
                || ((PronounLed.IsMatch(candidate.Reading.Text) || SomeOfThem().IsMatch(candidate.Reading.Text))
                    && wrong.Exists(other => IsBehind(candidate.Reading, other.Reading))));
        return wrong;
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
