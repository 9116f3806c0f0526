using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Evaluation;

/// <summary>Makes examples of known questions, so that replies are learned and refusals, too.</summary>
/// <remarks>
/// Each question is asked of the whole archive; of the archive without the articles that hold its answer; and of an archive of a single article, once one
/// that holds the answer and once one that does not, so that support is judged alike in archives of every size.
/// </remarks>
internal sealed class TrainingSet(IArticleStore store, IArchiveIndex index, RankingWeights weights)
{
    private readonly ComposerTrainer trainer = new(AnswerMatch.Holds, AnswerMatch.Equals);

    /// <summary>Examples taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a question; one without known answer or articles teaches nothing.</summary>
    public async Task AddAsync(EvalQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.Answers.Count == 0 || asked.Articles.Count == 0 || asked.AskedAt is not { } askedAt)
            return;
        var question = QuestionAnalyzer.Analyze(asked.Text, askedAt);
        var ranked = QuestionSearch.Rank(index.Current, question, weights);
        await AddAsync(question, ranked, index.Current, asked.Answers, isForRanking: true, cancellationToken);

        var holding = new HashSet<long>();
        foreach (var id in asked.Articles)
        {
            if (await store.FindAsync(id, cancellationToken) is { } revision)
                holding.Add(revision.RevisionId);
        }

        var others = ranked.Where(passage => !holding.Contains(passage.RevisionId)).ToList();
        await AddAsync(question, others, index.Current, [], isForRanking: false, cancellationToken);
        if (ranked.FirstOrDefault(passage => holding.Contains(passage.RevisionId)) is { } right)
            await AddAloneAsync(question, right.RevisionId, asked.Answers, cancellationToken);
        if (others.Count > 0)
            await AddAloneAsync(question, others[0].RevisionId, [], cancellationToken);
    }

    /// <summary>Fits the weights to all examples.</summary>
    public TrainingResult Train(double refused, double shortPrecision) => trainer.Train(refused, shortPrecision);

    private async Task AddAloneAsync(Question question, long revisionId, IReadOnlyList<string> answers, CancellationToken cancellationToken)
    {
        var builder = new PassageSegmentBuilder();
        foreach (var revision in await store.GetAsync([revisionId], cancellationToken))
            builder.Add(revision);
        if (!PassageSegment.TryOpen(builder.Build(), out var segment, out var problem))
            throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");
        var alone = new PassageIndex([segment], new HashSet<long>());
        await AddAsync(question, QuestionSearch.Rank(alone, question, weights), alone, answers, isForRanking: false, cancellationToken);
    }

    private async Task AddAsync(
        Question question, IReadOnlyList<RankedPassage> ranked, PassageIndex searched, IReadOnlyList<string> answers, bool isForRanking,
        CancellationToken cancellationToken)
    {
        var revisions = await store.GetAsync(QuestionSearch.RevisionsOf(ranked, ExtractiveComposer.MaxPassages), cancellationToken);
        trainer.Add(question, ranked, revisions.ToDictionary(revision => revision.RevisionId), searched.InversePassageFrequency, answers, isForRanking);
        Count++;
    }
}
