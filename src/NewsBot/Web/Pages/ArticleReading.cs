using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Stories;

namespace NewsBot.Web.Pages;

/// <summary>Gathers what the page of an article tells.</summary>
internal sealed class ArticleReading(IArticleStore store, IDuplicateStore duplicates, ArchiveSearcher searcher)
{
    private const int MostRevisions = 20;
    private const int MostNeighbours = 24;
    private const int MostListed = 8;

    /// <summary>Reads an article.</summary>
    /// <param name="articleId">Its id.</param>
    /// <param name="revisionId">The revision that was quoted; null for the current one, which is also shown when that one is gone.</param>
    /// <param name="passages">What to highlight, as <see cref="Passages"/> reads it.</param>
    /// <returns>Null when there is no such article.</returns>
    public async Task<ReadArticle?> FindAsync(string articleId, long? revisionId, IReadOnlyList<string?> passages, CancellationToken cancellationToken)
    {
        var current = await store.FindAsync(articleId, cancellationToken);
        var quoted = revisionId is { } id && id != current?.RevisionId
            ? (await store.GetAsync([id], cancellationToken)).FirstOrDefault(revision => revision.Article.Id == articleId)
            : null;
        if ((quoted ?? current) is not { } shown)
            return null;

        var stored = await store.ReadRevisionsAsync(articleId, MostRevisions, cancellationToken);
        var index = stored.Index().FirstOrDefault(one => one.Item.Revision.RevisionId == shown.RevisionId, (-1, null!)).Index;
        var changes = index < 0 ? [] : SentenceHistory.Of([.. stored.Select(one => new DatedText(one.Revision.Article.Body, one.StoredAt))], index);
        var (copies, story) = await FindNeighboursAsync(shown, cancellationToken);
        return new ReadArticle(
            shown, current, index < 0 ? null : stored[index].StoredAt, Passages.Find(shown.Article.Body, passages), changes, copies, story);
    }

    /// <summary>Among the articles nearest to a title, those that run the same text, and those of the same story.</summary>
    private async Task<(IReadOnlyList<Article> Copies, IReadOnlyList<Article> Story)> FindNeighboursAsync(ArticleRevision shown, CancellationToken cancellationToken)
    {
        var title = shown.Article.Title;
        var query = title.Length > QuestionAnalyzer.MaxLength ? title[..QuestionAnalyzer.MaxLength] : title;
        var (_, hits) = await searcher.SearchAsync(query, shown.Article.PublishedAt, until: null, MostNeighbours, cancellationToken);
        var near = hits.Select(hit => hit.Revision).Where(revision => revision.Article.Id != shown.Article.Id).ToList();
        var groups = await duplicates.FindGroupsAsync([shown.RevisionId, .. near.Select(revision => revision.RevisionId)], cancellationToken);
        var isCopied = groups.TryGetValue(shown.RevisionId, out var own);
        var copies = near.Where(revision => isCopied && groups.TryGetValue(revision.RevisionId, out var group) && group == own).Select(revision => revision.Article).ToList();
        var ids = copies.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var story = StoryGrouper.Group([shown.Article, .. near.Select(revision => revision.Article)])
            .First(one => one.Articles.Any(article => article.Id == shown.Article.Id))
            .Articles.Where(article => article.Id != shown.Article.Id && !ids.Contains(article.Id));
        return ([.. copies.Take(MostListed)], [.. story.OrderByDescending(article => article.PublishedAt).Take(MostListed)]);
    }
}
