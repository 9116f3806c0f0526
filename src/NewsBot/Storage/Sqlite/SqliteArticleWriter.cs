using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The writing connection of the articles; used by one caller at a time.</summary>
internal sealed class SqliteArticleWriter(SqliteArchive archive, TimeProvider time) : IArticleBatch, IDisposable
{
    private const string Known = """
        SELECT a.article_key, a.canonical_url, r.revision_id, r.number, r.content_hash, r.title,
               r.url, r.source, r.author, r.published_at, r.language, r.file_name
        """;

    private readonly List<NewText> texts = [];
    private SqliteSession? session;
    private SqliteDuplicateGroups duplicates = new();

    private SqliteSession Session => session ??= new SqliteSession(archive.Open);

    /// <summary>Stores the batch in one transaction; cancelled or failed, nothing of it is stored.</summary>
    /// <exception cref="StoreException">The archive cannot be opened.</exception>
    public List<IngestOutcome> Write(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        Session.Run("BEGIN IMMEDIATE");
        texts.Clear();
        try
        {
            var outcomes = new List<IngestOutcome>(articles.Count);
            foreach (var article in articles)
            {
                cancellationToken.ThrowIfCancellationRequested();
                outcomes.Add(this.Store(article));
            }

            duplicates.Write(Session, texts);
            Session.Run("COMMIT");
            return outcomes;
        }
        catch
        {
            // Closing rolls back, whatever state the failure left the connection in; memory forgets the batch too.
            Session.Dispose();
            (session, duplicates) = (null, new SqliteDuplicateGroups());
            throw;
        }
    }

    public void Dispose() => session?.Dispose();

    public StoredArticleRow? FindById(string id) => Session.Find<StoredArticleRow>(
        $"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.public_id = $id", ("$id", id));

    public StoredArticleRow? FindByUrl(string canonical) => Session.Find<StoredArticleRow>(
        $"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.canonical_url = $canonical", ("$canonical", canonical));

    public StoredArticleRow? FindByText(string hash) => Session.Find<StoredArticleRow>(
        // CROSS JOIN fixes the order: left to itself the planner walks every article.
        $"""
        {Known}
        FROM revisions t CROSS JOIN articles a ON a.article_key = t.article_key JOIN revisions r ON r.revision_id = a.current_revision
        WHERE t.content_hash = $hash LIMIT 1
        """,
        ("$hash", hash));

    public void Insert(Article article, string? canonical, string hash)
    {
        var key = Session.Number(
            "INSERT INTO articles (public_id, canonical_url, current_revision, first_seen) VALUES ($id, $canonical, 0, $now) RETURNING article_key",
            ("$id", article.Id), ("$canonical", canonical), ("$now", time.GetUtcNow().ToUnixTimeSeconds()))!.Value;
        Advance(key, 1, null, article, canonical, hash);
    }

    public void Replace(StoredArticleRow stored, Article article, string? canonical, string hash) =>
        Advance(stored.ArticleKey, stored.Number + 1, stored.RevisionId, article, canonical, hash);

    private void Advance(long key, int number, long? replaced, Article article, string? canonical, string hash)
    {
        var now = time.GetUtcNow();
        var revision = Session.Number(
            """
            INSERT INTO revisions (article_key, number, content_hash, title, url, source, author, published_at, language, file_name, ingested_at, body)
            VALUES ($article, $number, $hash, $title, $url, $source, $author, $published, $language, $file, $now, $body) RETURNING revision_id
            """,
            ("$article", key), ("$number", number), ("$hash", hash), ("$title", article.Title), ("$url", article.Url), ("$source", article.Source),
            ("$author", article.Author), ("$published", article.PublishedAt?.ToUnixTimeSeconds()), ("$language", article.Language),
            ("$file", article.FileName), ("$now", now.ToUnixTimeSeconds()), ("$body", article.Body))!.Value;
        Session.Run(
            "UPDATE articles SET current_revision = $revision, canonical_url = $canonical WHERE article_key = $article",
            ("$revision", revision), ("$canonical", canonical), ("$article", key));
        Session.Run(
            "INSERT INTO article_log (revision_id, replaced_revision_id) VALUES ($revision, $replaced)",
            ("$revision", revision), ("$replaced", replaced));
        texts.Add(new NewText(revision, replaced, article, now));
    }

    public bool HadText(StoredArticleRow stored, string hash) => Session.Number(
        "SELECT 1 FROM revisions WHERE content_hash = $hash AND +article_key = $article LIMIT 1", ("$hash", hash), ("$article", stored.ArticleKey)) is not null;
}
