using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>The archive seen from above, out of its SQLite database.</summary>
internal sealed class SqliteArchiveOverview(SqliteReaders readers) : IArchiveOverview
{
    public async Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Query<StoredArticleRow>(
                // CROSS JOIN fixes the order: newest first along the index, without a sort.
                $"""
                SELECT {StoredArticleRow.Columns}
                FROM revisions r INDEXED BY revisions_by_time CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.published_at < $before ORDER BY r.published_at DESC, r.revision_id DESC LIMIT $limit
                """,
                // Articles are dated to the second: one of this very second is before a later part of it.
                ("$before", before.ToUnixTimeSeconds() + (before.UtcTicks % TimeSpan.TicksPerSecond > 0 ? 1 : 0)), ("$limit", limit))
                .ConvertAll(row => row.ToRevision()),
            cancellationToken);

    public async Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Query<StoredArticleRow>(
                $"""
                SELECT {StoredArticleRow.Columns}, a.first_seen
                FROM revisions r INDEXED BY revisions_by_time CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.published_at > $from AND r.published_at <= $to ORDER BY r.published_at DESC, r.revision_id DESC LIMIT $limit
                """,
                // Articles are dated to the second: one of this very second is not after a later part of it.
                ("$from", from.ToUnixTimeSeconds()), ("$to", to.ToUnixTimeSeconds()), ("$limit", limit))
                .ConvertAll(row => new ArchivedArticle(row.ToRevision(), DateTimeOffset.FromUnixTimeSeconds(row.FirstSeen))),
            cancellationToken);

    public async Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => session.Query<OutletRow>(
                // The index holds all that is asked of a revision: no text is read.
                """
                SELECT r.source, count(*) AS articles, max(r.published_at) AS newest
                FROM revisions r INDEXED BY revisions_by_source CROSS JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id
                WHERE r.source IS NOT NULL GROUP BY r.source ORDER BY count(*) DESC, r.source LIMIT $limit
                """,
                ("$limit", limit))
                .ConvertAll(row => new OutletCount(row.Source, row.Articles, row.Newest is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null)),
            cancellationToken);

    // By properties: of no date at all, the column has no type.
    private sealed record OutletRow
    {
        public string Source { get; init; } = "";

        public long Articles { get; init; }

        public long? Newest { get; init; }
    }
}
