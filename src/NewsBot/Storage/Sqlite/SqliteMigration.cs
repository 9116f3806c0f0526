namespace NewsBot.Storage.Sqlite;

/// <summary>One step of the schema; once released, never edited.</summary>
/// <param name="Number">1, 2, 3, … without gaps; the database's user_version after it.</param>
/// <param name="Name">What it adds, in a few words.</param>
/// <param name="Sql">The statements, run in one transaction.</param>
internal sealed record SqliteMigration(int Number, string Name, string Sql);
