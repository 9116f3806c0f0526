using System.Diagnostics;
using Dapper;
using NewsBot.Hosting;
using NewsBot.Storage.Postgres;
using Npgsql;

namespace NewsBot.Tests.Host.Storage.Postgres;

/// <summary>A database of a test's own for the chats, opened as often as it likes.</summary>
internal sealed class PostgresChatDatabase : IDisposable
{
    public PostgresServer Server { get; } = new();

    /// <param name="time">Its clock.</param>
    /// <param name="leases">What the process holds; null for one that shares with none.</param>
    public ChatStorage Open(TimeProvider time, Leases? leases = null)
    {
        var database = Server.Open();
        var fence = new PostgresFence(leases ?? new Leases(isShared: false, time));
        return new ChatStorage(
            new PostgresInbox(database, fence, time),
            new PostgresOutbox(database, fence, time),
            new PostgresConversationStore(database),
            new PostgresWatchStore(database, time),
            new PostgresChatStore(database, time),
            new PostgresSubscriptionStore(database, time));
    }

    /// <summary>A text as PostgreSQL keeps it.</summary>
    public static string Kept(string text) => PostgresText.Clean(text);

    /// <summary>Every text in any column of any table; of a column that holds text as bytes, too.</summary>
    public IReadOnlyList<string> ReadAllTexts()
    {
        using var connection = new NpgsqlConnection(Server.ConnectionString);
        connection.Open();
        var texts = new List<string>();
        foreach (var table in connection.Query<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").ToList())
        {
            using var rows = connection.ExecuteReader($"SELECT * FROM \"{table}\"");
            while (rows.Read())
            {
                var values = Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue).ToList();
                texts.AddRange(values.OfType<string>());
                texts.AddRange(values.OfType<byte[]>().Select(System.Text.Encoding.UTF8.GetString));
            }
        }

        return texts;
    }

    /// <summary>A transaction beside the stores that has run a statement, and keeps its locks until it is told to end.</summary>
    public HeldTransaction Hold(string sql) => new(Server.ConnectionString, sql);

    /// <summary>Comes back once so many statements wait for a lock.</summary>
    public void WaitForWaiters(long count)
    {
        var patience = Stopwatch.StartNew();
        while ((long)Server.Ask("SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()")! < count)
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"{count} statements were to wait.");
    }

    public void Dispose() => Server.Dispose();

    /// <summary>A transaction of a process that is slow.</summary>
    public sealed class HeldTransaction : IDisposable
    {
        private readonly NpgsqlConnection connection;
        private readonly NpgsqlTransaction transaction;

        public HeldTransaction(string connectionString, string sql)
        {
            connection = new NpgsqlConnection(connectionString);
            connection.Open();
            transaction = connection.BeginTransaction();
            connection.Execute(sql);
        }

        /// <summary>Runs a last statement, and ends.</summary>
        public void Commit(string sql = "SELECT 1")
        {
            connection.Execute(sql);
            transaction.Commit();
        }

        public void Dispose()
        {
            transaction.Dispose();
            connection.Dispose();
        }
    }
}
