using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>The archive seen from above, out of its SQLite database.</summary>
internal sealed class SqliteArchiveOverview(SqliteReaders readers) : IArchiveOverview
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Read(
                // CROSS JOIN fixes the order: newest first along the index, without a sort.
                """
                SELECT r.revision_id, r.number, a.public_id, r.title, r.url, r.source, r.author, r.published_at, r.language, r.file_name, r.body
                FROM revisions r INDEXED BY revisions_by_time CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.published_at < $before ORDER BY r.published_at DESC, r.revision_id DESC LIMIT $limit
                """,
                Revision,
                // Articles are dated to the second: one of this very second is before a later part of it.
                ("$before", before.ToUnixTimeSeconds() + (before.UtcTicks % TimeSpan.TicksPerSecond > 0 ? 1 : 0)), ("$limit", limit)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Read(
                """
                SELECT r.revision_id, r.number, a.public_id, r.title, r.url, r.source, r.author, r.published_at, r.language, r.file_name, r.body, a.first_seen
                FROM revisions r INDEXED BY revisions_by_time CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.published_at > $from AND r.published_at <= $to ORDER BY r.published_at DESC, r.revision_id DESC LIMIT $limit
                """,
                row => new ArchivedArticle(Revision(row), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(11))),
                // Articles are dated to the second: one of this very second is not after a later part of it.
                ("$from", from.ToUnixTimeSeconds()), ("$to", to.ToUnixTimeSeconds()), ("$limit", limit)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Read(
                // The index holds all that is asked of a revision: no text is read.
                """
                SELECT r.source, count(*), max(r.published_at)
                FROM revisions r INDEXED BY revisions_by_source CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.source IS NOT NULL GROUP BY r.source ORDER BY count(*) DESC, r.source LIMIT $limit
                """,
                row => new OutletCount(row.GetString(0), row.GetInt64(1), row.NullableInt64(2) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null),
                ("$limit", limit)),
            cancellationToken);

    private static ArticleRevision Revision(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt32(1), new Article
    {
        Id = row.GetString(2),
        Title = row.GetString(3),
        Url = row.NullableString(4),
        Source = row.NullableString(5),
        Author = row.NullableString(6),
        PublishedAt = DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(7)),
        Language = row.NullableString(8),
        FileName = row.NullableString(9),
        Body = row.GetString(10),
    });
}
