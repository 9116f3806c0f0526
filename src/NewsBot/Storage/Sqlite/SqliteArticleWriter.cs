using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The writing connection of the articles; used by one caller at a time.</summary>
internal sealed class SqliteArticleWriter(SqliteArchive archive, TimeProvider time) : IDisposable
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
                outcomes.Add(Write(article));
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

    private IngestOutcome Write(Article article)
    {
        var canonical = article.Url is { } url ? CanonicalUrl.From(url) : null;
        var hash = ContentHash.Of(article.Body);
        var byAddress = canonical is null ? null : FindByUrl(canonical);
        if (FindById(article.Id) is { } same)
        {
            // One address has one article: where another article has it already, this one keeps the address that it had.
            var taken = canonical is null || (byAddress is not null && byAddress.ArticleKey != same.ArticleKey);
            return Meet(same, article, taken ? same.CanonicalUrl : canonical, hash);
        }

        // Before the address: a text that stands under many addresses (a consent form) must not replace an article.
        if (FindByText(hash) is { } copy)
        {
            // Found by its text alone, it says nothing about an article that has another address.
            if (copy.ArticleKey == byAddress?.ArticleKey || (copy.CanonicalUrl is null && byAddress is null))
                return Meet(copy, article, canonical ?? copy.CanonicalUrl, hash);
            return IngestOutcome.Unchanged;
        }

        if (byAddress is not null)
            return Meet(byAddress, article, canonical, hash);
        Insert(article, canonical, hash);
        return IngestOutcome.Added;
    }

    private StoredArticleRow? FindById(string id) => Session.Find<StoredArticleRow>(
        $"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.public_id = $id", ("$id", id));

    private StoredArticleRow? FindByUrl(string canonical) => Session.Find<StoredArticleRow>(
        $"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.canonical_url = $canonical", ("$canonical", canonical));

    private StoredArticleRow? FindByText(string hash) => Session.Find<StoredArticleRow>(
        // CROSS JOIN fixes the order: left to itself the planner walks every article.
        $"""
        {Known}
        FROM revisions t CROSS JOIN articles a ON a.article_key = t.article_key JOIN revisions r ON r.revision_id = a.current_revision
        WHERE t.content_hash = $hash LIMIT 1
        """,
        ("$hash", hash));

    /// <summary>Brings together what is stored of an article and what came in of it.</summary>
    private IngestOutcome Meet(StoredArticleRow stored, Article article, string? canonical, string hash)
    {
        if (stored.ContentHash == hash)
        {
            if (Fill(stored.ToArticle(), article) is { } filled)
                Replace(stored, filled, canonical, hash);
            return IngestOutcome.Unchanged;
        }

        // An older state that comes in again, from an old file or a second copy, is not news.
        if (HadText(stored, hash))
            return IngestOutcome.Unchanged;
        Replace(stored, article, canonical, hash);
        return IngestOutcome.Updated;
    }

    /// <summary>The stored metadata with its gaps filled from what came in; null when there is nothing to fill.</summary>
    private static Article? Fill(Article stored, Article given)
    {
        var filled = stored with
        {
            Url = stored.Url ?? given.Url,
            Source = stored.Source ?? given.Source,
            Author = stored.Author ?? given.Author,
            PublishedAt = stored.PublishedAt ?? given.PublishedAt,
            Language = stored.Language ?? given.Language,
            FileName = stored.FileName ?? given.FileName,
        };
        return filled == stored ? null : filled with { Body = given.Body };
    }

    private void Insert(Article article, string? canonical, string hash)
    {
        var key = Session.Number(
            "INSERT INTO articles (public_id, canonical_url, current_revision, first_seen) VALUES ($id, $canonical, 0, $now) RETURNING article_key",
            ("$id", article.Id), ("$canonical", canonical), ("$now", time.GetUtcNow().ToUnixTimeSeconds()))!.Value;
        Advance(key, 1, null, article, canonical, hash);
    }

    private void Replace(StoredArticleRow stored, Article article, string? canonical, string hash) =>
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

    private bool HadText(StoredArticleRow stored, string hash) => Session.Number(
        "SELECT 1 FROM revisions WHERE content_hash = $hash AND +article_key = $article LIMIT 1", ("$hash", hash), ("$article", stored.ArticleKey)) is not null;
}
