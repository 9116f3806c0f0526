using System.Globalization;
using NewsBot.Core.Articles;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>A table that rows of another database are copied into.</summary>
internal sealed class PostgresTable
{
    private readonly IReadOnlyList<Column> columns;
    private readonly bool hasSlot;

    private PostgresTable(string name, IReadOnlyList<Column> columns, IReadOnlyList<string> key, bool hasNumber, bool hasSlot)
    {
        (Name, this.columns, Key, HasNumber, this.hasSlot) = (name, columns, key, hasNumber, hasSlot);
    }

    public string Name { get; }

    /// <summary>The columns that both databases have.</summary>
    public IReadOnlyList<string> SourceColumns => [.. columns.Select(column => column.Name)];

    /// <summary>The columns of the primary key.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Whether the key is one number.</summary>
    public bool HasNumber { get; }

    private string Names => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    /// <summary>The table with the columns that the other database has, too; null when either has no such table.</summary>
    public static async Task<PostgresTable?> FindAsync(PostgresSession session, string name, IReadOnlyList<string> sourceColumns)
    {
        var all = await session.QueryAsync<Column>(
            """
            SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = @name ORDER BY ordinal_position
            """,
            ("@name", name));
        if (all.Count == 0 || sourceColumns.Count == 0)
            return null;
        var key = await session.QueryAsync<string>(
            """
            SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = to_regclass(@name) AND i.indisprimary ORDER BY array_position(i.indkey::smallint[], a.attnum)
            """,
            ("@name", name));
        var both = all.FindAll(column => sourceColumns.Contains(column.Name));
        var hasNumber = key.Count == 1 && both.Exists(column => column.Name == key[0] && column.Type == "bigint");
        return new PostgresTable(name, both, key, hasNumber, all.Exists(column => column.Name == "slot"));
    }

    public async Task<long> CountAsync(PostgresSession session) => await session.NumberAsync($"SELECT count(*) FROM {Name}") ?? 0;

    /// <summary>The largest key; null when there is no row.</summary>
    public Task<long?> FindLastAsync(PostgresSession session) => session.NumberAsync($"SELECT max({Key[0]}) FROM {Name}");

    /// <summary>A row of the other database in the values that this one keeps.</summary>
    public object?[] ToStored(object?[] row)
    {
        var stored = new object?[row.Length];
        for (var index = 0; index < row.Length; index++)
            stored[index] = columns[index].ToStored(row[index]);

        // A text that had to be changed for this database has another hash.
        if (Name == "revisions" && At("body") is var body && !ReferenceEquals(stored[body], row[body]))
            stored[At("content_hash")] = ContentHash.Of((string)stored[body]!);
        return stored;
    }

    /// <summary>Adds rows of the other database.</summary>
    /// <returns>How many.</returns>
    public async Task<long> WriteAsync(PostgresSession session, IEnumerable<object?[]> rows)
    {
        var count = 0L;
        var names = hasSlot ? $"{Names}, slot" : Names;
        await using var copy = await session.Connection.BeginBinaryImportAsync($"COPY {Name} ({names}) FROM STDIN (FORMAT BINARY)", session.Stop);
        foreach (var row in rows)
        {
            var stored = ToStored(row);
            await copy.StartRowAsync(session.Stop);
            foreach (var (index, value) in stored.Index())
                await columns[index].WriteAsync(copy, value);
            if (hasSlot)
                await copy.WriteAsync(PostgresSlot(stored), NpgsqlTypes.NpgsqlDbType.Smallint);
            count++;
        }

        await copy.CompleteAsync(session.Stop);
        return count;
    }

    /// <summary>Every row in the order of the key.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(PostgresSession session)
    {
        await using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Tables and columns are constants of the program, or names that the database gave.
        command.CommandText = $"SELECT {Names} FROM {Name} ORDER BY {string.Join(", ", Key)}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(session.Stop);
        while (await reader.ReadAsync(session.Stop))
        {
            var row = new object?[reader.FieldCount];
            for (var index = 0; index < row.Length; index++)
                row[index] = reader.GetValue(index) is var value and not DBNull ? value : null;
            yield return row;
        }
    }

    /// <summary>Lets the next number of the key come after every one that was given here or there.</summary>
    public async Task AdvanceNumbersAsync(PostgresSession session, long lastThere)
    {
        if (!HasNumber || await session.NumberAsync("SELECT 1::bigint WHERE pg_get_serial_sequence(@table, @key) IS NOT NULL", ("@table", Name), ("@key", Key[0])) is null)
            return;
        var last = Math.Max(lastThere, await FindLastAsync(session) ?? 0);
        if (last > 0)
        {
            await session.NumberAsync(
                "SELECT setval(pg_get_serial_sequence(@table, @key), greatest(@last, nextval(pg_get_serial_sequence(@table, @key)) - 1))",
                ("@table", Name), ("@key", Key[0]), ("@last", last));
        }
    }

    /// <summary>The part of the chats that a row belongs to.</summary>
    private short PostgresSlot(object?[] stored)
    {
        var chat = columns.Index().FirstOrDefault(column => column.Item.Name is "lane" or "chat_id");
        return (short)((stored[chat.Index] as long? ?? 0) & 63);
    }

    private int At(string column) => columns.Index().First(one => one.Item.Name == column).Index;

    private sealed record Column(string Name, string Type)
    {
        public object? ToStored(object? value) => value switch
        {
            null => null,
            string text => PostgresText.Clean(text),
            long number when Type == "boolean" => number != 0,
            _ => value,
        };

        public Task WriteAsync(NpgsqlBinaryImporter copy, object? value) => (Type, value) switch
        {
            (_, null) => copy.WriteNullAsync(),
            ("boolean", bool flag) => copy.WriteAsync(flag, NpgsqlTypes.NpgsqlDbType.Boolean),
            ("bytea", byte[] bytes) => copy.WriteAsync(bytes, NpgsqlTypes.NpgsqlDbType.Bytea),
            ("text", string text) => copy.WriteAsync(text, NpgsqlTypes.NpgsqlDbType.Text),
            ("bigint", _) => copy.WriteAsync(Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlTypes.NpgsqlDbType.Bigint),
            ("integer", _) => copy.WriteAsync(Convert.ToInt32(value, CultureInfo.InvariantCulture), NpgsqlTypes.NpgsqlDbType.Integer),
            ("smallint", _) => copy.WriteAsync(Convert.ToInt16(value, CultureInfo.InvariantCulture), NpgsqlTypes.NpgsqlDbType.Smallint),
            _ => throw new InvalidOperationException($"The column {Name} is of the type {Type}."),
        };
    }
}
