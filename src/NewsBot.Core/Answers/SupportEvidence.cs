using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answers;

/// <summary>Says of a reply what speaks for the archive supporting it.</summary>
internal static class SupportEvidence
{
    /// <summary>By <see cref="SupportFeature"/>.</summary>
    public static double[] Of(
        Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> chosen, double[] probabilities, IReadOnlyList<RankedPassage> ranked)
    {
        var features = new double[(int)SupportFeature.Count];
        features[(int)SupportFeature.Constant] = 1;
        if (chosen.Count == 0)
            return features;
        void Set(SupportFeature feature, double value) => features[(int)feature] = value;

        var first = chosen[0];
        var passage = ranked[first.PassageRank];
        var reply = chosen.Aggregate(0UL, (all, candidate) => all | candidate.Matched);
        var isPlain = question.Kind is not (AnswerKind.Other or AnswerKind.Reason or AnswerKind.Manner or AnswerKind.Statement) || question.FocusKinds != default;
        var fit = first.Spans.Count == 0 ? 0 : first.Spans.Max(span => span.Fit);
        var replyFit = chosen.Max(candidate => candidate.Spans.Count == 0 ? 0 : candidate.Spans.Max(span => span.Fit));
        Set(SupportFeature.Coverage, reader.Share(first.Matched));
        Set(SupportFeature.ReplyCoverage, reader.Share(reply));
        Set(SupportFeature.PassageCoverage, reader.Share(first.MatchedNearby));
        Set(SupportFeature.NameCoverage, reader.NameShare(first.MatchedNearby));
        Set(SupportFeature.HeaviestMissing, reader.HeaviestMissing(first.MatchedNearby));
        Set(SupportFeature.HeaviestMissingInReply, reader.HeaviestMissing(reply));
        Set(SupportFeature.KindFit, fit);
        Set(SupportFeature.HasPlainKind, isPlain ? 1 : 0);
        Set(SupportFeature.LacksPlainKind, isPlain && replyFit < 0.5 ? 1 : 0);
        Set(SupportFeature.TopProbability, probabilities[0]);
        Set(SupportFeature.PassageShare, passage.Share);
        Set(SupportFeature.ArticleShare, passage.ArticleShare);
        Set(SupportFeature.TitleShare, passage.TitleShare);
        Set(SupportFeature.IsOfTheMoment, question.IsOfTheMoment ? 1 : 0);
        Set(SupportFeature.RecencyOfTheMoment, question.IsOfTheMoment ? passage.Recency : 0);
        Set(SupportFeature.Pairs, first.Features[(int)SentenceFeature.Pairs]);
        Set(SupportFeature.Density, first.Features[(int)SentenceFeature.Density]);
        Set(SupportFeature.HasFocus, first.Features[(int)SentenceFeature.HasFocus]);
        return features;
    }
}
