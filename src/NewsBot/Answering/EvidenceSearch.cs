using NewsBot.Archive;
using NewsBot.Core.Answers;
using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>The steps 'search' and 'read': finds passages for a question and reads their articles.</summary>
internal sealed class EvidenceSearch(IArticleStore store, IDuplicateStore duplicates, ArchiveIndex index, RankingWeights weights, ArchiveVectors? vectors = null,
    IWindowReader? reader = null)
{
    private const int NearestCount = 3;

    /// <summary>How many articles are looked at for <see cref="NearestCount"/> different texts.</summary>
    private const int MaxNearby = 12;

    /// <summary>The most articles that an answer is looked for in before the whole archive.</summary>
    private const int MaxArticles = 20;

    /// <summary>Begins the searches for one question: all see the same index, and the question is made into a vector once.</summary>
    public async Task<SearchScope> BeginAsync(Question question, CancellationToken cancellationToken) =>
        new(index.Current, vectors is null ? null : await vectors.FindMeaningAsync(question.Text, cancellationToken));

    /// <summary>Ranks passages and reads the articles of the best.</summary>
    /// <param name="scope">What is searched.</param>
    /// <param name="question">What is searched for.</param>
    /// <param name="revisionIds">The articles to search; null for the whole archive.</param>
    public async Task<Evidence> ReadAsync(SearchScope scope, Question question, IReadOnlySet<long>? revisionIds, CancellationToken cancellationToken)
    {
        IReadOnlyList<RankedPassage> ranked;
        using (Instruments.Step("search"))
            ranked = QuestionSearch.Rank(scope.Passages, question, weights, revisionIds, scope.Meaning);
        using var step = Instruments.Step("read");
        var revisions = await store.GetAsync(ExtractiveComposer.RevisionsToRead(ranked, reader), cancellationToken);
        return new Evidence(ranked, revisions.ToDictionary(revision => revision.RevisionId));
    }

    /// <summary>The best articles, best first, each with the score of its best passage; without those published after a time.</summary>
    public async Task<IReadOnlyList<(ArticleRevision Revision, double Score)>> ReadArticlesAsync(
        IReadOnlyList<RankedPassage> ranked, int count, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var best = QuestionSearch.BestOfEachArticle(ranked).Take(count).ToDictionary(passage => passage.RevisionId, passage => passage.Score);
        var revisions = await store.GetAsync([.. best.Keys], cancellationToken);
        return [.. revisions.Where(revision => !(revision.Article.PublishedAt > until)).Select(revision => (revision, best[revision.RevisionId]))];
    }

    /// <summary>The current revisions of articles; those that are gone are left out.</summary>
    public async Task<HashSet<long>> FindRevisionsAsync(IReadOnlyList<string> articleIds, CancellationToken cancellationToken)
    {
        var result = new HashSet<long>();
        foreach (var articleId in articleIds.Distinct(StringComparer.Ordinal).Take(MaxArticles))
        {
            if (await store.FindAsync(articleId, cancellationToken) is { } revision)
                result.Add(revision.RevisionId);
        }

        return result;
    }

    /// <summary>What a question about a few articles goes on from when nothing was said yet: the title of the first, answered by its text.</summary>
    /// <returns>One turn; none when the question is about no article or about many.</returns>
    public async Task<IReadOnlyList<Turn>> FindSubjectAsync(IReadOnlyList<string> articleIds, DateTimeOffset now, CancellationToken cancellationToken) =>
        articleIds.Count is 0 or > NearestCount || await store.FindAsync(articleIds[0], cancellationToken) is not { Article: var article }
            ? []
            : [new Turn { AskedAs = article.Title + ".", AskedAt = now, Answer = article.Body, IsSupported = true, ArticleIds = articleIds }];

    /// <summary>
    /// The passages that a language model writes from: those that the answer cites, then the best, each article with its beginning. They stand by article, the newest
    /// article first where the latest is asked for.
    /// </summary>
    public async Task<IReadOnlyList<(ArticleRevision Revision, TextSpan Span)>> ReadPassagesAsync(Reply reply, CancellationToken cancellationToken)
    {
        var cited = reply.Ranked.Where(passage => reply.Answer.Citations.Any(citation =>
            citation.Revision.RevisionId == passage.RevisionId && citation.Span.Overlaps(passage.Span)));
        var candidates = cited.Concat(reply.Ranked).Distinct().Take(PassageChoice.MaxCandidates).ToList();

        // Each article gives a passage at least.
        var articles = candidates.Select(passage => passage.RevisionId).Distinct().Take(PassageChoice.MaxPassages);
        var revisions = (await store.GetAsync([.. articles], cancellationToken)).ToDictionary(revision => revision.RevisionId);
        return PassageChoice.Of(
            [.. candidates.Where(passage => revisions.ContainsKey(passage.RevisionId)).Select(passage => (revisions[passage.RevisionId], passage.Span))],
            isNewestFirst: reply.Question.IsOfTheMoment || reply.Question.Overview is not null);
    }

    /// <summary>The articles that come nearest, best first, one of each text.</summary>
    /// <param name="ranked">The passages found.</param>
    /// <param name="cited">What the answer quotes: neither its articles nor copies of them are told again.</param>
    public async Task<IReadOnlyList<ArticleRevision>> FindNearestAsync(IReadOnlyList<RankedPassage> ranked, IReadOnlyList<Citation> cited, CancellationToken cancellationToken)
    {
        List<long> told = [.. cited.Select(citation => citation.Revision.RevisionId).Distinct()];
        var nearby = QuestionSearch.BestOfEachArticle(ranked).Take(MaxNearby).Select(passage => passage.RevisionId).Except(told).ToList();
        var groups = await duplicates.FindGroupsAsync([.. nearby, .. told], cancellationToken);
        var toldGroups = told.ConvertAll(revision => groups.GetValueOrDefault(revision, revision));
        nearby.RemoveAll(revision => toldGroups.Contains(groups.GetValueOrDefault(revision, revision)));

        // A group is called after a revision: one that has none stands for itself.
        var best = nearby.DistinctBy(revision => groups.GetValueOrDefault(revision, revision)).Take(NearestCount).ToList();
        var revisions = await store.GetAsync(best, cancellationToken);
        return [.. revisions.OrderBy(revision => best.IndexOf(revision.RevisionId))];
    }
}

/// <summary>Passages with what they are read in.</summary>
/// <param name="Ranked">Best first.</param>
/// <param name="Revisions">The articles of the best, by the id of their revision.</param>
internal sealed record Evidence(IReadOnlyList<RankedPassage> Ranked, IReadOnlyDictionary<long, ArticleRevision> Revisions);

/// <summary>What all searches for one question go through.</summary>
/// <param name="Passages">The index as it was when the question came.</param>
/// <param name="Meaning">The question's vector and what it is compared with; null for a search by words alone.</param>
internal sealed record SearchScope(PassageIndex Passages, QuestionMeaning? Meaning);
