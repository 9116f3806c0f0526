using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The articles in the archive's SQLite database.</summary>
/// <remarks>
/// Safe for use by several threads: one writing connection behind a gate, and as many reading ones as are busy at once. An article on a damaged page of the database is left
/// out, which is told once: the other articles are answered from.
/// </remarks>
/// <param name="archive">The database.</param>
/// <param name="time">The clock.</param>
/// <param name="health">Is told of damage; null for nobody.</param>
/// <param name="logger">Is told of damage; null for nobody.</param>
internal sealed partial class SqliteArticleStore(SqliteArchive archive, TimeProvider time, ServiceHealth? health = null, ILogger<SqliteArticleStore>? logger = null)
    : IArticleStore, IDisposable
{
    private const int LogPage = 4096;

    private const string Select = $"SELECT {StoredArticleRow.Columns} FROM revisions r JOIN articles a ON a.article_key = r.article_key";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SqliteReaders readers = new(archive);
    private readonly SqliteArticleWriter writer = new(archive, time);
    private bool damageTold;

    public async Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return SqliteFailures.Translate(archive.Path, () => writer.Write(articles, cancellationToken));
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
            // Page by page, so that a slow reader holds no snapshot open and the log can be checkpointed.
            var after = sequence;
            var page = await readers.ReadAsync(
                session => session.Query<ArticleLogEntry>(
                    "SELECT sequence, revision_id, replaced_revision_id FROM article_log WHERE sequence > $after ORDER BY sequence LIMIT $limit",
                    ("$after", after), ("$limit", LogPage)),
                cancellationToken);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < LogPage)
                yield break;
            sequence = page[^1].Sequence;
        }
    }

    public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => session.Number("SELECT max(sequence) FROM article_log") ?? 0, cancellationToken);

    public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken) =>
        readers.ReadAsync(session => OrNull(() => FindLogPosition(session, sequence)), cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => session.Number("SELECT count(*) FROM articles") ?? 0, cancellationToken);

    public Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<ArticleRevision>>(
            session =>
            {
                var found = new List<ArticleRevision>(revisionIds.Count);
                foreach (var revisionId in revisionIds)
                {
                    if (OrNull(() => session.Find<StoredArticleRow>($"{Select} WHERE r.revision_id = $id", ("$id", revisionId))) is { } row)
                        found.Add(row.ToRevision());
                }

                return found;
            },
            cancellationToken);

    public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => session.Find<StoredArticleRow>($"{Select} WHERE a.public_id = $id AND r.revision_id = a.current_revision", ("$id", articleId))?.ToRevision(),
            cancellationToken);

    public Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<StoredRevision>>(
            session =>
            {
                var rows = session.Query<StoredArticleRow>(
                    $"""
                    SELECT {StoredArticleRow.Columns}, r.ingested_at FROM revisions r JOIN articles a ON a.article_key = r.article_key
                    WHERE a.public_id = $id ORDER BY r.number DESC LIMIT $limit
                    """,
                    ("$id", articleId), ("$limit", limit));
                return [.. Enumerable.Reverse(rows).Select(row => new StoredRevision(row.ToRevision(), DateTimeOffset.FromUnixTimeSeconds(row.IngestedAt)))];
            },
            cancellationToken);

    /// <summary>What a reading finds; null where the pages that it needs are damaged.</summary>
    private T? OrNull<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure) when (SqliteFailures.IsDamage(failure))
        {
            var problem = $"Pages of the archive {archive.Path} are damaged, and the articles on them are left out; restore it from a backup.";
            if (Interlocked.Exchange(ref damageTold, true))
                return default;
            health?.Set("The archive", problem);
            if (logger is not null)
                Damaged(logger, problem);
            return default;
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        readers.Dispose();
        gate.Dispose();
    }

    private static LogPosition? FindLogPosition(SqliteSession session, long sequence)
    {
        var line = session.Find<LogFingerprint>(
            """
            SELECT a.id, l.revision_id, l.replaced_revision_id, r.content_hash, r.ingested_at
            FROM archive a, article_log l LEFT JOIN revisions r ON r.revision_id = coalesce(l.revision_id, l.replaced_revision_id)
            WHERE l.sequence = $sequence
            """,
            ("$sequence", sequence));
        return line?.At(sequence);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}")]
    private static partial void Damaged(ILogger logger, string problem);
}
