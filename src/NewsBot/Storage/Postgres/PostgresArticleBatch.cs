using NewsBot.Core.Articles;

namespace NewsBot.Storage.Postgres;

/// <summary>What the database has of a batch's articles, in memory, and the changes that the batch makes to it; used under the lock of the article log.</summary>
/// <remarks>New articles and revisions have numbers below 0, -1 for the first, until the database gives them numbers.</remarks>
internal sealed class PostgresArticleBatch : IArticleBatch
{
    private readonly Dictionary<long, StoredArticleRow> current = [];
    private readonly Dictionary<string, long> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> byText = new(StringComparer.Ordinal);
    private readonly HashSet<(long ArticleKey, string Hash)> texts = [];
    private readonly List<long> added = [];
    private readonly HashSet<long> changed = [];

    /// <summary>The new revisions, in the order in which they came in.</summary>
    public List<NewRevision> Revisions { get; } = [];

    /// <summary>The articles that are new, each in its last state, in the order of their numbers: -1, -2, …</summary>
    public IEnumerable<StoredArticleRow> Added => added.Select(key => current[key]);

    /// <summary>The articles that were there and have another revision now, each in its last state.</summary>
    public IEnumerable<StoredArticleRow> Changed => changed.Select(key => current[key]);

    /// <summary>Everything that the database has of the articles with these ids, addresses and texts.</summary>
    /// <param name="session">In the transaction that holds the lock.</param>
    public static async Task<PostgresArticleBatch> LoadAsync(PostgresSession session, IReadOnlyList<Article> articles)
    {
        var batch = new PostgresArticleBatch();
        var hashes = articles.Select(article => ContentHash.Of(article.Body)).Distinct(StringComparer.Ordinal).ToArray();
        var rows = await session.QueryAsync<StoredArticleRow>(
            """
            WITH met AS (
                SELECT article_key FROM articles WHERE public_id = ANY (@ids)
                UNION SELECT article_key FROM articles WHERE canonical_url = ANY (@urls)
                UNION SELECT article_key FROM revisions WHERE content_hash = ANY (@hashes))
            SELECT a.article_key, a.public_id, a.canonical_url, r.revision_id, r.number, r.content_hash, r.title,
                   r.url, r.source, r.author, r.published_at, r.language, r.file_name
            FROM met m JOIN articles a ON a.article_key = m.article_key JOIN revisions r ON r.revision_id = a.current_revision
            """,
            ("@ids", articles.Select(article => article.Id).ToArray()),
            ("@urls", articles.Select(article => article.Url is { } url ? CanonicalUrl.From(url) : null).OfType<string>().ToArray()),
            ("@hashes", hashes));
        foreach (var row in rows)
            batch.Set(row);
        var known = await session.QueryAsync<Text>(
            "SELECT article_key, content_hash FROM revisions WHERE content_hash = ANY (@hashes) ORDER BY revision_id", ("@hashes", hashes));
        foreach (var text in known)
            batch.AddText(text.ArticleKey, text.ContentHash);
        return batch;
    }

    public StoredArticleRow? FindById(string id) => byId.TryGetValue(id, out var key) ? current[key] : null;

    public StoredArticleRow? FindByUrl(string canonical) => byUrl.TryGetValue(canonical, out var key) ? current[key] : null;

    public StoredArticleRow? FindByText(string hash) => byText.TryGetValue(hash, out var key) ? current[key] : null;

    public bool HadText(StoredArticleRow stored, string hash) => texts.Contains((stored.ArticleKey, hash));

    public void Insert(Article article, string? canonical, string hash)
    {
        var key = -1L - added.Count;
        added.Add(key);
        Advance(new StoredArticleRow { ArticleKey = key, PublicId = article.Id }, replaced: null, article, canonical, hash);
    }

    public void Replace(StoredArticleRow stored, Article article, string? canonical, string hash)
    {
        if (stored.ArticleKey > 0)
            changed.Add(stored.ArticleKey);
        if (stored.CanonicalUrl is { } old && old != canonical)
            byUrl.Remove(old);
        Advance(stored, stored.RevisionId, article, canonical, hash);
    }

    private void Advance(StoredArticleRow stored, long? replaced, Article article, string? canonical, string hash)
    {
        var row = stored with
        {
            CanonicalUrl = canonical,
            RevisionId = -1L - Revisions.Count,
            Number = stored.Number + 1,
            ContentHash = hash,
            Title = article.Title,
            Url = article.Url,
            Source = article.Source,
            Author = article.Author,
            PublishedAt = article.PublishedAt?.ToUnixTimeSeconds(),
            Language = article.Language,
            FileName = article.FileName,
        };
        Revisions.Add(new NewRevision(row, replaced, article));
        Set(row);
        AddText(row.ArticleKey, hash);
    }

    private void Set(StoredArticleRow row)
    {
        current[row.ArticleKey] = row;
        byId[row.PublicId] = row.ArticleKey;
        if (row.CanonicalUrl is { } canonical)
            byUrl[canonical] = row.ArticleKey;
    }

    private void AddText(long articleKey, string hash)
    {
        byText.TryAdd(hash, articleKey);
        texts.Add((articleKey, hash));
    }

    private sealed record Text(long ArticleKey, string ContentHash);
}

/// <summary>A revision that a batch adds.</summary>
/// <param name="Row">The article in this revision, without its body.</param>
/// <param name="ReplacedId">The revision before it; null when the article is new.</param>
/// <param name="Article">What came in.</param>
internal sealed record NewRevision(StoredArticleRow Row, long? ReplacedId, Article Article);
