using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Says of a reply what speaks for the archive supporting it.</summary>
internal static class SupportEvidence
{
    /// <summary>Rarity that counts as two thirds of very much: about one rare word, or two plain ones.</summary>
    private const double EvidenceScale = 6;

    /// <summary>The share of a question's weight that may be missing: a light word's.</summary>
    private const double NextToNothing = 0.1;

    /// <summary>Per feature 1 when more of it can only speak for the reply, -1 when only against, 0 when either.</summary>
    public static IReadOnlyList<int> Signs { get; } = [.. Enumerable.Range(0, (int)SupportFeature.Count).Select(feature => (SupportFeature)feature switch
    {
        SupportFeature.Constant or SupportFeature.HasPlainKind or SupportFeature.IsOfTheMoment or >= SupportFeature.Relevance => 0,
        SupportFeature.HeaviestMissing or SupportFeature.LacksPlainKind => -1,
        _ => 1,
    })];

    /// <summary>By <see cref="SupportFeature"/>.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="reader">What the candidates were read with.</param>
    /// <param name="ordered">All candidates, best first.</param>
    /// <param name="chosen">Those of the reply.</param>
    /// <param name="probabilities">Of all candidates, in their order.</param>
    /// <param name="shortConfidence">How sure the short answer is, 0 to 1.</param>
    public static double[] Of(
        Question question, EvidenceReader reader, IReadOnlyList<SentenceCandidate> ordered, IReadOnlyList<SentenceCandidate> chosen, double[] probabilities,
        double shortConfidence)
    {
        var features = new double[(int)SupportFeature.Count];
        features[(int)SupportFeature.Constant] = 1;
        if (chosen.Count == 0)
            return features;
        void Set(SupportFeature feature, double value) => features[(int)feature] = value;

        var first = chosen[0];
        var passage = reader.Passages[first.PassageRank];
        var nearby = chosen
            .Where(candidate => candidate.Reading.Revision.RevisionId == first.Reading.Revision.RevisionId)
            .Aggregate(0UL, (all, candidate) => all | candidate.MatchedNearby);
        var isPlain = question.Kind is not (AnswerKind.Other or AnswerKind.Reason or AnswerKind.Manner or AnswerKind.Statement or AnswerKind.Whether)
            || question.FocusKinds != default;
        var replyFit = chosen.Max(candidate => candidate.Spans.Count == 0 ? 0 : candidate.Spans.Max(span => span.Fit));
        Set(SupportFeature.PassageCoverage, reader.Share(nearby));
        Set(SupportFeature.HeaviestMissing, reader.HeaviestMissing(nearby));
        Set(SupportFeature.HasPlainKind, isPlain ? 1 : 0);
        Set(SupportFeature.LacksPlainKind, isPlain && replyFit < 0.5 ? 1 : 0);
        Set(SupportFeature.FullyCovered, reader.HeaviestMissing(nearby) <= NextToNothing && !(isPlain && replyFit < 0.5) ? 1 : 0);
        Set(SupportFeature.TopProbability, probabilities[0]);
        Set(SupportFeature.ReplyProbability, chosen.Sum(candidate => Math.Exp(candidate.Score - first.Score)) * probabilities[0]);
        Set(SupportFeature.ShortConfidence, shortConfidence);
        Set(SupportFeature.Evidence, 1 - Math.Exp(-reader.Rarity(nearby) / EvidenceScale));
        Set(SupportFeature.TitleShare, passage.TitleShare);
        Set(SupportFeature.IsOfTheMoment, question.IsOfTheMoment ? 1 : 0);
        Set(SupportFeature.RecencyOfTheMoment, question.IsOfTheMoment ? passage.Recency : 0);
        Set(SupportFeature.Pairs, first.Features[(int)SentenceFeature.Pairs]);
        Set(SupportFeature.Density, first.Features[(int)SentenceFeature.Density]);
        Set(SupportFeature.HasFocus, first.Features[(int)SentenceFeature.HasFocus]);
        if (first.Judgement is not { } judged)
            return features;
        Set(SupportFeature.ArticleShare, passage.ArticleShare);
        Set(SupportFeature.Relevance, judged.Relevance / 10);
        Set(SupportFeature.AnswerMargin, judged.Margin / 10);
        Set(SupportFeature.WindowHolds, first.Features[(int)SentenceFeature.WindowHolds] / 10);
        Set(SupportFeature.AnyRelevance, LogSum(ordered.Select(candidate => candidate.Features[(int)SentenceFeature.Relevance])) / 10);
        Set(SupportFeature.BestMargin, ordered.Max(candidate => candidate.Features[(int)SentenceFeature.AnswerMargin]) / 10);
        Set(SupportFeature.BestWindowHolds, ordered.Max(candidate => candidate.Features[(int)SentenceFeature.WindowHolds]) / 10);
        return features;
    }

    /// <summary>The logarithm of the sum of exponentials.</summary>
    private static double LogSum(IEnumerable<double> values) => values.Aggregate((a, b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b))));
}
