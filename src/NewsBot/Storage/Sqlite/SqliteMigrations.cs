using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sqlite;

/// <summary>The schema as an append-only list of steps; the database's user_version is the number of the last one applied.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks a database as the bot's ('NwsB'), in SQLite's application_id.</summary>
    public const int ApplicationId = 0x4E777342;

    /// <summary>Every step, in order. To change the schema, add one at the end.</summary>
    public static IReadOnlyList<SqliteMigration> All { get; } =
    [
        new(1, "articles and their revisions", """
            CREATE TABLE articles (
                article_key INTEGER PRIMARY KEY,
                public_id TEXT NOT NULL UNIQUE,
                canonical_url TEXT UNIQUE,
                current_revision INTEGER NOT NULL,
                first_seen INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE revisions (
                revision_id INTEGER PRIMARY KEY AUTOINCREMENT,
                article_key INTEGER NOT NULL REFERENCES articles (article_key),
                number INTEGER NOT NULL,
                content_hash TEXT NOT NULL,
                title TEXT NOT NULL,
                url TEXT,
                source TEXT,
                author TEXT,
                published_at INTEGER,
                language TEXT,
                file_name TEXT,
                ingested_at INTEGER NOT NULL,
                body TEXT NOT NULL,
                UNIQUE (article_key, number)
            ) STRICT;
            CREATE INDEX revisions_by_content ON revisions (content_hash);
            """),
        new(2, "the article log", """
            CREATE TABLE article_log (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                revision_id INTEGER,
                replaced_revision_id INTEGER
            ) STRICT;
            INSERT INTO article_log (revision_id)
                SELECT current_revision FROM articles ORDER BY current_revision;
            """),
        new(3, "what tells this archive from others", """
            CREATE TABLE archive (
                id BLOB NOT NULL
            ) STRICT;
            INSERT INTO archive (id) VALUES (randomblob(16));
            """),
    ];

    /// <summary>Brings the database to the last of <paramref name="migrations"/>, each step in its own transaction.</summary>
    /// <returns>The steps that were applied, in order; empty when it was up to date.</returns>
    /// <remarks>Safe when several processes start at once: each step looks again once it holds the write lock.</remarks>
    /// <exception cref="ArchiveException">The database is not the bot's, or was written by a newer version.</exception>
    public static IReadOnlyList<SqliteMigration> Apply(SqliteConnection connection, IReadOnlyList<SqliteMigration> migrations)
    {
        Refuse(connection, migrations);
        var applied = new List<SqliteMigration>();
        if (Pragma(connection, "user_version") == migrations.Count)
            return applied;

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
            throw new ArchiveException($"The archive {file} was written by a newer version of newsbot; update newsbot, or choose another folder with --data.", isTransient: false);
        var id = Pragma(connection, "application_id");
        var foreign = id == 0 ? Pragma(connection, "user_version") > 0 || Pragma(connection, "schema_version") > 0 : id != ApplicationId;
        if (foreign)
            throw new ArchiveException($"The database {file} belongs to another program; choose another folder with --data.", isTransient: false);
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

#pragma warning disable CA2100 // The schema is a constant of this file; no statement takes outside text.
    private static void Fill(SqliteCommand command, string sql) => command.CommandText = sql;
#pragma warning restore CA2100
}
