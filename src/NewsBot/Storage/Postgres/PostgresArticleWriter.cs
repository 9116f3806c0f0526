using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;
using Npgsql;
using NpgsqlTypes;

namespace NewsBot.Storage.Postgres;

/// <summary>Writes batches of articles: a few questions for the whole batch, then each table in one COPY; used by one caller at a time.</summary>
internal sealed class PostgresArticleWriter(PostgresDatabase database, TimeProvider time)
{
    // Of what is committed; null where that is not known.
    private PostgresDuplicateGroups? duplicates;

    /// <summary>Stores the batch in one transaction; cancelled or failed, nothing of it is stored.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> WriteAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clean = articles.Select(Clean).ToList();
        if (clean.Count == 0)
            return [];

        // Memory forgets a batch that is not committed, and a second try begins with an empty one.
        var (groups, next) = (new PostgresDuplicateGroups(), duplicates);
        duplicates = null;
        var outcomes = await database.WriteAsync(
            session =>
            {
                (groups, next) = (next ?? new PostgresDuplicateGroups(), null);
                return WriteAsync(session, clean, groups);
            },
            cancellationToken);
        duplicates = groups;
        return outcomes;
    }

    private async Task<List<IngestOutcome>> WriteAsync(PostgresSession session, List<Article> articles, PostgresDuplicateGroups groups)
    {
        await PostgresArticleLog.LockAsync(session);
        var batch = await PostgresArticleBatch.LoadAsync(session, articles);
        var outcomes = articles.ConvertAll(article => batch.Store(article));
        if (batch.Revisions.Count > 0)
        {
            await StoreAsync(session, batch, groups);
            await PostgresArticleLog.RingAsync(session);
        }

        return outcomes;
    }

    private async Task StoreAsync(PostgresSession session, PostgresArticleBatch batch, PostgresDuplicateGroups groups)
    {
        var now = time.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        var added = batch.Added.ToList();
        var firstArticle = await ReserveAsync(session, "articles", "article_key", added.Count);
        var firstRevision = await ReserveAsync(session, "revisions", "revision_id", batch.Revisions.Count);
        var firstLine = await ReserveAsync(session, "article_log", "sequence", batch.Revisions.Count);

        await using (var articles = await CopyAsync(session, "articles (article_key, public_id, canonical_url, current_revision, first_seen)"))
        {
            foreach (var row in added)
            {
                await articles.StartRowAsync(session.Stop);
                await WriteAsync(articles, Given(row.ArticleKey, firstArticle));
                await WriteAsync(articles, row.PublicId);
                await WriteAsync(articles, row.CanonicalUrl);
                await WriteAsync(articles, Given(row.RevisionId, firstRevision));
                await WriteAsync(articles, seconds);
            }

            await articles.CompleteAsync(session.Stop);
        }

        var changed = batch.Changed.ToList();
        if (changed.Count > 0)
        {
            await session.RunAsync(
                """
                UPDATE articles a SET current_revision = c.revision, canonical_url = c.url FROM unnest(@keys, @revisions, @urls) AS c (key, revision, url)
                WHERE a.article_key = c.key
                """,
                ("@keys", changed.ConvertAll(row => row.ArticleKey).ToArray()),
                ("@revisions", changed.ConvertAll(row => Given(row.RevisionId, firstRevision)).ToArray()),
                ("@urls", changed.ConvertAll(row => row.CanonicalUrl).ToArray()));
        }

        await using (var revisions = await CopyAsync(
            session,
            "revisions (revision_id, article_key, number, content_hash, title, url, source, author, published_at, language, file_name, ingested_at, body)"))
        {
            foreach (var (row, _, article) in batch.Revisions)
            {
                await revisions.StartRowAsync(session.Stop);
                await WriteAsync(revisions, Given(row.RevisionId, firstRevision));
                await WriteAsync(revisions, Given(row.ArticleKey, firstArticle));
                await revisions.WriteAsync(row.Number, NpgsqlDbType.Integer);
                await WriteAsync(revisions, row.ContentHash);
                await WriteAsync(revisions, row.Title);
                await WriteAsync(revisions, row.Url);
                await WriteAsync(revisions, row.Source);
                await WriteAsync(revisions, row.Author);
                await WriteAsync(revisions, row.PublishedAt);
                await WriteAsync(revisions, row.Language);
                await WriteAsync(revisions, row.FileName);
                await WriteAsync(revisions, seconds);
                await WriteAsync(revisions, article.Body);
            }

            await revisions.CompleteAsync(session.Stop);
        }

        await using (var log = await CopyAsync(session, "article_log (sequence, revision_id, replaced_revision_id)"))
        {
            foreach (var (index, (row, replaced, _)) in batch.Revisions.Index())
            {
                await log.StartRowAsync(session.Stop);
                await WriteAsync(log, firstLine + index);
                await WriteAsync(log, Given(row.RevisionId, firstRevision));
                await WriteAsync(log, replaced is { } id ? Given(id, firstRevision) : null);
            }

            await log.CompleteAsync(session.Stop);
        }

        await groups.WriteAsync(
            session,
            [.. batch.Revisions.Select(one => new NewText(
                Given(one.Row.RevisionId, firstRevision), one.ReplacedId is { } id ? Given(id, firstRevision) : null, one.Article, now))]);
    }

    /// <summary>The first of so many numbers, one after the other; nobody else takes any under the lock of the log.</summary>
    private static async Task<long> ReserveAsync(PostgresSession session, string table, string column, int count) => count == 0
        ? 0
        : (await session.NumberAsync(
            "SELECT setval(pg_get_serial_sequence(@table, @column), nextval(pg_get_serial_sequence(@table, @column)) + @more) - @more",
            ("@table", table), ("@column", column), ("@more", count - 1L)))!.Value;

    private static long Given(long number, long first) => number < 0 ? first - number - 1 : number;

    private static Task<NpgsqlBinaryImporter> CopyAsync(PostgresSession session, string columns) =>
        session.Connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT BINARY)", session.Stop);

    private static Task WriteAsync(NpgsqlBinaryImporter importer, long? value) =>
        value is { } number ? importer.WriteAsync(number, NpgsqlDbType.Bigint) : importer.WriteNullAsync();

    private static Task WriteAsync(NpgsqlBinaryImporter importer, string? value) =>
        value is null ? importer.WriteNullAsync() : importer.WriteAsync(value, NpgsqlDbType.Text);

    /// <summary>The article in texts that the database can hold. Before its hash is taken: the stored text has the stored hash.</summary>
    private static Article Clean(Article article) => article with
    {
        Id = PostgresText.Clean(article.Id),
        Title = PostgresText.Clean(article.Title),
        Url = PostgresText.CleanOrNull(article.Url),
        Source = PostgresText.CleanOrNull(article.Source),
        Author = PostgresText.CleanOrNull(article.Author),
        Language = PostgresText.CleanOrNull(article.Language),
        FileName = PostgresText.CleanOrNull(article.FileName),
        Body = PostgresText.Clean(article.Body),
    };
}
