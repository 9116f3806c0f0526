using NewsBot.Archive;

namespace NewsBot.Storage.Postgres;

/// <summary>Removes old articles from the archive's PostgreSQL database in short transactions.</summary>
/// <remarks>Autovacuum gives the place to articles that come in later.</remarks>
internal sealed class PostgresArticleRetention(PostgresDatabase database) : IArticleRetention
{
    private const int BatchRows = 64;

    // A stored revision tells that an older state comes in again; a state with so many newer ones does not come again.
    private const int MostReplaced = 10;

    /// <summary>Keeps an answer that cites an article from being stored in the middle of the look at what is cited.</summary>
    private const string LockCitations = "LOCK TABLE cited_revisions, cited_articles IN SHARE MODE";

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
                $"{Uncited} AND coalesce(r.published_at, a.first_seen) < @limit ORDER BY coalesce(r.published_at, a.first_seen), a.article_key",
                time.ToUnixTimeSeconds(), cancellationToken);
            await RemoveReplacedAsync("coalesce(r.published_at, r.ingested_at) < @limit", time.ToUnixTimeSeconds(), cancellationToken);
        }

        if (mostArticles is { } most)
        {
            removed += await RemoveAsync(
                $"{Uncited} ORDER BY coalesce(r.published_at, a.first_seen), a.article_key LIMIT greatest(0, (SELECT count(*) FROM articles) - @limit)",
                most, cancellationToken);
            await RemoveReplacedAsync("r.number < (SELECT number FROM revisions WHERE revision_id = a.current_revision) - @limit", MostReplaced, cancellationToken);
        }

        return removed;
    }

    private async Task<int> RemoveAsync(string select, long limit, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(session => session.QueryAsync<Found>(select, ("@limit", limit)), cancellationToken);
        var removed = 0;
        foreach (var batch in found.Chunk(BatchRows))
            removed += await database.WriteAsync(session => RemoveAsync(session, batch), cancellationToken);
        return removed;
    }

    /// <summary>Removes the articles that were neither changed nor cited since they were found.</summary>
    private static async Task<int> RemoveAsync(PostgresSession session, Found[] batch)
    {
        await PostgresArticleLog.LockAsync(session);
        await session.RunAsync(LockCitations);
        var gone = await session.QueryAsync<Found>(
            $"""
            SELECT a.article_key, a.current_revision
            FROM unnest(@keys, @revisions) WITH ORDINALITY AS f (key, revision, turn) JOIN articles a ON a.article_key = f.key AND a.current_revision = f.revision
            WHERE {IsNotCited} ORDER BY f.turn
            """,
            ("@keys", Array.ConvertAll(batch, row => row.ArticleKey)), ("@revisions", Array.ConvertAll(batch, row => row.CurrentRevision)));
        if (gone.Count == 0)
            return 0;
        await session.RunAsync(
            "INSERT INTO article_log (replaced_revision_id) SELECT revision FROM unnest(@revisions) WITH ORDINALITY AS g (revision, turn) ORDER BY turn",
            ("@revisions", gone.ConvertAll(row => row.CurrentRevision).ToArray()));
        var keys = gone.ConvertAll(row => row.ArticleKey).ToArray();
        await session.RunAsync("DELETE FROM revisions WHERE article_key = ANY (@keys)", ("@keys", keys));
        await session.RunAsync("DELETE FROM articles WHERE article_key = ANY (@keys)", ("@keys", keys));
        await PostgresArticleLog.RingAsync(session);
        return gone.Count;
    }

    /// <summary>Removes revisions that no answer can open any more; no index has them.</summary>
    private async Task RemoveReplacedAsync(string condition, long limit, CancellationToken cancellationToken)
    {
        const string isNotCited = "NOT EXISTS (SELECT 1 FROM cited_revisions c WHERE c.revision_id = r.revision_id)";
        var found = await database.ReadAsync(
            session => session.QueryAsync<long>(
                $"""
                SELECT r.revision_id FROM revisions r JOIN articles a ON a.article_key = r.article_key
                WHERE r.revision_id <> a.current_revision AND {condition} AND {isNotCited}
                """,
                ("@limit", limit)),
            cancellationToken);
        foreach (var batch in found.Chunk(BatchRows))
        {
            await database.WriteAsync(
                async session =>
                {
                    await session.RunAsync(LockCitations);
                    return await session.RunAsync($"DELETE FROM revisions r WHERE r.revision_id = ANY (@ids) AND {isNotCited}", ("@ids", batch));
                },
                cancellationToken);
        }
    }

    private sealed record Found(long ArticleKey, long CurrentRevision);
}
