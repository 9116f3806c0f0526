using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The writing connection with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteArticleWriter : IDisposable
{
    private const string Known = """
        SELECT a.article_key, a.canonical_url, r.revision_id, r.number, r.content_hash, r.title,
               r.url, r.source, r.author, r.published_at, r.language, r.file_name
        """;

    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly List<SqliteCommand> commands = [];
    private readonly SqliteCommand byId;
    private readonly SqliteCommand byUrl;
    private readonly SqliteCommand byText;
    private readonly SqliteCommand hadText;
    private readonly SqliteCommand insertArticle;
    private readonly SqliteCommand insertRevision;
    private readonly SqliteCommand makeCurrent;
    private readonly SqliteCommand insertLog;
    private readonly SqliteDuplicateWriter duplicates;
    private readonly List<SqliteDuplicateWriter.StoredText> stored = [];

    /// <summary>Opens its own connection.</summary>
    /// <exception cref="StoreException">The archive cannot be opened.</exception>
    public SqliteArticleWriter(SqliteArchive archive, TimeProvider time)
    {
        connection = archive.Open();
        this.time = time;
        byId = Command($"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.public_id = $key", "$key");
        byUrl = Command($"{Known} FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE a.canonical_url = $key", "$key");
        // CROSS JOIN fixes the order: left to itself the planner walks every article.
        byText = Command(
            $"""
            {Known}
            FROM revisions t CROSS JOIN articles a ON a.article_key = t.article_key JOIN revisions r ON r.revision_id = a.current_revision
            WHERE t.content_hash = $key LIMIT 1
            """,
            "$key");
        hadText = Command("SELECT 1 FROM revisions WHERE content_hash = $hash AND +article_key = $article LIMIT 1", "$hash", "$article");
        insertArticle = Command(
            """
            INSERT INTO articles (public_id, canonical_url, current_revision, first_seen)
            VALUES ($id, $canonical, 0, $now) RETURNING article_key
            """,
            "$id", "$canonical", "$now");
        insertRevision = Command(
            """
            INSERT INTO revisions (article_key, number, content_hash, title, url, source, author, published_at, language, file_name, ingested_at, body)
            VALUES ($article, $number, $hash, $title, $url, $source, $author, $published, $language, $file, $now, $body) RETURNING revision_id
            """,
            "$article", "$number", "$hash", "$title", "$url", "$source", "$author", "$published", "$language", "$file", "$now", "$body");
        makeCurrent = Command(
            "UPDATE articles SET current_revision = $revision, canonical_url = $canonical WHERE article_key = $article",
            "$revision", "$canonical", "$article");
        insertLog = Command("INSERT INTO article_log (revision_id, replaced_revision_id) VALUES ($revision, $replaced)", "$revision", "$replaced");
        duplicates = new SqliteDuplicateWriter((sql, parameters) => Command(sql, parameters));
    }

    /// <summary>Stores the batch in one transaction; cancelled or failed, nothing of it is stored.</summary>
    public List<IngestOutcome> Write(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var command in commands)
            command.Transaction = transaction;
        stored.Clear();
        try
        {
            var outcomes = new List<IngestOutcome>(articles.Count);
            foreach (var article in articles)
            {
                cancellationToken.ThrowIfCancellationRequested();
                outcomes.Add(Write(article));
            }

            duplicates.Write(stored);
            transaction.Commit();
            return outcomes;
        }
        catch
        {
            duplicates.Reset();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byId.Dispose();
        byUrl.Dispose();
        byText.Dispose();
        hadText.Dispose();
        insertArticle.Dispose();
        insertRevision.Dispose();
        makeCurrent.Dispose();
        insertLog.Dispose();
        duplicates.Dispose();
        connection.Dispose();
    }

    private IngestOutcome Write(Article article)
    {
        var canonical = article.Url is { } url ? CanonicalUrl.From(url) : null;
        var hash = ContentHash.Of(article.Body);
        var byAddress = canonical is null ? null : Find(byUrl, canonical);
        if (Find(byId, article.Id) is { } same)
        {
            // One address has one article: where another holds it already, this one keeps what it had.
            var taken = canonical is null || (byAddress is not null && byAddress.Key != same.Key);
            return Meet(same, article, taken ? same.CanonicalUrl : canonical, hash);
        }

        // Before the address: a text that stands under many addresses (a consent form) must not replace an article.
        if (Find(byText, hash) is { } copy)
        {
            // Found by its text alone, it says nothing about an article that has another address.
            if (copy.Key == byAddress?.Key || (copy.CanonicalUrl is null && byAddress is null))
                return Meet(copy, article, canonical ?? copy.CanonicalUrl, hash);
            return IngestOutcome.Unchanged;
        }

        if (byAddress is not null)
            return Meet(byAddress, article, canonical, hash);
        Insert(article, canonical, hash);
        return IngestOutcome.Added;
    }

    private IngestOutcome Meet(Stored stored, Article article, string? canonical, string hash)
    {
        if (stored.Hash == hash)
        {
            if (Fill(stored.Article, article) is { } filled)
                Replace(stored, filled, canonical, hash);
            return IngestOutcome.Unchanged;
        }

        // An older state that comes in again, from an old file or a second copy, is no news.
        if (HadText(stored, hash))
            return IngestOutcome.Unchanged;
        Replace(stored, article, canonical, hash);
        return IngestOutcome.Updated;
    }

    /// <summary>What is stored with its gaps filled from what came in; null when there is nothing to fill.</summary>
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
        Set(insertArticle, 0, article.Id);
        Set(insertArticle, 1, canonical);
        Set(insertArticle, 2, time.GetUtcNow().ToUnixTimeSeconds());
        var key = (long)insertArticle.ExecuteScalar()!;
        Advance(key, 1, null, article, canonical, hash);
    }

    private void Replace(Stored stored, Article article, string? canonical, string hash) =>
        Advance(stored.Key, stored.Number + 1, stored.RevisionId, article, canonical, hash);

    private void Advance(long key, int number, long? replaced, Article article, string? canonical, string hash)
    {
        Set(insertRevision, 0, key);
        Set(insertRevision, 1, number);
        Set(insertRevision, 2, hash);
        Set(insertRevision, 3, article.Title);
        Set(insertRevision, 4, article.Url);
        Set(insertRevision, 5, article.Source);
        Set(insertRevision, 6, article.Author);
        Set(insertRevision, 7, article.PublishedAt?.ToUnixTimeSeconds());
        Set(insertRevision, 8, article.Language);
        Set(insertRevision, 9, article.FileName);
        Set(insertRevision, 10, time.GetUtcNow().ToUnixTimeSeconds());
        Set(insertRevision, 11, article.Body);
        var revision = (long)insertRevision.ExecuteScalar()!;

        Set(makeCurrent, 0, revision);
        Set(makeCurrent, 1, canonical);
        Set(makeCurrent, 2, key);
        makeCurrent.ExecuteNonQuery();

        Set(insertLog, 0, revision);
        Set(insertLog, 1, replaced);
        insertLog.ExecuteNonQuery();
        stored.Add(new SqliteDuplicateWriter.StoredText(revision, replaced, article, time.GetUtcNow()));
    }

    private bool HadText(Stored stored, string hash)
    {
        Set(hadText, 0, hash);
        Set(hadText, 1, stored.Key);
        return hadText.ExecuteScalar() is not null;
    }

    private static Stored? Find(SqliteCommand command, string key)
    {
        Set(command, 0, key);
        using var row = command.ExecuteReader();
        if (!row.Read())
            return null;
        return new Stored(row.GetInt64(0), Text(1), row.GetInt64(2), row.GetInt32(3), row.GetString(4), new Article
        {
            Id = "",
            Title = row.GetString(5),
            Url = Text(6),
            Source = Text(7),
            Author = Text(8),
            PublishedAt = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(9)),
            Language = Text(10),
            FileName = Text(11),
            Body = "",
        });

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    private static void Set(SqliteCommand command, int parameter, object? value) =>
        command.Parameters[parameter].Value = value ?? DBNull.Value;

#pragma warning disable CA2100 // Every statement is a constant of this file.
    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        commands.Add(command);
        return command;
    }
#pragma warning restore CA2100

    /// <summary>What is known of an article; of <paramref name="Article"/>, its metadata only.</summary>
    private sealed record Stored(long Key, string? CanonicalUrl, long RevisionId, int Number, string Hash, Article Article);
}
