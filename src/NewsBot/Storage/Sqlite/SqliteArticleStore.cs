using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The articles in the archive's SQLite database.</summary>
/// <remarks>Safe for use by several threads: one writing connection behind a gate, and as many reading ones as are busy at once.</remarks>
internal sealed class SqliteArticleStore(SqliteArchive archive, TimeProvider time) : IArticleStore, IDisposable
{
    private const int LogPage = 4096;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentBag<SqliteArticleReader> readers = [];
    private SqliteArticleWriter? writer;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            writer ??= new SqliteArticleWriter(archive, time);
            return SqliteFailures.Translate(archive.Path, () => writer.Write(articles, cancellationToken));
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Page by page, so that a slow reader holds no snapshot open and the log can be checkpointed.
            var after = sequence;
            var page = await ReadAsync(reader => reader.LogAfter(after, LogPage), cancellationToken);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < LogPage)
                yield break;
            sequence = page[^1].Sequence;
        }
    }

    /// <inheritdoc/>
    public Task<long> GetLastSequenceAsync(CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.LastSequence(), cancellationToken);

    /// <inheritdoc/>
    public Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.LogPosition(sequence), cancellationToken);

    /// <inheritdoc/>
    public Task<long> CountAsync(CancellationToken cancellationToken) => ReadAsync(reader => reader.Count(), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken) =>
        await ReadAsync(reader => reader.ByRevision(revisionIds), cancellationToken);

    /// <inheritdoc/>
    public Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.ById(articleId), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        foreach (var reader in readers)
            reader.Dispose();
        gate.Dispose();
    }

    // SQLite answers on the calling thread: what is asked here takes microseconds.
    private Task<T> ReadAsync<T>(Func<SqliteArticleReader, T> question, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        SqliteArticleReader? reader = null;
        try
        {
            if (!readers.TryTake(out reader))
                reader = new SqliteArticleReader(archive);
            var answer = SqliteFailures.Translate(archive.Path, () => question(reader));
            readers.Add(reader);
            return Task.FromResult(answer);
        }
        catch (StoreException failure)
        {
            reader?.Dispose();
            return Task.FromException<T>(failure);
        }
    }
}
