using System.Text.RegularExpressions;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Whether a stretch of a sentence may stand in front of an answer by itself. What may not is still quoted with its sentence.</summary>
internal static partial class BareAnswer
{
    /// <summary>Below it a stretch is of another kind than what is asked for.</summary>
    private const double LeastFit = 0.3;

    /// <summary>The stretch as it stands in front, with the rest of its numbers and without a comma or colon at its end.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="candidate">The best stretch; null when there is none.</param>
    /// <param name="reply">The sentences of the reply.</param>
    /// <returns>
    /// A surname is given as the full name that the reply has for it, an age as its number. Null for a stretch that only repeats the question, that points back
    /// ('that shortage'), that the sentence puts aside, that is of another kind (a share where an amount is asked for, no number where 'скільки' is asked), for a question of
    /// yes or no, and for what somebody said, which a part of the sentence tells badly.
    /// </returns>
    public static string? Of(Question question, ShortAnswerFinder.Candidate? candidate, IReadOnlyList<ReplySentence> reply)
    {
        if (candidate is null || !StandsAlone(question, candidate))
            return null;
        var text = WholeAmount.Widen(candidate.Sentence.Reading, candidate.Span).In(candidate.Sentence.Reading.Body).TrimEnd(',', ';', ':');
        if (!WholeAmount.Suits(question.Text, text))
            return null;
        return question.Kind switch
        {
            AnswerKind.Person => FullName(text, reply) ?? text,
            AnswerKind.Age when Years().Match(text) is { Success: true } years => years.Groups["number"].Value,
            _ => text,
        };
    }

    /// <summary>The longer name that ends with a name of one word; null when the reply has none, or several.</summary>
    private static string? FullName(string name, IReadOnlyList<ReplySentence> reply)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
            return null;
        var longer = reply
            .SelectMany(sentence => sentence.Reading.Names.Select(found => found.Span.In(sentence.Reading.Body)))
            .Where(found => found.EndsWith($" {name}", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return longer.Count == 1 ? longer[0] : null;
    }

    private static bool StandsAlone(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind is not (AnswerKind.Whether or AnswerKind.Statement)
        && !IsPutAside(candidate)
        && SaysMore(question, candidate)
        && !PointsBack().IsMatch(candidate.Text)
        && IsOfTheKind(question, candidate);

    /// <summary>Whether the stretch is what the sentence corrects: '12' of 'the toll is 15, not 12 as we reported'.</summary>
    private static bool IsPutAside(ShortAnswerFinder.Candidate candidate)
    {
        var (body, span) = (candidate.Sentence.Reading.Body, candidate.Sentence.Reading.Span);
        return PutAside().IsMatch(body.AsSpan(span.Start, candidate.Span.Start - span.Start))
            && ToldBefore().IsMatch(body.AsSpan(candidate.Span.End, span.End - candidate.Span.End));
    }

    private static bool SaysMore(Question question, ShortAnswerFinder.Candidate candidate)
    {
        var words = candidate.Sentence.Reading.Terms.Where(term => term.Start < candidate.Span.End && term.End > candidate.Span.Start && !term.IsStopWord).ToList();
        return words.Count == 0 || words.Exists(word => !question.Terms.Any(asked => asked.Text == word.Text));
    }

    private static bool IsOfTheKind(Question question, ShortAnswerFinder.Candidate candidate) =>
        question.Kind is AnswerKind.Other or AnswerKind.Manner or AnswerKind.Reason
        || candidate.Sentence.Spans.Any(span => span.Fit >= LeastFit && span.Span.Overlaps(candidate.Span));

    [GeneratedRegex(@",? (?:and )?not (?:[^\s,.;:]+ ){0,4}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PutAside();

    [GeneratedRegex(
        @"^[^.;:]{0,40}\bas (?:we |was |had been |previously |earlier |first |originally |initially |reported|published|stated|announced|claimed|thought|said)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ToldBefore();

    [GeneratedRegex(@"^(?:that|this|these|those|such|so)(?:\s+\S+){0,2}$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3})(?:[-\u2010\u2011 ]years?(?:[-\u2010\u2011 ]old)?|[-\u2010\u2011]year)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Years();
}
