using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The tables of an archive's SQLite database, as they are at one moment, to be copied.</summary>
internal sealed class SqliteTableSource : ITableSource
{
    private readonly SqliteConnection connection;
    private readonly string path;

    private SqliteTableSource(string path)
    {
        this.path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
    }

    public IReadOnlyList<string> ReadColumns(string table) =>
        Try(() => Read($"SELECT name FROM pragma_table_info('{table}') ORDER BY cid").Select(row => (string)row[0]!).ToList());

    public long Count(string table) => Try(() => (long)Read($"SELECT count(*) FROM {table}").Single()[0]!);

    public long FindLastNumber(string table) =>
        Try(() => Read($"SELECT seq FROM sqlite_sequence WHERE name = '{table}'").Select(row => (long)row[0]!).SingleOrDefault());

    public IEnumerable<object?[]> Read(string table, IReadOnlyList<string> columns, IReadOnlyList<string> key, long? after = null)
    {
        var order = string.Join(", ", key);
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var rows = Read($"SELECT {names} FROM {table} {(after is { } last ? $"WHERE {order} > {last}" : "")} ORDER BY {order}");
        using var each = rows.GetEnumerator();
        while (Try(each.MoveNext))
            yield return each.Current;
    }

    public void Dispose() => connection.Dispose();

    private IEnumerable<object?[]> Read(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tables and columns are constants of the program, or names that the database gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var index = 0; index < row.Length; index++)
                row[index] = reader.IsDBNull(index) ? null : reader.GetValue(index);
            yield return row;
        }
    }

    private T Try<T>(Func<T> read) => SqliteFailures.Translate(path, read);

    /// <summary>Opens archives of SQLite.</summary>
    internal sealed class Opener : ITableSourceOpener
    {
        public string Kind => "sqlite";

        public ITableSource Open(string path)
        {
            var file = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, "archive.db") : path);
            if (!File.Exists(file))
                throw new StoreException($"There is no archive {file} to copy.", isTransient: false);
            var source = new SqliteTableSource(file);
            try
            {
                source.Try(() =>
                {
                    source.connection.Open();
                    source.RefuseOthers();
                    // One moment of the archive, to the end of the copy.
                    _ = source.Read("BEGIN").Count();
                    return source.Read("SELECT count(*) FROM sqlite_master").Single();
                });
                return source;
            }
            catch
            {
                source.Dispose();
                throw;
            }
        }
    }

    private void RefuseOthers()
    {
        if ((long)Read("PRAGMA application_id").Single()[0]! != SqliteMigrations.ApplicationId)
            throw new StoreException($"{path} is not a newsbot archive.", isTransient: false);
        if ((long)Read("PRAGMA user_version").Single()[0]! != SqliteMigrations.All.Count)
        {
            throw new StoreException(
                $"The archive {path} is of another version of newsbot; bring it to this one with 'newsbot migrate' on SQLite, and copy it then.", isTransient: false);
        }
    }
}
