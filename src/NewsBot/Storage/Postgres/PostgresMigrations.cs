using System.Globalization;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>The schema as an append-only list of steps; the table 'schema_versions' has those that were applied.</summary>
/// <remarks>
/// The step of number 1 is the file Migrations/0001.sql, and so on; its first line is '-- ' and what it adds, in a few words. A step that was released is never edited or moved.
/// </remarks>
internal static class PostgresMigrations
{
    private const string Folder = "NewsBot.Storage.Postgres.Migrations.";

    /// <summary>The bot's own number ('NwsB') for the lock under which one process at a time changes the schema.</summary>
    private const long LockId = 0x4E777342;

    /// <summary>Every step, in order.</summary>
    public static IReadOnlyList<PostgresMigration> All { get; } = [..
        from name in typeof(PostgresMigrations).Assembly.GetManifestResourceNames()
        where name.StartsWith(Folder, StringComparison.Ordinal)
        orderby name
        select ReadStep(name)];

    /// <summary>Applies the steps that the database does not have, each in its own transaction, while other processes that want the same wait.</summary>
    /// <returns>The steps that were applied, in order; empty when it was up to date.</returns>
    /// <exception cref="StoreException">The database is another program's, or was written by a newer version.</exception>
    public static IReadOnlyList<PostgresMigration> Apply(NpgsqlConnection connection, IReadOnlyList<PostgresMigration> migrations, string path)
    {
        if (FindMissing(connection, migrations, path).Count == 0)
            return [];
        Run(connection, $"SELECT pg_advisory_lock({LockId})");
        try
        {
            // Looked at again under the lock: another process may have done it.
            var missing = FindMissing(connection, migrations, path);
            foreach (var step in missing)
            {
                using var transaction = connection.BeginTransaction();
                Run(connection, "CREATE TABLE IF NOT EXISTS schema_versions (number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
                Run(connection, step.Sql);
                using var done = new NpgsqlCommand("INSERT INTO schema_versions (number, name) VALUES (@number, @name)", connection);
                done.Parameters.AddWithValue("@number", step.Number);
                done.Parameters.AddWithValue("@name", step.Name);
                done.ExecuteNonQuery();
                transaction.Commit();
            }

            return missing;
        }
        finally
        {
            // A connection that was lost gave the lock back with its session.
            if (connection.State == System.Data.ConnectionState.Open)
                Run(connection, $"SELECT pg_advisory_unlock({LockId})");
        }
    }

    /// <summary>The numbers of the steps that the database has; empty when it is no archive yet.</summary>
    public static IReadOnlyList<int> ReadVersions(NpgsqlConnection connection)
    {
        using var exists = new NpgsqlCommand("SELECT to_regclass('schema_versions') IS NOT NULL", connection);
        if (exists.ExecuteScalar() is not true)
            return [];
        using var command = new NpgsqlCommand("SELECT number FROM schema_versions ORDER BY number", connection);
        using var reader = command.ExecuteReader();
        var numbers = new List<int>();
        while (reader.Read())
            numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    private static List<PostgresMigration> FindMissing(NpgsqlConnection connection, IReadOnlyList<PostgresMigration> migrations, string path)
    {
        var versions = ReadVersions(connection);
        if (versions.Count > 0 && versions[^1] > migrations[^1].Number)
            throw new StoreException($"The archive {path} was written by a newer version of newsbot; update newsbot, or choose another database.", isTransient: false);
        if (versions.Count == 0 && HasTables(connection))
            throw new StoreException($"The database {path} belongs to another program; choose another in Storage:ConnectionString.", isTransient: false);
        return [.. migrations.Where(step => !versions.Contains(step.Number))];
    }

    private static bool HasTables(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()) AND to_regclass('schema_versions') IS NULL", connection);
        return command.ExecuteScalar() is true;
    }

    private static PostgresMigration ReadStep(string name)
    {
        using var stream = typeof(PostgresMigrations).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var sql = reader.ReadToEnd();
        var number = int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture);
        return new PostgresMigration(number, sql[3..sql.IndexOf('\n', StringComparison.Ordinal)].Trim(), sql);
    }

#pragma warning disable CA2100 // The steps are embedded; no statement takes outside text.
    private static void Run(NpgsqlConnection connection, string sql)
    {
        // Another process may take its time for a step, and this one for its own.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}

/// <summary>One step of the schema; once released, never edited.</summary>
/// <param name="Number">1, 2, 3, …</param>
/// <param name="Name">What it adds, in a few words.</param>
/// <param name="Sql">The statements, run in one transaction.</param>
internal sealed record PostgresMigration(int Number, string Name, string Sql);
