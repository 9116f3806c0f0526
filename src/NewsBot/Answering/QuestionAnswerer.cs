using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Answering;

/// <summary>Answers a question from the archive: what it leans on, analysis, search, composer, check.</summary>
internal sealed class QuestionAnswerer(
    IArticleStore store, IDuplicateStore duplicates, IArchiveIndex index, RankingWeights weights, AnswerModel model, TimeProvider time,
    IArchiveVectors? vectors = null) : IQuestionAnswerer
{
    private const int NearestCount = 3;

    /// <summary>How many articles are looked at for that many different texts.</summary>
    private const int MaxNearby = 12;

    /// <summary>The most articles that an answer is looked for in before the whole archive.</summary>
    private const int MaxArticles = 20;

    /// <summary>The share of the weight of a conversation's words that a passage has to hold to count as more on its subject.</summary>
    private const double LeastCoverageOfMore = 0.3;

    private readonly ExtractiveComposer composer = new(model);

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var before = asked.Before.Count > 0 ? asked.Before : await SubjectAsync(asked, cancellationToken);
        var followUp = FollowUp.Of(asked.Text, before);
        var question = followUp.Analyze(asked.AsOf ?? time.GetUtcNow());
        if (question.OffTopic is { } offTopic)
            return new Reply(question, new Answer { Refusal = new Refusal(offTopic) }, [], null, time.GetElapsedTime(started));
        var searched = new Searched(index.Current, vectors is null ? null : await vectors.FindMeaningAsync(question.Text, cancellationToken));
        var attempt = await NarrowAsync(searched, asked, followUp, question, cancellationToken);
        if (attempt is not { Answer.IsSupported: true })
        {
            var said = followUp.Kind is FollowUpKind.More or FollowUpKind.Further ? Said(asked) : null;
            var wide = await ComposeAsync(searched, question, revisionIds: null, said, isStrict: followUp.Kind != FollowUpKind.None, cancellationToken);
            attempt = followUp.Kind == FollowUpKind.More
                ? wide with { Answer = new Answer { Refusal = new Refusal(RefusalKind.NothingMore) } }
                : wide with { Answer = DecideNew(wide.Composition, followUp, followUp.Kind == FollowUpKind.None ? model.SupportThreshold : model.ScopedSupportThreshold) };
        }

        var answer = attempt.Answer;
        if (!answer.IsSupported)
            answer = answer with { Nearest = await NearestAsync(attempt.Ranked, cancellationToken) };
        return new Reply(question, answer, attempt.Ranked, attempt.Composition, time.GetElapsedTime(started));
    }

    /// <summary>Looks into the articles that the question is about, or else those that the conversation was about.</summary>
    /// <returns>Null when there are none.</returns>
    private async Task<Attempt?> NarrowAsync(
        Searched searched, AskedQuestion asked, FollowUp followUp, Question question, CancellationToken cancellationToken)
    {
        var articleIds = asked.ArticleIds.Count > 0 ? asked.ArticleIds : followUp.LeansOn?.ArticleIds ?? [];
        var revisionIds = await CurrentRevisionsAsync(articleIds, cancellationToken);
        if (revisionIds.Count == 0)
            return null;
        var mayRepeat = followUp.Kind == FollowUpKind.None || (followUp.Kind == FollowUpKind.Question && followUp.HasOwnWords);
        if (followUp.Kind != FollowUpKind.None && !IsPlain(question))
        {
            // A sentence that was just said has most of the words of 'why?' and 'what do they want?', but rarely the answer.
            var further = await ComposeAsync(searched, question, revisionIds, Said(asked), isStrict: followUp.Kind != FollowUpKind.More, cancellationToken);
            var answer = followUp is { Kind: FollowUpKind.More, LeansOn.IsSupported: true } ? DecideMore(further.Composition) : Decide(further.Composition, model.ScopedSupportThreshold);
            if (answer.IsSupported || !mayRepeat)
                return further with { Answer = answer };
        }

        var attempt = await ComposeAsync(searched, question, revisionIds, followUp.Kind == FollowUpKind.Further ? Said(asked) : null, isStrict: true, cancellationToken);
        return attempt with { Answer = DecideNew(attempt.Composition, followUp, model.ScopedSupportThreshold) };
    }

    /// <summary>Without a conversation the titles of a few articles say what is talked about.</summary>
    private async Task<IReadOnlyList<Turn>> SubjectAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        if (asked.ArticleIds.Count is 0 or > NearestCount || await store.FindAsync(asked.ArticleIds[0], cancellationToken) is not { Article: var article })
            return [];
        var title = article.Title + ".";
        return [new Turn
        {
            AskedAs = title,
            AskedAt = asked.AsOf ?? time.GetUtcNow(),
            Answer = article.Body,
            IsSupported = true,
            ArticleIds = asked.ArticleIds,
        }];
    }

    private async Task<Attempt> ComposeAsync(
        Searched searched, Question question, IReadOnlySet<long>? revisionIds, IReadOnlyList<CitedPassage>? said, bool isStrict,
        CancellationToken cancellationToken)
    {
        var ranked = QuestionSearch.Rank(searched.Passages, question, weights, revisionIds, searched.Meaning);
        var revisions = await store.GetAsync(QuestionSearch.RevisionsOf(ranked, ExtractiveComposer.MaxPassages), cancellationToken);
        return new Attempt(
            ranked, composer.Compose(question, ranked, revisions.ToDictionary(revision => revision.RevisionId), searched.Passages.InversePassageFrequency, said, isStrict), new Answer());
    }

    private async Task<HashSet<long>> CurrentRevisionsAsync(IReadOnlyList<string> articleIds, CancellationToken cancellationToken)
    {
        var result = new HashSet<long>();
        foreach (var articleId in articleIds.Distinct(StringComparer.Ordinal).Take(MaxArticles))
        {
            if (await store.FindAsync(articleId, cancellationToken) is { } revision)
                result.Add(revision.RevisionId);
        }

        return result;
    }

    private Answer Decide(Composition composition, double threshold) =>
        composition.Support >= threshold ? Check(composition) : new Answer { Refusal = composition.Refusal };

    /// <summary>More on a subject needs to be about it; it has no question to answer.</summary>
    private Answer DecideMore(Composition composition) =>
        composition.Candidate.IsSupported && composition.SupportFeatures[(int)SupportFeature.PassageCoverage] >= LeastCoverageOfMore
            ? Check(composition)
            : new Answer { Refusal = new Refusal(RefusalKind.NothingMore) };

    private Answer Check(Composition composition)
    {
        var shown = composition.ShortConfidence >= model.ShortThreshold ? composition.CandidateShort : null;
        var answer = CitationCheck.Apply(composition.Candidate with { Short = shown });
        return answer.IsSupported ? answer : new Answer { Refusal = answer.Refusal };
    }

    /// <summary>Decides; what only says again what was said before does not answer 'why?'.</summary>
    private Answer DecideNew(Composition composition, FollowUp followUp, double threshold)
    {
        var answer = Decide(composition, threshold);
        if (followUp is { HasOwnWords: true } or { LeansOn: null } || !answer.IsSupported || answer.Short is not null)
            return answer;
        var isNew = answer.Citations.Any(citation => !followUp.LeansOn.Citations.Any(said =>
            said.RevisionId == citation.Revision.RevisionId && citation.Span.Overlaps(new TextSpan(said.Start, said.End))));
        var hasKind = composition.SupportFeatures[(int)SupportFeature.HasPlainKind] > composition.SupportFeatures[(int)SupportFeature.LacksPlainKind];
        return isNew || hasKind ? answer : new Answer { Refusal = new Refusal(RefusalKind.NotSaid) };
    }

    /// <summary>Whether the words of an answer can be told: a name, a day, a number.</summary>
    private static bool IsPlain(Question question) =>
        question.Kind is not (AnswerKind.Other or AnswerKind.Reason or AnswerKind.Manner or AnswerKind.Statement or AnswerKind.Definition);

    private static List<CitedPassage> Said(AskedQuestion asked) => [.. asked.Before.SelectMany(turn => turn.Citations)];

    /// <summary>The articles that come nearest, best first, one of each text; the passages that the composer read may all be of one.</summary>
    private async Task<IReadOnlyList<ArticleRevision>> NearestAsync(IReadOnlyList<RankedPassage> ranked, CancellationToken cancellationToken)
    {
        var nearby = QuestionSearch.BestOfEachArticle(ranked).Take(MaxNearby).Select(passage => passage.RevisionId).ToList();
        var groups = await duplicates.FindGroupsAsync(nearby, cancellationToken);
        // A group is called after a revision: one that has none stands for itself.
        var best = nearby.DistinctBy(revision => groups.GetValueOrDefault(revision, revision)).Take(NearestCount).ToList();
        var revisions = await store.GetAsync(best, cancellationToken);
        return [.. revisions.OrderBy(revision => best.IndexOf(revision.RevisionId))];
    }

    /// <summary>What all searches for one question go through, so that it is made into a vector once.</summary>
    private sealed record Searched(PassageIndex Passages, QuestionMeaning? Meaning);

    private sealed record Attempt(IReadOnlyList<RankedPassage> Ranked, Composition Composition, Answer Answer);
}
