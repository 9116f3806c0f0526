using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>A store that meets a bug with articles of some words.</summary>
internal sealed class BuggyArticles(IArticleStore inner, string words) : IArticleStore
{
    public Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) =>
        articles.Any(article => article.Body.Contains(words, StringComparison.Ordinal))
            ? throw new InvalidOperationException("A bug.")
            : inner.AddAsync(articles, cancellationToken);

    public IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, CancellationToken cancellationToken) => inner.ReadLogAsync(sequence, cancellationToken);

    public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken) => inner.GetLastSequenceAsync(cancellationToken);

    public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken) => inner.FindLogPositionAsync(sequence, cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);

    public Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) => inner.GetAsync(revisionIds, cancellationToken);

    public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) => inner.FindAsync(articleId, cancellationToken);

    public Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken) =>
        inner.ReadRevisionsAsync(articleId, limit, cancellationToken);
}
