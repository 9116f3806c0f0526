using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>
/// The value that holds, of a sentence that gives the former one first: 'reduced the sentence from 18 years to 14', 'we wrote that it had 12 million visitors; it had 1.2 million'.
/// What is read first is taken for the answer, so the one that holds stands in front.
/// </summary>
internal static partial class ChangedValue
{
    /// <summary>From this fit on, a stretch is of the kind that is asked for.</summary>
    private const double LeastFit = 0.4;

    /// <summary>The value in the article's words; null where the first sentence of the reply gives no former one in front of it, or the former one is asked for.</summary>
    public static string? Of(Question question, Composition composition)
    {
        if (composition.Chosen is not [var first, ..] || BareAnswer.AsksForEarlier(question.Text)
            || question.Kind is not (AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Measure or AnswerKind.Duration))
            return null;
        var reading = first.Reading;
        return first.IsCorrection ? RightOf(reading) : LastOf(first);
    }

    private static string? RightOf(SentenceReading reading)
    {
        var note = CorrectionNote.Of(reading);
        return note is { Right: [var right], Wrong: [var wrong, ..] } && wrong.Span.Start < right.Span.Start && reading.Span.Contains(right.Span)
            ? right.Span.In(reading.Body) : null;
    }

    private static string? LastOf(SentenceCandidate candidate)
    {
        var reading = candidate.Reading;
        for (var i = 1; i < reading.Quantities.Count; i++)
        {
            var (old, now) = (reading.Quantities[i - 1], reading.Quantities[i]);
            if (old.Span.End <= now.Span.Start && To().IsMatch(reading.Body[old.Span.End..now.Span.Start])
                && From().IsMatch(reading.Body[reading.Span.Start..old.Span.Start])
                && candidate.Spans.Any(span => span.Fit >= LeastFit && (span.Span.Overlaps(old.Span) || span.Span.Overlaps(now.Span))))
                return now.Span.In(reading.Body);
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:" + ChangeVerbs.Stems + @"|shorten|extend|slash)\w*\b[^.;]{0,100} from (?:[^\s\d]+ ){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex From();

    [GeneratedRegex(@"^(?: [^\s\d,.;]+){0,3} to (?:[^\s\d,.;]+ ){0,2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex To();
}
