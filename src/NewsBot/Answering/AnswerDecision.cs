using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>The step 'check' of a composed answer: decides whether it is given, and compares it with what it cites.</summary>
internal sealed class AnswerDecision(AnswerModel model)
{
    /// <summary>The most sentences that are quoted when none is sure to answer; the sentences that a pronoun of the best one refers to may be more.</summary>
    public const int MaxUnsureQuotations = 2;

    /// <summary>The share of the weight of a conversation's words that a passage has to hold to count as more on its subject.</summary>
    private const double LeastCoverageOfMore = 0.3;

    /// <summary>
    /// How far beyond the threshold, as a share of what is left to certainty, a reply to 'why' without a cause has to be. Only every second of those beyond the threshold
    /// alone was right, questions with a false premise among them.
    /// </summary>
    private const double MoreWithoutCause = 0.4;

    /// <summary>The answer when it is likely enough to be right, else the refusal.</summary>
    public Answer Decide(Composition composition, double threshold)
    {
        using var step = Instruments.Step("decide");
        var least = composition.LacksCause ? threshold + (MoreWithoutCause * (1 - threshold)) : threshold;
        return composition.Support >= least ? Check(composition) : new Answer { Refusal = composition.Refusal };
    }

    /// <summary>The answer to 'more' when it is about the subject; there is no question that it has to answer.</summary>
    public Answer DecideMore(Composition composition) =>
        composition.Candidate.IsSupported && composition.SupportFeatures[(int)SupportFeature.PassageCoverage] >= LeastCoverageOfMore
            ? Check(composition)
            : new Answer { Refusal = new Refusal(RefusalKind.NothingMore) };

    /// <summary>As <see cref="Decide"/>; a sentence that was just said does not answer 'why?'.</summary>
    public Answer DecideNew(Composition composition, FollowUp followUp, double threshold)
    {
        var answer = Decide(composition, threshold);
        if (followUp is { HasOwnWords: true } or { LeansOn: null } || !answer.IsSupported || answer.Short is not null)
            return answer;
        var isNew = HasNews(answer, followUp.LeansOn);
        var hasKind = composition.SupportFeatures[(int)SupportFeature.HasPlainKind] > composition.SupportFeatures[(int)SupportFeature.LacksPlainKind];
        return isNew || hasKind ? answer : new Answer { Refusal = new Refusal(RefusalKind.NotSaid) };
    }

    /// <summary>The best sentences of a reply that is not sure, when it is likely enough to be of use; else the refusal.</summary>
    /// <remarks>A follow-up such as 'why?' does not get the sentence again that it asks about.</remarks>
    public Answer DecideUnsure(Composition composition, Answer refused, FollowUp? followUp = null)
    {
        if (!(composition.Support >= model.UnsureThreshold) || refused.Refusal?.Kind != RefusalKind.NotSaid)
            return refused;
        var candidate = composition.Candidate;
        var count = Math.Max(MaxUnsureQuotations, composition.LeadSentences);
        var quoted = CitationCheck.Apply(candidate with { Sentences = [.. candidate.Sentences.Take(count)], IsUnsure = true, Verdict = null });
        var repeats = followUp is { HasOwnWords: false, LeansOn: { } before } && !HasNews(quoted, before);
        return quoted.Tier == AnswerTier.Unsure && !repeats ? quoted with { Refusal = refused.Refusal } : refused;
    }

    /// <summary>A sure answer as quotations that may answer, where something beside the archive makes it less sure.</summary>
    public static Answer AsUnsure(Answer answer) => !answer.IsSupported ? answer : CitationCheck.Apply(answer with
    {
        Sentences = [.. answer.Sentences.Take(MaxUnsureQuotations)],
        Short = null,
        Verdict = null,
    }) with
    { IsUnsure = true, IsOverview = false, Refusal = new Refusal(RefusalKind.NotSaid) };

    /// <summary>Whether an answer cites a passage that the turn did not.</summary>
    private static bool HasNews(Answer answer, Turn before) => answer.Citations.Any(citation => !before.Citations.Any(said =>
        said.RevisionId == citation.Revision.RevisionId && citation.Span.Overlaps(new TextSpan(said.Start, said.End))));

    /// <summary>Whether a question asks for a name, a day or a number, which can be recognised in a sentence.</summary>
    public static bool IsPlain(Question question) =>
        question.Kind is not (AnswerKind.Other or AnswerKind.Reason or AnswerKind.Manner or AnswerKind.Statement or AnswerKind.Definition or AnswerKind.Whether);

    private Answer Check(Composition composition)
    {
        var shown = composition.ShortConfidence >= model.ShortThreshold ? composition.CandidateShort : null;
        var answer = CitationCheck.Apply(composition.Candidate with { Short = shown });
        return answer.IsSupported ? answer : new Answer { Refusal = answer.Refusal };
    }
}
