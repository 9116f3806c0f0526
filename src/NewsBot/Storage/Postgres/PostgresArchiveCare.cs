using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Postgres;

/// <summary>Copies the archive's PostgreSQL database, and looks for damage in it.</summary>
internal sealed class PostgresArchiveCare(PostgresDatabase database) : IArchiveCare
{
    private const int TextsAtOnce = 500;

    public long Backup(string path) => new PostgresDump().Write(database.Reached(), path);

    public async Task<IReadOnlyList<string>> FindDamageAsync(int limit, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        found.AddRange((await database.ReadAsync(
            session => session.QueryAsync<string>(
                """
                SELECT a.public_id FROM articles AS a LEFT JOIN revisions AS r ON r.revision_id = a.current_revision AND r.article_key = a.article_key
                WHERE r.revision_id IS NULL ORDER BY a.article_key LIMIT @limit
                """,
                ("@limit", limit)),
            cancellationToken)).Select(id => $"The article {id} has no text."));
        found.AddRange((await database.ReadAsync(
            session => session.QueryAsync<string>(
                """
                SELECT a.public_id FROM articles AS a
                WHERE NOT EXISTS (SELECT 1 FROM article_log l WHERE l.revision_id = a.current_revision) ORDER BY a.article_key LIMIT @limit
                """,
                ("@limit", limit)),
            cancellationToken)).Select(id => $"The article {id} is not in the article log, so no index has it."));
        await foreach (var fault in ChangedTextsAsync(cancellationToken))
        {
            if (found.Count >= limit)
                break;
            found.Add(fault);
        }

        return [.. found.Take(limit)];
    }

    /// <summary>Texts that are not those that were stored, told by their fingerprint.</summary>
    private async IAsyncEnumerable<string> ChangedTextsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = 0L; ;)
        {
            var after = last;
            var rows = await database.ReadAsync(
                session => session.QueryAsync<StoredArticleRow>(
                    """
                    SELECT r.revision_id, a.public_id, r.number, r.content_hash, r.body FROM revisions AS r JOIN articles AS a ON a.article_key = r.article_key
                    WHERE r.revision_id > @last ORDER BY r.revision_id LIMIT @count
                    """,
                    ("@last", after), ("@count", TextsAtOnce)),
                cancellationToken);
            foreach (var row in rows.Where(row => ContentHash.Of(row.Body) != row.ContentHash))
                yield return $"Revision {row.Number} of the article {row.PublicId} is not the text that was stored.";
            if (rows.Count < TextsAtOnce)
                yield break;
            last = rows[^1].RevisionId;
        }
    }
}
