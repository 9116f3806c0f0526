using System.Text.RegularExpressions;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Whether a stretch of a sentence may stand in front of an answer by itself. What may not is still quoted with its sentence.</summary>
internal static partial class BareAnswer
{
    /// <summary>Below it a stretch is of another kind than what is asked for.</summary>
    private const double LeastFit = 0.3;

    /// <summary>The stretch as it stands in front, without a comma or colon at its end.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="candidate">The best stretch; null when there is none.</param>
    /// <returns>
    /// Null for a stretch that only repeats the question, that points back ('that shortage'), that is of another kind (a share where an amount is asked for),
    /// and for a question of yes or no.
    /// </returns>
    public static string? Of(Question question, ShortAnswerFinder.Candidate? candidate) =>
        candidate is not null && StandsAlone(question, candidate) ? candidate.Text.TrimEnd(',', ';', ':') : null;

    private static bool StandsAlone(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind != AnswerKind.Whether && SaysMore(question, candidate) && !PointsBack().IsMatch(candidate.Text) && IsOfTheKind(question, candidate);

    private static bool SaysMore(Question question, ShortAnswerFinder.Candidate candidate)
    {
        var words = candidate.Sentence.Reading.Terms.Where(term => term.Start < candidate.Span.End && term.End > candidate.Span.Start && !term.IsStopWord).ToList();
        return words.Count == 0 || words.Exists(word => !question.Terms.Any(asked => asked.Text == word.Text));
    }

    private static bool IsOfTheKind(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind is AnswerKind.Other or AnswerKind.Statement or AnswerKind.Manner or AnswerKind.Reason
        || candidate.Sentence.Spans.Any(span => span.Fit >= LeastFit && span.Span.Overlaps(candidate.Span));

    [GeneratedRegex(@"^(?:that|this|these|those|such|so)(?:\s+\S+){0,2}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PointsBack();
}
