using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>Copies the archive's database and looks for damage in it.</summary>
internal sealed class SqliteArchiveCare(SqliteArchive archive) : IArchiveCare
{
    // SQLite writes into an empty file that is there, and does not wait until the disk has it (sqlite.org/lang_vacuum.html).
    public long Backup(string path) => WholeCopy.Write(path, unfinished => SqliteFailures.Translate(archive.Path, () => Copy(unfinished)));

    public Task<IReadOnlyList<string>> FindDamageAsync(int limit, CancellationToken cancellationToken) => Task.Run(() => FindDamage(limit), cancellationToken);

    private IReadOnlyList<string> FindDamage(int limit) => SqliteFailures.Translate(archive.Path, () =>
    {
        using var session = new SqliteSession(archive.OpenForReading);
        var found = session.Query<string>($"PRAGMA integrity_check({limit})")
            .Where(line => line != "ok")
            .Select(line => $"The database is damaged: {line}.")
            .ToList();
        // Pages that cannot be trusted are not read further.
        if (found.Count > 0)
            return found;
        found.AddRange(session.Query<string>("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check ORDER BY 1")
            .Select(table => $"The table '{table}' names rows that are not there."));
        found.AddRange(session.Query<string>(
            """
            SELECT a.public_id FROM articles AS a LEFT JOIN revisions AS r ON r.revision_id = a.current_revision AND r.article_key = a.article_key
            WHERE r.revision_id IS NULL ORDER BY a.article_key LIMIT $limit
            """,
            ("$limit", limit)).Select(id => $"The article {id} has no text."));
        found.AddRange(ChangedTexts(session).Take(limit));
        return (IReadOnlyList<string>)[.. found.Take(limit)];
    });

    private bool Copy(string path)
    {
        using var connection = archive.OpenForReading();
        using var command = connection.CreateCommand();
        // The copy is made of what is there, row by row: what was deleted does not come along in unused pages.
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        command.ExecuteNonQuery();
        return true;
    }

    /// <summary>Texts that are not those that were stored, told by their fingerprint: a disk may change a letter without breaking a page.</summary>
    private static IEnumerable<string> ChangedTexts(SqliteSession session)
    {
        const int AtOnce = 200;
        for (var last = 0L; ;)
        {
            var rows = session.Query<StoredArticleRow>(
                """
                SELECT r.revision_id, a.public_id, r.number, r.content_hash, r.body FROM revisions AS r JOIN articles AS a ON a.article_key = r.article_key
                WHERE r.revision_id > $last ORDER BY r.revision_id LIMIT $count
                """,
                ("$last", last),
                ("$count", AtOnce));
            foreach (var row in rows.Where(row => ContentHash.Of(row.Body) != row.ContentHash))
                yield return $"Revision {row.Number} of the article {row.PublicId} is not the text that was stored.";
            if (rows.Count < AtOnce)
                yield break;
            last = rows[^1].RevisionId;
        }
    }
}
