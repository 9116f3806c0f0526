using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Replies;

/// <summary>Leaves out of a reply to 'what did X say' what is not X's: beside X's words, a sentence without a speaker would pass for them.</summary>
internal static class SpokenWords
{
    /// <summary>The reply without such sentences behind the best one; null for another question, where X says nothing in it, and where all may stay.</summary>
    public static Composition? Of(Question question, Composition composition)
    {
        var speaker = AnswerFit.SpeakerOf(question);
        if (speaker.Count == 0 || !composition.Chosen.Any(candidate => AnswerFit.IsSpeaker(speaker, candidate.Reading)))
            return null;
        var others = composition.Chosen.Where(candidate => !AnswerFit.MaySpeak(speaker, candidate.Reading) && !AnswerFit.IsSpeaker(speaker, candidate.Reading)).ToList();
        var citations = ReplyArranger.CitationsOf(composition.Candidate).ToList();
        var kept = new List<Citation>();
        var isOthers = false;
        for (var i = citations.Count - 1; i >= 0; i--)
        {
            // A sentence that only explains a pronoun goes with the one behind it.
            if (IsOf(composition.Chosen, citations[i]))
                isOthers = IsOf(others, citations[i]);
            if (!isOthers || i < composition.LeadSentences)
                kept.Insert(0, citations[i]);
        }

        return kept.Count == citations.Count ? null : ReplyArranger.Tell(composition, kept) with { UnsureSentences = Math.Min(composition.UnsureSentences, kept.Count) };
    }

    private static bool IsOf(IEnumerable<SentenceCandidate> candidates, Citation citation) =>
        candidates.Any(candidate => candidate.Reading.Revision.RevisionId == citation.Revision.RevisionId && candidate.Reading.Span.Overlaps(citation.Span));
}
