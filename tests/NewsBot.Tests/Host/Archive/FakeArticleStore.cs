using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Host.Archive;

/// <summary>An archive in memory; an article with a known id is a new revision.</summary>
internal sealed class FakeArticleStore : IArticleStore
{
    private readonly Guid id = Guid.NewGuid();
    private readonly Lock gate = new();
    private readonly List<ArticleRevision> revisions = [];
    private readonly List<ArticleLogEntry> log = [];
    private readonly Dictionary<string, ArticleRevision> current = [];

    /// <summary>How many revisions were read.</summary>
    public int Reads { get; private set; }

    /// <summary>Called before each read.</summary>
    public Action OnRead { get; set; } = () => { };

    public Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var article in articles)
            {
                current.TryGetValue(article.Id, out var replaced);
                var revision = new ArticleRevision(revisions.Count + 1, 1 + (replaced?.Number ?? 0), article);
                revisions.Add(revision);
                current[article.Id] = revision;
                log.Add(new ArticleLogEntry(log.Count + 1, revision.RevisionId, replaced?.RevisionId));
            }
        }

        return Task.FromResult<IReadOnlyList<IngestOutcome>>([.. articles.Select(_ => IngestOutcome.Added)]);
    }

    public void Remove(string articleId)
    {
        lock (gate)
        {
            current.Remove(articleId, out var removed);
            log.Add(new ArticleLogEntry(log.Count + 1, null, removed!.RevisionId));
        }
    }

    public async IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ArticleLogEntry> rest;
        lock (gate)
            rest = log[(int)sequence..];
        foreach (var entry in rest)
        {
            await Task.Yield();
            yield return entry;
        }
    }

    public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult((long)log.Count);
    }

    public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<LogPosition?>(sequence >= 1 && sequence <= log.Count ? new LogPosition(sequence, id) : null);
    }

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult((long)current.Count);

    public async Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken)
    {
        await Task.Yield();
        OnRead();
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            Reads += revisionIds.Count;
            return [.. revisionIds.Select(revision => revisions[(int)revision - 1])];
        }
    }

    public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        Task.FromResult(current.GetValueOrDefault(articleId));

    public Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<StoredRevision>>(
                [.. revisions.Where(revision => revision.Article.Id == articleId).TakeLast(limit).Select(revision => new StoredRevision(revision, DateTimeOffset.UnixEpoch))]);
    }
}
