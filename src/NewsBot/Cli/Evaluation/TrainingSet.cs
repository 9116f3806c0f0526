using NewsBot.Archive;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli.Evaluation;

/// <summary>Makes examples of known questions, so that replies are learned and refusals, too.</summary>
/// <remarks>
/// Each question is asked of the whole archive; of the archive without the articles that hold its answer; and of an archive of a single article, once one
/// that holds the answer and once one that does not (for a question without an answer, the articles it names), so that support is judged alike in archives of every size.
/// </remarks>
internal sealed class TrainingSet(IArticleStore store, ArchiveIndex index, RankingWeights weights, TimeProvider time, IWindowReader? reader = null)
{
    private readonly ComposerTrainer trainer = new(AnswerMatch.Holds, AnswerMatch.Equals, reader);

    /// <summary>Examples taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a question of a set; one that is answerable, or may be, teaches only when its answer and articles are known and the archive has one of them.</summary>
    public async Task AddAsync(EvalQuestion asked, int set, CancellationToken cancellationToken)
    {
        if (asked.Answerable != false && (asked.Answers.Count == 0 || asked.Articles.Count == 0))
            return;
        var question = QuestionAnalyzer.Analyze(asked.Text, asked.AskedAt ?? time.GetUtcNow()) with { Until = asked.Until };
        var ranked = QuestionSearch.Rank(index.Current, question, weights);
        var holding = await HoldingAsync(asked, ranked, cancellationToken);
        if (asked.Answerable == false)
        {
            await AddAsync(question, ranked, index.Current, [], isForRanking: false, isCertain: true, set, cancellationToken);
            foreach (var revisionId in holding)
                await AddAloneAsync(question, revisionId, [], isCertain: true, set, cancellationToken);
            return;
        }

        // The articles that hold the answer are not in this archive: nothing tells which of those found would be wrong.
        if (holding.Count == 0)
            return;
        await AddAsync(question, ranked, index.Current, asked.Answers, isForRanking: true, isCertain: false, set, cancellationToken);
        var others = ranked.Where(passage => !holding.Contains(passage.RevisionId)).ToList();
        await AddAsync(question, others, index.Current, [], isForRanking: false, isCertain: false, set, cancellationToken);
        if (ranked.FirstOrDefault(passage => holding.Contains(passage.RevisionId)) is { } right)
            await AddAloneAsync(question, right.RevisionId, asked.Answers, isCertain: false, set, cancellationToken);
        if (others.Count > 0)
            await AddAloneAsync(question, others[0].RevisionId, [], isCertain: false, set, cancellationToken);
    }

    /// <summary>Fits the weights to all examples.</summary>
    public TrainingResult Train(double refused, double shortPrecision) => trainer.Train(refused, shortPrecision);

    /// <summary>The revisions of the articles, not later than the question, that it names by id, and of those found that it names by their file.</summary>
    private async Task<HashSet<long>> HoldingAsync(EvalQuestion asked, IReadOnlyList<RankedPassage> ranked, CancellationToken cancellationToken)
    {
        var holding = new HashSet<long>();
        foreach (var id in asked.Articles)
        {
            if (await store.FindAsync(id, cancellationToken) is { } revision && !(revision.Article.PublishedAt > asked.Until))
                holding.Add(revision.RevisionId);
        }

        if (holding.Count < asked.Articles.Count)
        {
            var found = await store.GetAsync(QuestionSearch.RevisionsOf(ranked, ranked.Count), cancellationToken);
            holding.UnionWith(found.Where(revision => asked.IsHeldBy(revision.Article)).Select(revision => revision.RevisionId));
        }

        return holding;
    }

    private async Task AddAloneAsync(Question question, long revisionId, IReadOnlyList<string> answers, bool isCertain, int set, CancellationToken cancellationToken)
    {
        var builder = new PassageSegmentBuilder();
        foreach (var revision in await store.GetAsync([revisionId], cancellationToken))
            builder.Add(revision);
        if (!PassageSegment.TryOpen(builder.Build(), out var segment, out var problem))
            throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");
        var alone = new PassageIndex([segment], new HashSet<long>());
        await AddAsync(question, QuestionSearch.Rank(alone, question, weights), alone, answers, isForRanking: false, isCertain, set, cancellationToken);
    }

    private async Task AddAsync(
        Question question, IReadOnlyList<RankedPassage> ranked, PassageIndex searched, IReadOnlyList<string> answers, bool isForRanking, bool isCertain, int set,
        CancellationToken cancellationToken)
    {
        var revisions = await store.GetAsync(ExtractiveComposer.RevisionsToRead(ranked, reader), cancellationToken);
        trainer.Add(question, ranked, revisions.ToDictionary(revision => revision.RevisionId), searched.InversePassageFrequency, answers, isForRanking, isCertain, set);
        Count++;
    }
}
