using System.Numerics;
using System.Text.RegularExpressions;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Questions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Replies;

/// <summary>
/// What may be a cause, beside its event and without a word for a cause: 'The bridge was closed on Wednesday. Inspectors had found rust in its cables.' The two are told
/// together. Nothing of it stands in front as the cause, since 'all passengers had been rescued' stands beside an event in just the same way.
/// </summary>
/// <param name="Event">The sentence that tells what happened.</param>
/// <param name="Cause">The sentence of the same article that tells why, as far as the reader can tell.</param>
internal sealed partial record NearbyCause(SentenceCandidate Event, SentenceCandidate Cause)
{
    /// <summary>The share of the question's words that a sentence has to hold to tell of the event.</summary>
    private const double LeastOfEvent = 0.5;

    /// <summary>What the share of the question's words in the title counts beside what the reader thinks.</summary>
    private const double WeightOfTitle = 2;

    /// <summary>The cause; null without a reader, where no article tells of the event, and where it says that the cause is not known.</summary>
    /// <remarks>In English only where it is asked what caused something: the composer knows better than this rule why people did something.</remarks>
    public static NearbyCause? Of(Question question, Composition composition)
    {
        if (!AsksForAccident().IsMatch(question.Text) && !CharacterClasses.HasCyrillic(question.Text))
            return null;
        var terms = question.Terms.Count(term => !CauseClause.IsOfCauses(term.Text));
        var told = composition.Read.Where(candidate => candidate.Judgement is not null && IsOfEvent(candidate)).ToList();
        if (told.Count == 0 || composition.Chosen.Count == 0)
            return null;

        // Of two fires, the articles that hold most of the question tell of the one that is asked about.
        var most = told.Max(candidate => BitOperations.PopCount(candidate.MatchedNearby));
        var events = composition.Read.Where(candidate => BitOperations.PopCount(candidate.MatchedNearby) == most).ToList();
        var sentences = composition.Read.Where(candidate => events.Exists(other => IsBeside(other, candidate))).ToList();
        if (sentences.Exists(candidate => CauseClause.SaysUnknown(candidate.Reading.Text)))
            return null;
        var beside = sentences.Where(candidate => candidate.Judgement is not null && !IsOfEvent(candidate)).OrderByDescending(Relevance).ToList();
        if (beside is not [var best, ..])
            return null;
        return new NearbyCause(told.Find(other => IsBeside(other, best)) ?? told[0], best);

        bool IsOfEvent(SentenceCandidate candidate) => BitOperations.PopCount(candidate.Matched) >= LeastOfEvent * terms;
    }

    /// <summary>The reply with the event and its cause in front.</summary>
    /// <param name="composition">The reply.</param>
    /// <param name="causeFirst">Whether the cause stands before the event.</param>
    public Composition InFront(Composition composition, bool causeFirst) =>
        ReplyArranger.InFront(composition, causeFirst ? [Cite(Cause), Cite(Event)] : [Cite(Event), Cite(Cause)]) with
        {
            UnsureSentences = ExtractiveComposer.MaxUnsureSentences,
            CandidateShort = null,
            ShortConfidence = 0,
            LacksCause = true,
        };

    /// <summary>Where a sentence stands, without a number.</summary>
    public static Citation Cite(SentenceCandidate candidate) => new(1, candidate.Reading.Revision, candidate.Reading.Span);

    private static bool IsBeside(SentenceCandidate told, SentenceCandidate other) => other.Reading.Revision.RevisionId == told.Reading.Revision.RevisionId;

    private static double Relevance(SentenceCandidate candidate) =>
        candidate.Judgement!.Value.Relevance + (WeightOfTitle * candidate.Features[(int)SentenceFeature.Title]);

    /// <summary>'What caused the fire', 'how did the fire start', 'what made the roof fall', 'what was the reason for the delay'.</summary>
    [GeneratedRegex(
        @"\b(?:caus|led to|trigger|spark)\w*\b|^how (?:did|do|does|could)\b"
        + @"|^what (?:made|makes) .{1,60}\b(?:fall|collapse|crash|sink|burn|explode|derail|fail|stop|break|leak|overturn|flood)\b"
        + @"|\breasons? (?:for|behind|of) (?:\S+ ){0,4}?(?:fires?|blaze|explosion|blast|crash|collision|accident|derailment|collapse|flood(?:ing)?|leak|spill|blackout|outage"
        + @"|delays?|failure|sinking|landslide|avalanche|power cut)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AsksForAccident();
}
