using System.Security.Cryptography;
using NewsBot.Archive;
using NewsBot.Hosting;

namespace NewsBot.Storage.Postgres;

/// <summary>Copies an archive of another kind of database into PostgreSQL, under the numbers that its rows have there.</summary>
/// <remarks>
/// A table whose key is one number is copied in the order of that number, a part in a transaction, so the largest number here says where to go on; another table is copied in
/// one transaction. The archive keeps its own id, so index files of the other archive fit this one.
/// </remarks>
internal sealed class PostgresImport(PostgresDatabase database, IEnumerable<ITableSourceOpener> openers) : IArchiveImport
{
    private const int PartRows = 2_000;

    /// <summary>A table comes after those that it names rows of. The second name is the table's name in PostgreSQL.</summary>
    private static readonly (string Source, string Target)[] Tables =
    [
        ("articles", "articles"), ("revisions", "revisions"), ("article_log", "article_log"), ("duplicates", "duplicates"),
        ("vector_models", "vector_models"), ("passage_vectors", "passage_vectors"), ("feeds", "feeds"), ("feed_items", "feed_items"), ("model_usage", "model_usage"),
        ("digests", "digests"), ("exchanges", "exchanges"), ("ratings", "ratings"), ("cited_revisions", "cited_revisions"), ("cited_articles", "cited_articles"),
        ("chats", "chats"), ("subscriptions", "subscriptions"), ("watches", "watches"), ("holds", "holds"), ("updates", "updates"), ("calls", "outbox"), ("counts", "counts"),
    ];

    public async Task<IReadOnlyList<CopiedTable>> CopyAsync(string source, Action<string, long> onTable, CancellationToken cancellationToken)
    {
        var parts = source.Split(':', 2);
        var opener = openers.FirstOrDefault(one => one.Kind.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        if (opener is null || parts.Length != 2)
            throw new StoreException($"'{source}' names no archive to copy; write 'sqlite:' and its folder.", isTransient: false);
        using var from = opener.Open(parts[1]);
        await BeginAsync(from, cancellationToken);

        var copied = new List<(string Source, PostgresTable Target)>();
        foreach (var (name, target) in Tables)
        {
            if (await database.ReadAsync(session => PostgresTable.FindAsync(session, target, from.ReadColumns(name)), cancellationToken) is not { } table)
                continue;
            onTable(target, await CopyAsync(from, name, table, cancellationToken));
            copied.Add((name, table));
        }

        await database.WriteAsync(session => FinishAsync(session, from, copied), cancellationToken);
        var compared = new List<CopiedTable>();
        foreach (var (name, table) in copied)
            compared.Add(await CompareAsync(from, name, table, cancellationToken));
        return compared;
    }

    /// <summary>Makes this archive the other's copy, or finds that it is.</summary>
    private Task<int> BeginAsync(ITableSource from, CancellationToken cancellationToken)
    {
        var id = (byte[])from.Read("archive", ["id"], ["id"]).Single()[0]!;
        return database.WriteAsync(
            async session =>
            {
                await PostgresArticleLog.LockAsync(session);
                var isFree = await session.NumberAsync("SELECT 1::bigint WHERE NOT EXISTS (SELECT 1 FROM article_log) AND NOT EXISTS (SELECT 1 FROM feeds)") is not null;
                var isCopy = await session.NumberAsync("SELECT 1::bigint FROM archive WHERE id = @id", ("@id", id)) is not null;
                if (!isFree && !isCopy)
                    throw new StoreException($"The archive {database.Path} has articles of its own; copy into a database without any.", isTransient: false);
                return await session.RunAsync("UPDATE archive SET id = @id WHERE id <> @id", ("@id", id));
            },
            cancellationToken);
    }

    private async Task<long> CopyAsync(ITableSource from, string name, PostgresTable table, CancellationToken cancellationToken)
    {
        var rows = 0L;
        if (!table.HasNumber)
        {
            if (await database.ReadAsync(table.CountAsync, cancellationToken) > 0)
                return 0;
            return await database.WriteAsync(session => table.WriteAsync(session, from.Read(name, table.SourceColumns, table.Key)), cancellationToken);
        }

        var last = await database.ReadAsync(table.FindLastAsync, cancellationToken);
        foreach (var part in from.Read(name, table.SourceColumns, table.Key, last).Chunk(PartRows))
            rows += await database.WriteAsync(session => table.WriteAsync(session, part), cancellationToken);
        return rows;
    }

    /// <summary>The next numbers come after every number that the other archive ever gave, and columns that only this database has are filled.</summary>
    private static async Task<int> FinishAsync(PostgresSession session, ITableSource from, List<(string Source, PostgresTable Target)> tables)
    {
        foreach (var (name, table) in tables)
            await table.AdvanceNumbersAsync(session, from.FindLastNumber(name));
        await PostgresChatImport.FinishAsync(session);
        return await session.RunAsync(
            "UPDATE vector_models m SET last_vector = greatest(last_vector, (SELECT max(vector_id) FROM passage_vectors v WHERE v.model_id = m.model_id))");
    }

    private async Task<CopiedTable> CompareAsync(ITableSource from, string name, PostgresTable table, CancellationToken cancellationToken)
    {
        var (there, here) = (new RowFingerprint(), new RowFingerprint());
        foreach (var row in from.Read(name, table.SourceColumns, table.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            there.Add(table.ToStored(row));
        }

        await database.ReadAsync(
            async session =>
            {
                here = new RowFingerprint();
                await foreach (var row in table.ReadAsync(session))
                    here.Add(row);
                return 0;
            },
            cancellationToken);
        return new CopiedTable(table.Name, there.Rows, here.Rows, there.Rows == here.Rows && there.Finish().AsSpan().SequenceEqual(here.Finish()));
    }

    /// <summary>One fingerprint of many rows.</summary>
    private sealed class RowFingerprint
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Rows { get; private set; }

        public void Add(IReadOnlyList<object?> row)
        {
            Rows++;
            foreach (var value in row)
            {
                var bytes = value switch
                {
                    null => [],
                    byte[] blob => blob,
                    string text => System.Text.Encoding.UTF8.GetBytes(text),
                    bool flag => BitConverter.GetBytes(flag ? 1L : 0L),
                    _ => BitConverter.GetBytes(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
                };
                // With its length and kind before each value, no two rows have the same bytes.
                hash.AppendData(BitConverter.GetBytes(value is null ? -1 : bytes.Length));
                hash.AppendData(bytes);
            }
        }

        public byte[] Finish() => hash.GetHashAndReset();
    }
}
