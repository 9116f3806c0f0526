using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answers.Training;

/// <summary>Fits the weights of the extractive composer to questions with known answers.</summary>
/// <param name="equals">Whether a short answer is one of those known.</param>
/// <param name="model">Reads whole articles; null to fit the weights for words alone.</param>
/// <remarks>
/// The sentence model is cross-fitted: support and short answers learn from replies to questions that the sentence weights had not seen. Give the
/// examples in the order of their dates, so that a fold is a stretch of time.
/// </remarks>
public sealed class ComposerTrainer(Func<string, IReadOnlyList<string>, bool> equals, IWindowReader? model = null)
{
    private const int Folds = 5;
    private const double SentenceRidge = 0.003;
    private const double SupportRidge = 0.002;
    private const double ShortRidge = 0.003;

    /// <summary>The most that a calibration moves log-odds, and how often that range is halved.</summary>
    private const double MaxShift = 5;
    private const int ShiftSteps = 40;

    /// <summary>The weight of a candidate of the wanted kind when the training questions are too few to learn it.</summary>
    private static readonly double[] SentencePriors = [.. Enumerable.Range(0, (int)SentenceFeature.Count).Select(
        feature => (SentenceFeature)feature is >= SentenceFeature.KindPerson and <= SentenceFeature.KindOther ? 3.0 : 0.0)];

    private readonly List<Example> examples = [];

    /// <summary>Takes an example.</summary>
    /// <param name="question">As analysed.</param>
    /// <param name="ranked">The passages found.</param>
    /// <param name="revisions">Their revisions.</param>
    /// <param name="rarity">How rare a term is.</param>
    /// <param name="known">What is known of the answer; null when the archive does not have it.</param>
    /// <param name="withheld">What would be right if the articles that hold it had not been taken away; null otherwise. A reply that has it from elsewhere teaches nothing.</param>
    /// <param name="isForRanking">Whether the sentence and short-answer models learn from it, too.</param>
    /// <param name="isCertain">Whether somebody says so that it is unanswerable; only such examples decide the threshold, where there are any.</param>
    /// <param name="set">Where it comes from.</param>
    public void Add(
        Question question, IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions, Func<string, double> rarity,
        KnownAnswer? known, KnownAnswer? withheld, bool isForRanking, bool isCertain, ExampleSet set)
    {
        var reader = new EvidenceReader(question, rarity, model);
        var candidates = reader.Read(ranked, revisions);
        var isRight = candidates.Select(candidate => known?.IsTold([candidate.Reading.Text]) == true).ToArray();
        examples.Add(new Example(question, reader, candidates, isRight, known, withheld, isForRanking, isCertain, set));
    }

    /// <summary>Fits the weights on all examples, and the thresholds on replies that the weights have not seen.</summary>
    /// <param name="refused">The share of replies to unanswerable examples that the support threshold is to refuse, 0 to 1.</param>
    /// <param name="shortPrecision">The share of shown short answers that is to be right, 0 to 1.</param>
    /// <param name="quoted">The share of them that may get quotations as 'not sure', 0 to 1; used with a model only.</param>
    public TrainingResult Train(double refused, double shortPrecision, double quoted)
    {
        var replies = new List<UnseenReply>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = FitSentences(examples.Index().Where(row => row.Index * Folds / examples.Count != fold).Select(row => row.Item));
            foreach (var example in examples.Index().Where(row => row.Index * Folds / examples.Count == fold).Select(row => row.Item))
            {
                var ordered = ExtractiveComposer.Order(example.Candidates, weights);
                var probabilities = ExtractiveComposer.Softmax(ordered);
                var selection = ReplySelection.Of(ordered, said: []);
                if (selection.Candidates.Count > 0)
                    replies.Add(new UnseenReply(example, ordered, probabilities, selection, ShortAnswerFinder.Find(example.Question, ordered, probabilities)));
            }
        }

        var shorts = replies.Where(reply => reply.Example is { IsForRanking: true, Known.Answers.Count: > 0 })
            .Select(reply => (reply.Shorts, IsRight: reply.Shorts.Select(candidate => equals(candidate.Text, reply.Example.Known!.Answers)).ToArray()))
            .ToList();
        var shortWeights = LinearTrainer.FitRanking(
            [.. shorts.Select(row => (row.Shorts.Select(candidate => candidate.Features).ToArray(), row.IsRight))], ShortRidge, new double[(int)ShortFeature.Count]);
        replies.RemoveAll(reply => reply.Example.Withheld?.IsTold([.. reply.Selection.Sentences.Select(sentence => sentence.Text)]) == true);
        var support = replies.ConvertAll(reply =>
        {
            var example = reply.Example;
            _ = ShortAnswerFinder.Best(reply.Shorts, shortWeights, out var confidence);
            return (
                Features: (double[])[
                    .. SupportEvidence.Of(example.Question, example.Reader, reply.Ordered, reply.Selection.Candidates, reply.Probabilities, confidence),
                    .. reply.Selection.Candidates[0].Features],
                IsRight: example.Known?.IsTold([.. reply.Selection.Sentences.Select(sentence => sentence.Text)]) == true,
                IsAnswerable: example.Known is not null,
                example.IsCertain,
                example.Set);
        });
        if (model is null)
        {
            // By words alone the features of the first sentence add nothing that the others do not say.
            support = support.ConvertAll(row => row with { Features = row.Features[..(int)SupportFeature.Count] });
        }

