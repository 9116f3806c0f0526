using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NewsBot.Archive;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>One connection with its prepared questions; used by one caller at a time.</summary>
internal sealed class SqliteArticleReader : IDisposable
{
    private const string Columns = """
        SELECT r.revision_id, r.number, a.public_id, r.title, r.url, r.source, r.author, r.published_at, r.language, r.file_name, r.body
        FROM revisions r JOIN articles a ON a.article_key = r.article_key
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand byRevision;
    private readonly SqliteCommand byId;
    private readonly SqliteCommand lastSequence;
    private readonly SqliteCommand count;
    private readonly SqliteCommand position;
    private readonly SqliteCommand log;

    /// <summary>Opens its own connection.</summary>
    /// <exception cref="StoreException">The archive cannot be opened.</exception>
    public SqliteArticleReader(SqliteArchive archive)
    {
        connection = archive.OpenForReading();
        byRevision = Command($"{Columns} WHERE r.revision_id = $key");
        byId = Command($"{Columns} WHERE a.public_id = $key AND r.revision_id = a.current_revision");
        lastSequence = Command("SELECT coalesce(max(sequence), 0) FROM article_log");
        count = Command("SELECT count(*) FROM articles");
        position = Command("""
            SELECT a.id, l.revision_id, l.replaced_revision_id, r.content_hash, r.ingested_at
            FROM archive a, article_log l LEFT JOIN revisions r ON r.revision_id = coalesce(l.revision_id, l.replaced_revision_id)
            WHERE l.sequence = $key
            """);
        log = Command("SELECT sequence, revision_id, replaced_revision_id FROM article_log WHERE sequence > $key ORDER BY sequence LIMIT $limit");
    }

    /// <summary>The log's last sequence; 0 when it is empty.</summary>
    public long LastSequence() => (long)lastSequence.ExecuteScalar()!;

    /// <summary>How many articles there are.</summary>
    public long Count() => (long)count.ExecuteScalar()!;

    /// <summary>A line of the log with the fingerprint of this archive and this line; null when there is no such line.</summary>
    public LogPosition? LogPosition(long sequence)
    {
        position.Parameters["$key"].Value = sequence;
        using var row = position.ExecuteReader();
        if (!row.Read())
            return null;

        // The archive's id tells archives apart; the rest tells a restored backup that went on otherwise from what it was a copy of.
        var history = string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexString(row.GetFieldValue<byte[]>(0))} {sequence} {NullableInt64(row, 1)} {NullableInt64(row, 2)} {NullableString(row, 3)} {NullableInt64(row, 4)}");
        return new LogPosition(sequence, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(history)).AsSpan(0, 16)));
    }

    /// <summary>The revisions that there are, in the order asked.</summary>
    public List<ArticleRevision> ByRevision(IReadOnlyList<long> revisionIds)
    {
        var found = new List<ArticleRevision>(revisionIds.Count);
        foreach (var revisionId in revisionIds)
        {
            if (One(byRevision, revisionId) is { } revision)
                found.Add(revision);
        }

        return found;
    }

    /// <summary>The current revision of an article; null when there is none.</summary>
    public ArticleRevision? ById(string articleId) => One(byId, articleId);

    /// <summary>At most <paramref name="limit"/> lines of the log after <paramref name="sequence"/>.</summary>
    public List<ArticleLogEntry> LogAfter(long sequence, int limit)
    {
        log.Parameters["$key"].Value = sequence;
        log.Parameters["$limit"].Value = limit;
        using var rows = log.ExecuteReader();
        var entries = new List<ArticleLogEntry>();
        while (rows.Read())
            entries.Add(new ArticleLogEntry(rows.GetInt64(0), NullableInt64(rows, 1), NullableInt64(rows, 2)));
        return entries;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byRevision.Dispose();
        byId.Dispose();
        lastSequence.Dispose();
        count.Dispose();
        position.Dispose();
        log.Dispose();
        connection.Dispose();
    }

    private static ArticleRevision? One(SqliteCommand command, object key)
    {
        command.Parameters["$key"].Value = key;
        using var row = command.ExecuteReader();
        return row.Read()
            ? new ArticleRevision(row.GetInt64(0), row.GetInt32(1), new Article
            {
                Id = row.GetString(2),
                Title = row.GetString(3),
                Url = NullableString(row, 4),
                Source = NullableString(row, 5),
                Author = NullableString(row, 6),
                PublishedAt = NullableInt64(row, 7) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
                Language = NullableString(row, 8),
                FileName = NullableString(row, 9),
                Body = row.GetString(10),
            })
            : null;
    }

    private static string? NullableString(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? NullableInt64(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

#pragma warning disable CA2100 // Every statement is a constant of this file.
    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in (ReadOnlySpan<string>)["$key", "$limit"])
        {
            if (sql.Contains(name, StringComparison.Ordinal))
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }
#pragma warning restore CA2100
}
