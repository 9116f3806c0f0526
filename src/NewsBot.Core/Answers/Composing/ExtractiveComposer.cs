using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Makes a reply of one to four sentences, word for word from the archive, most useful first.</summary>
/// <param name="model">The weights; those that were fitted with a reader where there is one.</param>
/// <param name="reader">Reads whole articles; null to read the passages found, by their words alone.</param>
public sealed class ExtractiveComposer(AnswerModel model, IWindowReader? reader = null)
{
    /// <summary>The most UTF-16 units of all sentences together.</summary>
    public const int MaxLength = 600;

    /// <summary>The most sentences.</summary>
    public const int MaxSentences = 4;

    /// <summary>The most sentences that are quoted of a reply that is not sure; what their pronouns refer to may be more.</summary>
    public const int MaxUnsureSentences = 2;

    /// <summary>The revisions that the composer reads, each once, in their order.</summary>
    /// <param name="ranked">Passages, best first.</param>
    /// <param name="reader">Reads whole articles; null where the passages are read.</param>
    public static IReadOnlyList<long> RevisionsToRead(IReadOnlyList<RankedPassage> ranked, IWindowReader? reader) => reader is null
        ? QuestionSearch.RevisionsOf(ranked, EvidenceReader.MaxPassages)
        : [.. QuestionSearch.BestOfEachArticle(ranked).Take(ArticleWindows.MaxArticles).Select(passage => passage.RevisionId)];

    /// <summary>Chooses the sentences that answer a question, and estimates whether they do.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="ranked">Best first.</param>
    /// <param name="revisions">The revisions that <see cref="RevisionsToRead"/> names.</param>
    /// <param name="rarity">How rare a term is in the archive, 0 or more.</param>
    /// <param name="said">The passages that were quoted already and must not be quoted again; null for none.</param>
    /// <param name="isStrict">Whether only sentences that have what is asked for, of what is asked about, may answer; for evidence that is all on the subject.</param>
    public Composition Compose(
        Question question, IReadOnlyList<RankedPassage> ranked, IReadOnlyDictionary<long, ArticleRevision> revisions, Func<string, double> rarity,
        IReadOnlyList<CitedPassage>? said = null, bool isStrict = false)
    {
        var evidence = new EvidenceReader(question, rarity, reader);
        var candidates = evidence.Read(ranked, revisions);
        if (said is not null)
            candidates.RemoveAll(candidate => said.Any(candidate.Reading.IsIn));
        if (EarlierYear.IsNotAsked(question))
            candidates.RemoveAll(candidate => EarlierYear.IsOf(candidate.Reading));
        var ordered = Order(candidates, model.Sentence);
        Retractions.PutInPlace(ordered, evidence.TakenBack, model.Sentence);
        Retractions.PutFirst(question, ordered);
        var probabilities = Softmax(ordered);
        var selection = ReplySelection.Of(ordered, said ?? []);
        var shorts = ShortAnswerFinder.Order(ShortAnswerFinder.Find(question, ordered, probabilities), model.Short);
        var features = SupportEvidence.Of(
            question, evidence, ordered, selection.Candidates, probabilities, shorts.Count == 0 ? 0 : shorts[0].Confidence);
        var support = selection.Candidates.Count == 0 ? 0 : model.Probability(features, selection.Candidates[0].Features);
        var refusal = RefusalReason.For(question, evidence, selection.Candidates);

        // How likely the reply is right was learnt from replies with them.
        selection = selection.WithoutStrangers(ordered);
        if (isStrict && reader is null)
        {
            // Only among the sentences of the reply: where the best do not fit, a sentence far behind them is seldom the answer.
            selection = ReplySelection.Of([.. selection.Candidates.Where(candidate => AnswerFit.Holds(question, candidate))], said ?? []);
            if (shorts.Count > 0 && !selection.Candidates.Contains(shorts[0].Candidate.Sentence))
                shorts.Clear();
        }

        var bare = BareAnswer.FirstOf(question, shorts, selection.Sentences, out var confidence);

        return new Composition
        {
            Candidate = selection.ToAnswer(),
            Read = ordered,
            Chosen = selection.Candidates,
            LeadSentences = selection.LeadSentences,
            UnsureSentences = selection.UnsureSentences,
            CandidateShort = bare,
            ShortConfidence = confidence,
            Support = selection.Candidates.Count == 0 ? 0 : support,
            SupportFeatures = features,
            Refusal = refusal,
            StraysFromEvent = reader is not null && AnswerFit.Strays(question, selection.Candidates),
            LacksEvent = AnswerFit.LacksEvent(question, selection.Candidates),
            IsBesideThePoint = reader is not null && AnswerFit.IsBesideThePoint(question, selection.Candidates),
            LacksName = reader is not null && RefusalReason.LacksName(question, evidence, selection.Candidates),
            IsFar = reader is not null && RefusalReason.IsFar(evidence, selection.Candidates),
        };
    }

    /// <summary>Scores the candidates and puts the best first.</summary>
    internal static List<SentenceCandidate> Order(IReadOnlyList<SentenceCandidate> candidates, IReadOnlyList<double> weights)
    {
        foreach (var candidate in candidates)
            candidate.Score = AnswerModel.Dot(weights, candidate.Features);
        return [.. candidates.OrderByDescending(candidate => candidate.Score)];
    }

    /// <summary>The candidates' probabilities, in their order; they sum to 1.</summary>
    internal static double[] Softmax(IReadOnlyList<SentenceCandidate> ordered)
    {
        if (ordered.Count == 0)
            return [];
        var result = new double[ordered.Count];
        double sum = 0;
        for (var i = 0; i < result.Length; i++)
            sum += result[i] = Math.Exp(ordered[i].Score - ordered[0].Score);
        for (var i = 0; i < result.Length; i++)
            result[i] /= sum;
        return result;
    }
}
