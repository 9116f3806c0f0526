using Microsoft.Extensions.Options;
using NewsBot.Storage;
using NewsBot.Storage.Postgres;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>A database of a test's own on the server that NEWSBOT_TEST_POSTGRES names, opened as often as the test likes; without a server, the test is skipped.</summary>
/// <remarks>'eng/postgres.sh' starts a server and prints what the variable wants. The databases are copies of one that was brought up to date once in this run.</remarks>
internal sealed class PostgresServer : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("NEWSBOT_TEST_POSTGRES");
    private static readonly Lazy<string> Template = new(MakeTemplate);

    private readonly string name = NewName();
    private readonly List<PostgresDatabase> opened = [];

    /// <param name="isEmpty">Whether the database has no tables yet.</param>
    public PostgresServer(bool isEmpty = false)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "NEWSBOT_TEST_POSTGRES names no PostgreSQL server; 'eng/postgres.sh' starts one.");
        Run(isEmpty ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        ConnectionString = ConnectionTo(name);
    }

    /// <summary>Leads to the test's database.</summary>
    public string ConnectionString { get; }

    /// <summary>The database, opened as another process would; it is closed with this.</summary>
    public PostgresDatabase Open()
    {
        opened.Add(new PostgresDatabase(Options.Create(new StorageOptions { Provider = "postgres", ConnectionString = ConnectionString })));
        return opened[^1];
    }

    /// <summary>Runs a statement on the test's database, beside the stores.</summary>
    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        Run(connection, sql);
    }

    /// <summary>The first column of the first row that a statement gives.</summary>
    public object? Ask(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
#pragma warning disable CA2100 // Tests alone write the statements.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        Run($"DROP DATABASE {name} WITH (FORCE)");
    }

    private static string MakeTemplate()
    {
        var template = NewName();
        Run($"CREATE DATABASE {template}");
        using var database = new PostgresDatabase(
            Options.Create(new StorageOptions { Provider = "postgres", ConnectionString = ConnectionTo(template) + ";Pooling=false" }));
        database.Migrate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run($"DROP DATABASE IF EXISTS {template} WITH (FORCE)");
        return template;
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        Run(connection, sql);
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Tests alone write the statements.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
