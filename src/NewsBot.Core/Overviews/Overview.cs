using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;

namespace NewsBot.Core.Overviews;

/// <summary>A topic in short, before any refusal.</summary>
/// <param name="Support">How likely it tells the topic, 0 to 1.</param>
/// <param name="Missing">A name of the topic that its best article does not have; null when it has all.</param>
/// <param name="Sentences">The most useful first; their numbers do not count.</param>
public sealed record Overview(double Support, string? Missing, IReadOnlyList<Citation> Sentences)
{
    // Further on, 'he' may be somebody else.
    private const int ReachOfPronouns = 400;

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
                if (PronounLed.IsMatch(sentence.Quote) && (before is null || sentence.Span.Start - before.Span.End > ReachOfPronouns))
                    continue;
                told.Add(sentence);
                before = sentence;
            }
        }

        return OverviewAnswer.Of(told.Count > 0 ? told : [.. Sentences.Take(count)]);
    }
}
