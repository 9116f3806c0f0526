using System.Text.RegularExpressions;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>Finds the items that a question for several asks for: 'Ghana, Kenya and Peru' for 'which countries'. English.</summary>
internal static partial class ListedItems
{
    /// <summary>From this fit on, a stretch is one of the things that are asked for.</summary>
    private const double LeastFit = 0.8;

    /// <summary>The whole list that the best short answer belongs to, in the reply's best sentence.</summary>
    /// <returns>Null when one thing is asked for, or when the sentence lists nothing.</returns>
    public static string? Of(Question question, Composition composition)
    {
        if (composition.Chosen.Count == 0 || composition.CandidateShort is not { } best || !AsksForSeveral().IsMatch(question.Text))
            return null;
        var reading = composition.Chosen[0].Reading;
        var items = composition.Chosen[0].Spans.Where(span => span.Fit >= LeastFit).Select(span => span.Span)
            .OrderBy(span => span.Start).ThenByDescending(span => span.End).ToList();
        for (var first = 0; first < items.Count;)
        {
            var list = items[first];
            var count = 1;
            var next = first + 1;
            for (; next < items.Count; next++)
            {
                if (list.Contains(items[next]))
                    continue;
                if (items[next].Start < list.End || !Joint().IsMatch(reading.Body[list.End..items[next].Start]))
                    break;
                list = new TextSpan(list.Start, items[next].End);
                count++;
            }

            if (count > 1 && list.In(reading.Body) is var text && text.Contains(best, StringComparison.Ordinal))
                return text;
            first = next;
        }

        return null;
    }

    /// <summary>Whether a list is demanded, so that one thing alone is no answer: 'list the winners'.</summary>
    public static bool IsDemanded(Question question) => Demands().IsMatch(question.Text);

    [GeneratedRegex(@"^(?:list|name all)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Demands();

    [GeneratedRegex(
        @"\b(?:which|what) (?:(?:other|two|three|four|five|new|big|main)\s)?(?:\p{L}+ ){0,2}(?:\p{L}{2,}(?<!s)s|people|men|women)\b (?!is\b|was\b|has\b|does\b)"
        + @"|\bwho (?:are|were|all)\b"
        + @"|^(?:name|list)\b|\bwhat (?:are|were) the\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForSeveral();

    [GeneratedRegex(@"^(?:, ?(?:and |or )?| and | or | as well as )(?:the )?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Joint();
}
