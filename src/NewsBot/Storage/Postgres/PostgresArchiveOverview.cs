using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Postgres;

/// <summary>The archive seen from above, out of its PostgreSQL database.</summary>
internal sealed class PostgresArchiveOverview(PostgresDatabase database) : IArchiveOverview
{
    private const string Current = "FROM revisions r JOIN articles a ON a.article_key = r.article_key AND a.current_revision = r.revision_id";

    public Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ArticleRevision>>(
            async session => (await session.QueryAsync<StoredArticleRow>(
                $"""
                SELECT {StoredArticleRow.Columns} {Current}
                WHERE r.published_at < @before ORDER BY r.published_at DESC, r.revision_id DESC LIMIT @limit
                """,
                // Articles are dated to the second: one of this very second is before a later part of it.
                ("@before", before.ToUnixTimeSeconds() + (before.UtcTicks % TimeSpan.TicksPerSecond > 0 ? 1 : 0)), ("@limit", limit)))
                .ConvertAll(row => row.ToRevision()),
            cancellationToken);

    public Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ArchivedArticle>>(
            async session => (await session.QueryAsync<StoredArticleRow>(
                $"""
                SELECT {StoredArticleRow.Columns}, a.first_seen {Current}
                WHERE r.published_at > @from AND r.published_at <= @to ORDER BY r.published_at DESC, r.revision_id DESC LIMIT @limit
                """,
                // Articles are dated to the second: one of this very second is not after a later part of it.
                ("@from", from.ToUnixTimeSeconds()), ("@to", to.ToUnixTimeSeconds()), ("@limit", limit)))
                .ConvertAll(row => new ArchivedArticle(row.ToRevision(), DateTimeOffset.FromUnixTimeSeconds(row.FirstSeen))),
            cancellationToken);

    public Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<OutletCount>>(
            async session => (await session.QueryAsync<OutletRow>(
                $"""
                SELECT r.source, count(*) AS articles, max(r.published_at) AS newest {Current}
                WHERE r.source IS NOT NULL GROUP BY r.source ORDER BY count(*) DESC, r.source LIMIT @limit
                """,
                ("@limit", limit)))
                .ConvertAll(row => new OutletCount(row.Source, row.Articles, row.Newest is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null)),
            cancellationToken);

    private sealed record OutletRow(string Source, long Articles, long? Newest);
}
