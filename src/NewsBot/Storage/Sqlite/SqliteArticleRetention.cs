using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>Removes old articles from the archive's SQLite database in short transactions.</summary>
/// <remarks>The file does not shrink: articles that come in later take the place.</remarks>
internal sealed class SqliteArticleRetention(SqliteReaders readers, SqliteWriteQueue writes) : IArticleRetention
{
    private const int BatchRows = 64;

    // A stored revision tells that an older state comes in again; a state with so many newer ones does not come again.
    private const int MostReplaced = 10;

    /// <summary>A condition on the article a: no answer names it or quotes any of its revisions.</summary>
    private const string IsNotCited = """
        NOT EXISTS (SELECT 1 FROM cited_articles c WHERE c.public_id = a.public_id)
        AND NOT EXISTS (SELECT 1 FROM revisions q JOIN cited_revisions c ON c.revision_id = q.revision_id WHERE q.article_key = a.article_key)
        """;

    private const string Uncited = $"""
        SELECT a.article_key, a.current_revision FROM articles a JOIN revisions r ON r.revision_id = a.current_revision WHERE {IsNotCited}
        """;

    public async Task<int> PruneAsync(DateTimeOffset? before, long? mostArticles, CancellationToken cancellationToken)
    {
        var removed = 0;
        if (before is { } time)
        {
            removed += await RemoveAsync(
                $"{Uncited} AND coalesce(r.published_at, a.first_seen) < $limit ORDER BY coalesce(r.published_at, a.first_seen), a.article_key",
                time.ToUnixTimeSeconds(), cancellationToken);
            await RemoveReplacedAsync("coalesce(r.published_at, r.ingested_at) < $limit", time.ToUnixTimeSeconds(), cancellationToken);
        }

        if (mostArticles is { } most)
        {
            removed += await RemoveAsync(
                $"{Uncited} ORDER BY coalesce(r.published_at, a.first_seen), a.article_key LIMIT max(0, (SELECT count(*) FROM articles) - $limit)",
                most, cancellationToken);
            await RemoveReplacedAsync("r.number < (SELECT number FROM revisions WHERE revision_id = a.current_revision) - $limit", MostReplaced, cancellationToken);
        }

        return removed;
    }

    private async Task<int> RemoveAsync(string select, long limit, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            session => session.Query<Found>(select, ("$limit", limit)), cancellationToken);
        var removed = 0;
        foreach (var batch in found.Chunk(BatchRows))
            removed += await writes.WriteAsync(session => batch.Count(row => Remove(session, row.ArticleKey, row.CurrentRevision)), cancellationToken);
        return removed;
    }

    /// <summary>Removes an article unless it was changed or cited since it was found.</summary>
    private static bool Remove(SqliteSession session, long article, long revision)
    {
        var isLogged = session.Run(
            $"""
            INSERT INTO article_log (replaced_revision_id)
            SELECT a.current_revision FROM articles a WHERE a.article_key = $article AND a.current_revision = $revision AND {IsNotCited}
            """,
            ("$article", article), ("$revision", revision)) > 0;
        if (isLogged)
        {
            session.Run("DELETE FROM revisions WHERE article_key = $article", ("$article", article));
            session.Run("DELETE FROM articles WHERE article_key = $article", ("$article", article));
        }

        return isLogged;
    }

    /// <summary>Removes revisions that no answer can open any more; no index has them.</summary>
    private async Task RemoveReplacedAsync(string condition, long limit, CancellationToken cancellationToken)
    {
        var found = await readers.ReadAsync(
            session => session.Query<long>(
                $"""
                SELECT r.revision_id FROM revisions r JOIN articles a ON a.article_key = r.article_key
                WHERE r.revision_id <> a.current_revision AND {condition}
                    AND NOT EXISTS (SELECT 1 FROM cited_revisions c WHERE c.revision_id = r.revision_id)
                """,
                ("$limit", limit)),
            cancellationToken);
        foreach (var batch in found.Chunk(BatchRows))
        {
            await writes.WriteAsync(
                session => batch.Sum(id => session.Run(
                    "DELETE FROM revisions WHERE revision_id = $id AND NOT EXISTS (SELECT 1 FROM cited_revisions WHERE revision_id = $id)", ("$id", id))),
                cancellationToken);
        }
    }

    private sealed record Found(long ArticleKey, long CurrentRevision);
}
