using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;

namespace NewsBot.Core.Replies;

/// <summary>What two say on one subject, side by side.</summary>
public static class ComparedAnswers
{
    /// <summary>The most sentences of each, when both are sure.</summary>
    private const int MaxSentences = 2;

    /// <summary>One reply of two.</summary>
    /// <param name="first">What the first says: a checked answer with sentences, and what it was made from.</param>
    /// <param name="second">The same for the second.</param>
    /// <returns>
    /// Sure only when both are; otherwise one quotation of each, with the sentences that its pronouns refer to. A sentence that has the words of both stands once. As likely
    /// right as the less likely one.
    /// </returns>
    public static (Answer Answer, Composition Composition) Join((Answer Answer, Composition Composition) first, (Answer Answer, Composition Composition) second)
    {
        var isUnsure = first.Answer.IsUnsure || second.Answer.IsUnsure;
        var (sentences, citations) = (new List<AnswerSentence>(), new List<Citation>());
        foreach (var (answer, composition) in (ReadOnlySpan<(Answer, Composition)>)[first, second])
        {
            foreach (var sentence in answer.Sentences.Take(Math.Max(isUnsure ? 1 : MaxSentences, composition.LeadSentences)))
            {
                if (sentences.Exists(kept => kept.Text == sentence.Text))
                    continue;
                var offset = citations.Count;
                citations.AddRange(sentence.Citations.Select((number, index) => answer.Citations[number - 1] with { Number = offset + index + 1 }));
                sentences.Add(sentence with { Citations = [.. Enumerable.Range(offset + 1, sentence.Citations.Count)] });
            }
        }

        var both = CitationCheck.Apply(new Answer { Sentences = sentences, Citations = citations, IsUnsure = isUnsure });
        return (both, first.Composition with
        {
            Candidate = both,
            CandidateShort = null,
            LeadSentences = both.Sentences.Count,
            Support = Math.Min(first.Composition.Support, second.Composition.Support),
        });
    }
}
