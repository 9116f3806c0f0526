using Microsoft.Data.Sqlite;
using NewsBot.Hosting;

namespace NewsBot.Storage.Sqlite;

/// <summary>The schema as an append-only list of steps; the database's user_version is the number of the last one applied.</summary>
/// <remarks>The step of number 1 is the file Migrations/0001.sql, and so on. A step that was released is never edited or moved.</remarks>
internal static class SqliteMigrations
{
    /// <summary>Marks a database as the bot's ('NwsB'), in SQLite's application_id.</summary>
    public const int ApplicationId = 0x4E777342;

    // The files are read in the order of this list, so it stands before the steps.
    private static readonly string[] Names =
    [
        "articles and their revisions",
        "the article log",
        "what tells this archive from others",
        "what is new and where it comes from",
        "chats: updates, calls, exchanges, ratings, watches",
        "feeds that are followed and their items",
        "near duplicates; what stored answers cite",
        "daily summaries",
        "what the language model takes and writes",
        "the vectors of passages",
        "updates and messages in the Bot API's words",
        "how long a wait was told",
        "how often things happened, a day",
        "whose updates leave no exchange",
        "updates that quote a person who was forgotten",
    ];

    /// <summary>Every step, in order. To change the schema, add a file to Migrations and its name to the list above.</summary>
    public static IReadOnlyList<SqliteMigration> All { get; } = [.. Names.Select((name, index) => new SqliteMigration(index + 1, name, ReadStep(index + 1)))];

    /// <summary>Brings the database to the last of <paramref name="migrations"/>, each step in its own transaction.</summary>
    /// <returns>The steps that were applied, in order; empty when it was up to date.</returns>
    /// <remarks>Safe when several processes start at once: each step looks again once it holds the write lock.</remarks>
    /// <exception cref="StoreException">The database is not the bot's, or was written by a newer version.</exception>
    public static IReadOnlyList<SqliteMigration> Apply(SqliteConnection connection, IReadOnlyList<SqliteMigration> migrations)
    {
        Refuse(connection, migrations);
        var applied = new List<SqliteMigration>();
        if (Pragma(connection, "user_version") == migrations.Count)
            return applied;

        // Messages of people that a step rewrites leave no copy in free pages or in a temporary file.
        using (var secure = connection.CreateCommand())
        {
            Fill(secure, "PRAGMA secure_delete = FAST; PRAGMA temp_store = MEMORY");
            secure.ExecuteNonQuery();
        }

        foreach (var migration in migrations)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Pragma(connection, "user_version") != migration.Number - 1)
                continue;
            Run(connection, transaction, migration.Sql);
            Run(connection, transaction, $"PRAGMA user_version = {migration.Number}; PRAGMA application_id = {ApplicationId}");
            transaction.Commit();
            applied.Add(migration);
        }

        return applied;
    }

    private static void Refuse(SqliteConnection connection, IReadOnlyList<SqliteMigration> migrations)
    {
        // One snapshot: between two of these readings another process may have made the database.
        using var snapshot = connection.BeginTransaction(deferred: true);
        var file = connection.DataSource;
        if (Pragma(connection, "user_version") > migrations.Count)
        {
            throw new StoreException(
                $"The archive {file} was written by a newer version of newsbot; update newsbot, or choose another folder with --data.", isTransient: false);
        }

        var id = Pragma(connection, "application_id");
        var foreign = id == 0 ? Pragma(connection, "user_version") > 0 || Pragma(connection, "schema_version") > 0 : id != ApplicationId;
        if (foreign)
            throw new StoreException($"The database {file} belongs to another program; choose another folder with --data.", isTransient: false);
    }

    private static string ReadStep(int number)
    {
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream($"NewsBot.Storage.Sqlite.Migrations.{number:0000}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static long Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        Fill(command, $"PRAGMA {name}");
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        Fill(command, sql);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The steps are embedded; no statement takes outside text.
    private static void Fill(SqliteCommand command, string sql) => command.CommandText = sql;
#pragma warning restore CA2100
}

/// <summary>One step of the schema; once released, never edited.</summary>
/// <param name="Number">1, 2, 3, … without gaps; the database's user_version after it.</param>
/// <param name="Name">What it adds, in a few words.</param>
/// <param name="Sql">The statements, run in one transaction.</param>
internal sealed record SqliteMigration(int Number, string Name, string Sql);
