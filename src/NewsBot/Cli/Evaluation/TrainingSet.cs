using NewsBot.Archive;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Cli.Evaluation;

/// <summary>Makes examples of known questions, so that replies are learned and refusals, too.</summary>
/// <remarks>
/// Each question is asked of the whole archive. A set without questions that have no answer teaches refusing with the archive without the articles that hold the
/// answer. For words alone, each is asked of an archive of a single article, too, once one that holds the answer and once one that does not (for a question without an
/// answer, the articles it names), so that support is judged alike in archives of every size.
/// </remarks>
/// <param name="trainer">Takes the examples.</param>
/// <param name="store">The archive's articles.</param>
/// <param name="index">Their index.</param>
/// <param name="weights">What the signals of ranking are worth.</param>
/// <param name="time">What 'now' is for a question that does not say.</param>
/// <param name="reader">Reads whole articles; null for words alone.</param>
internal sealed class TrainingSet(
    ComposerTrainer trainer, IArticleStore store, ArchiveIndex index, RankingWeights weights, TimeProvider time, IWindowReader? reader = null)
{
    /// <summary>Examples taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the questions of a set, in the order of their dates. Follow-ups teach nothing, and neither does a question whose articles are not known.</summary>
    public async Task AddAsync(IReadOnlyList<EvalQuestion> questions, ExampleSet set, CancellationToken cancellationToken)
    {
        var hasUnanswerable = questions.Any(question => question.Answerable == false);
        foreach (var question in questions.Where(question => question.After is null).OrderBy(question => question.AskedAt))
            await AddAsync(question, set, mayTakeAway: reader is null || !hasUnanswerable, cancellationToken);
    }

    private async Task AddAsync(EvalQuestion asked, ExampleSet set, bool mayTakeAway, CancellationToken cancellationToken)
    {
        if (asked.Answerable != false && (!KnownFacts.Has(asked) || asked.Articles.Count == 0))
            return;
        var question = QuestionAnalyzer.Analyze(SocialWords.Without(asked.Text), asked.AskedAt ?? time.GetUtcNow()) with { Until = asked.Until };
        if (question.OffTopic is not null)
            return;
        var ranked = QuestionSearch.Rank(index.Current, question, weights);
        var holding = await HoldingAsync(asked, ranked, cancellationToken);
        if (asked.Answerable == false)
        {
            await AddAsync(question, ranked, index.Current, known: null, withheld: null, isForRanking: false, isCertain: true, set, cancellationToken);
            foreach (var revisionId in reader is null ? holding : [])
                await AddAloneAsync(question, revisionId, known: null, withheld: null, isCertain: true, set, cancellationToken);
            return;
        }

        // The articles that hold the answer are not in this archive: nothing tells which of those found would be wrong.
        if (holding.Count == 0)
            return;
        var known = new KnownAnswer(asked.Answers, sentences => ReplyScore.IsTold(asked, sentences));
        await AddAsync(question, ranked, index.Current, known, withheld: null, isForRanking: true, isCertain: false, set, cancellationToken);
        var others = ranked.Where(passage => !holding.Contains(passage.RevisionId)).ToList();
        if (mayTakeAway)
            await AddAsync(question, others, index.Current, known: null, withheld: known, isForRanking: false, isCertain: false, set, cancellationToken);
        if (reader is not null)
            return;
        if (ranked.FirstOrDefault(passage => holding.Contains(passage.RevisionId)) is { } right)
            await AddAloneAsync(question, right.RevisionId, known, withheld: null, isCertain: false, set, cancellationToken);
        if (others.Count > 0)
            await AddAloneAsync(question, others[0].RevisionId, known: null, withheld: known, isCertain: false, set, cancellationToken);
    }

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

    private async Task AddAloneAsync(
        Question question, long revisionId, KnownAnswer? known, KnownAnswer? withheld, bool isCertain, ExampleSet set, CancellationToken cancellationToken)
    {
        var builder = new PassageSegmentBuilder();
        foreach (var revision in await store.GetAsync([revisionId], cancellationToken))
            builder.Add(revision);
        if (!PassageSegment.TryOpen(builder.Build(), out var segment, out var problem))
            throw new InvalidOperationException($"A segment was built and cannot be opened: {problem}.");
        var alone = new PassageIndex([segment], new HashSet<long>());
        await AddAsync(question, QuestionSearch.Rank(alone, question, weights), alone, known, withheld, isForRanking: false, isCertain, set, cancellationToken);
    }

    private async Task AddAsync(
        Question question, IReadOnlyList<RankedPassage> ranked, PassageIndex searched, KnownAnswer? known, KnownAnswer? withheld, bool isForRanking, bool isCertain,
        ExampleSet set, CancellationToken cancellationToken)
    {
        var revisions = await store.GetAsync(ExtractiveComposer.RevisionsToRead(ranked, reader), cancellationToken);
        trainer.Add(question, ranked, revisions.ToDictionary(revision => revision.RevisionId), searched.InversePassageFrequency, known, withheld, isForRanking, isCertain, set);
        Count++;
    }
}
