using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;

namespace NewsBot.Core.Overviews;

/// <summary>A topic in short, before any refusal.</summary>
/// <param name="Support">How likely it tells the topic, 0 to 1.</param>
/// <param name="Missing">A name of the topic that its best article does not have; null when it has all.</param>
/// <param name="Sentences">The most useful first; their numbers do not count.</param>
public sealed partial record Overview(double Support, string? Missing, IReadOnlyList<Citation> Sentences)
{
    // Further on, 'it' may be something else; 'he' is somebody else sooner.
    private const int ReachOfThings = 400;
    private const int ReachOfPersons = 5;

    /// <summary>The first sentences as an answer, before any check: those of one article in its order, so that its pronouns mean whom they meant there.</summary>
    /// <param name="count">The most sentences.</param>
    public Answer Tell(int count)
    {
        var told = new List<Citation>();
        foreach (var ofArticle in Sentences.Take(count).GroupBy(sentence => sentence.Revision.RevisionId))
        {
            Citation? before = null;
            foreach (var sentence in ofArticle.OrderBy(sentence => sentence.Span.Start))
            {
                if (ReachOf(sentence.Quote) is { } reach && (before is null || sentence.Span.Start - before.Span.End > reach))
                    continue;
                told.Add(sentence);
                before = sentence;
            }
        }

        return OverviewAnswer.Of(told.Count > 0 ? told : [.. Sentences.Take(count)]);
    }

    /// <summary>How far before it may stand what its pronouns mean; null when it begins with none.</summary>
    private static int? ReachOf(string sentence) => PersonFirst().IsMatch(sentence) ? ReachOfPersons : PronounLed.IsMatch(sentence) ? ReachOfThings : null;

    [GeneratedRegex(
        @"^(?:(?:And|But|So|Then|Now|However|Still|Later|Earlier|Also),? )?(?:(?:In|On|At|By|After|Before|During|Since|When|While|As|For|From)\b.{0,60}?\s)?(?:he|she)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PersonFirst();
}
