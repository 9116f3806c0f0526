using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Postgres;

/// <summary>The articles in the archive's PostgreSQL database.</summary>
/// <remarks>Safe for concurrent use. One batch is written at a time, over all processes (<see cref="PostgresArticleLog"/>); readers never wait.</remarks>
internal sealed class PostgresArticleStore(PostgresDatabase database, TimeProvider time) : IArticleStore, IDisposable
{
    private const int LogPage = 4096;

    private const string Select = $"SELECT {StoredArticleRow.Columns} FROM revisions r JOIN articles a ON a.article_key = r.article_key";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly PostgresArticleWriter writer = new(database, time);

    public async Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await writer.WriteAsync(articles, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public async IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Page by page, so that a slow reader keeps no connection.
            var after = sequence;
            var page = await database.ReadAsync(
                session => session.QueryAsync<ArticleLogEntry>(
                    "SELECT sequence, revision_id, replaced_revision_id FROM article_log WHERE sequence > @after ORDER BY sequence LIMIT @limit",
                    ("@after", after), ("@limit", LogPage)),
                cancellationToken);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < LogPage)
                yield break;
            sequence = page[^1].Sequence;
        }
    }

    public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await session.NumberAsync("SELECT max(sequence) FROM article_log") ?? 0, cancellationToken);

    public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await session.FindAsync<LogFingerprint>(
            """
            SELECT a.id, l.revision_id, l.replaced_revision_id, r.content_hash, r.ingested_at
            FROM archive a, article_log l LEFT JOIN revisions r ON r.revision_id = coalesce(l.revision_id, l.replaced_revision_id)
            WHERE l.sequence = @sequence
            """,
            ("@sequence", sequence)))?.At(sequence),
        cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await session.NumberAsync("SELECT count(*) FROM articles") ?? 0, cancellationToken);

    public Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ArticleRevision>>(
            async session =>
            {
                var rows = await session.QueryAsync<StoredArticleRow>($"{Select} WHERE r.revision_id = ANY (@ids)", ("@ids", revisionIds.ToArray()));
                var found = rows.ToDictionary(row => row.RevisionId, row => row.ToRevision());
                return [.. revisionIds.Select(id => found.GetValueOrDefault(id)).OfType<ArticleRevision>()];
            },
            cancellationToken);

    public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (await session.FindAsync<StoredArticleRow>($"{Select} WHERE a.public_id = @id AND r.revision_id = a.current_revision", ("@id", articleId)))?.ToRevision(),
        cancellationToken);

    public Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredRevision>>(
            async session =>
            {
                var rows = await session.QueryAsync<StoredArticleRow>(
                    $"""
                    SELECT {StoredArticleRow.Columns}, r.ingested_at FROM revisions r JOIN articles a ON a.article_key = r.article_key
                    WHERE a.public_id = @id ORDER BY r.number DESC LIMIT @limit
                    """,
                    ("@id", articleId), ("@limit", limit));
                return [.. Enumerable.Reverse(rows).Select(row => new StoredRevision(row.ToRevision(), DateTimeOffset.FromUnixTimeSeconds(row.IngestedAt)))];
            },
            cancellationToken);

    public void Dispose() => gate.Dispose();
}