        var sizes = support.CountBy(row => row.Set.Archive).ToDictionary();
        var supportWeights = LinearTrainer.FitLogistic(
            [.. support.Select(row => row.Features)],
            [.. support.Select(row => row.IsRight)],
            [.. support.Select(row => 1.0 / (sizes.Count * sizes[row.Set.Archive]))],
            SupportEvidence.Signs,
            SupportRidge);
        var calibrating = support.FindAll(row => row.Set.IsCalibrating);
        supportWeights[(int)SupportFeature.Constant] += Shift(
            [.. calibrating.Select(row => AnswerModel.Dot(supportWeights, row.Features))], calibrating.Count(row => row.IsRight));
        var hasCertain = support.Exists(row => row.IsCertain);
        var negatives = support.Where(row => hasCertain ? row.IsCertain : !row.IsAnswerable).Select(row => Probability(supportWeights, row.Features)).Order().ToList();
        var threshold = Quantile(negatives, refused) ?? 0.5;
        var answered = support.Where(row => row.IsAnswerable && Probability(supportWeights, row.Features) >= threshold).ToList();
        return new TrainingResult
        {
            Model = new AnswerModel
            {
                Sentence = FitSentences(examples),
                Support = supportWeights[..(int)SupportFeature.Count],
                FirstSentence = model is null ? new double[(int)SentenceFeature.Count] : supportWeights[(int)SupportFeature.Count..],
                Short = shortWeights,
                SupportThreshold = threshold,
                UnsureThreshold = model is null ? Math.Min(threshold, AnswerModel.Default.UnsureThreshold) : Quantile(negatives, refused - quoted) ?? threshold,

                // Measured apart, on searches within a few articles; a probability means the same under other weights.
                ScopedSupportThreshold = model is null ? Math.Max(threshold, AnswerModel.Default.ScopedSupportThreshold) : threshold,
                ShortThreshold = ShortThreshold(shortWeights, shorts, shortPrecision),
            },
            Replies = support.Count(row => row.IsAnswerable),
            RightReplies = support.Count(row => row.IsRight),
            Answered = answered.Count,
            RightAnswered = answered.Count(row => row.IsRight),
            Unanswerable = negatives.Count,
        };
    }

    /// <summary>The value below which a share of the values lies; null when there are none.</summary>
    /// <param name="ordered">Ascending.</param>
    /// <param name="share">0 or less for the first.</param>
    private static double? Quantile(List<double> ordered, double share) =>
        ordered.Count == 0 ? null : ordered[(int)Math.Clamp(share * ordered.Count, 0, ordered.Count - 1)];

    /// <summary>Sentence weights; only the examples meant for ranking teach.</summary>
    private static double[] FitSentences(IEnumerable<Example> examples) => LinearTrainer.FitRanking(
        [.. examples.Where(example => example.IsForRanking).Select(example => (example.Candidates.Select(candidate => candidate.Features).ToArray(), example.IsRight))],
        SentenceRidge,
        SentencePriors);

    /// <summary>What to add to log-odds for their probabilities to sum to the number of those that are right; 0 where that is none or all.</summary>
    private static double Shift(double[] logOdds, int right)
    {
        if (right == 0 || right == logOdds.Length)
            return 0;
        var (low, high) = (-MaxShift, MaxShift);
        for (var step = 0; step < ShiftSteps; step++)
        {
            var middle = (low + high) / 2;
            if (logOdds.Sum(odds => 1 / (1 + Math.Exp(-odds - middle))) < right)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private static double Probability(double[] weights, double[] features) => 1 / (1 + Math.Exp(-AnswerModel.Dot(weights, features)));

    /// <summary>The lowest confidence from which on the wanted share of short answers is right.</summary>
    private static double ShortThreshold(
        double[] weights, IReadOnlyList<(IReadOnlyList<ShortAnswerFinder.Candidate> Candidates, bool[] IsRight)> shorts, double precision)
    {
        var outcomes = new List<(double Confidence, bool IsRight)>();
        foreach (var (candidates, isRight) in shorts)
        {
            if (ShortAnswerFinder.Best(candidates, weights, out var confidence) is { } best)
                outcomes.Add((confidence, isRight[candidates.Index().First(row => ReferenceEquals(row.Item, best)).Index]));
        }

        outcomes.Sort((a, b) => b.Confidence.CompareTo(a.Confidence));
        double threshold = 1;
        var right = 0;
        for (var i = 0; i < outcomes.Count; i++)
        {
            right += outcomes[i].IsRight ? 1 : 0;
            if (i >= 20 && (double)right / (i + 1) >= precision)
                threshold = outcomes[i].Confidence;
        }

        return threshold;
    }

    /// <summary>A reply to an example by weights that have not seen it.</summary>
    private sealed record UnseenReply(
        Example Example, List<SentenceCandidate> Ordered, double[] Probabilities, ReplySelection Selection, IReadOnlyList<ShortAnswerFinder.Candidate> Shorts);

    private sealed record Example(
        Question Question, EvidenceReader Reader, List<SentenceCandidate> Candidates, bool[] IsRight,
        KnownAnswer? Known, KnownAnswer? Withheld, bool IsForRanking, bool IsCertain, ExampleSet Set);
}

/// <summary>What is known of the answer to an example.</summary>
/// <param name="Answers">Short answers, any of them right; empty where only sentences are known.</param>
/// <param name="IsTold">Whether some sentences tell the answer.</param>
public sealed record KnownAnswer(IReadOnlyList<string> Answers, Func<IReadOnlyList<string>, bool> IsTold);

/// <summary>Where an example comes from.</summary>
/// <param name="Archive">The number of the archive that it is asked of; in the support model all archives count alike, however many examples they have.</param>
/// <param name="IsCalibrating">Whether a probability is to be the share of right replies among examples like this one.</param>
public sealed record ExampleSet(int Archive, bool IsCalibrating);
