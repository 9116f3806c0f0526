using Microsoft.Data.Sqlite;

namespace NewsBot.Tests.Host.Storage;

/// <summary>Which SQLite the service ships.</summary>
public sealed class SqliteVersionTests
{
    /// <summary>The first version without the fault that damages a database when its log is reset while another connection writes (sqlite.org/wal.html).</summary>
    private static readonly Version Mended = new(3, 51, 3);

    [Fact]
    public void The_sqlite_that_is_shipped_has_the_fault_of_the_log_mended()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");

        connection.Open();

        Assert.True(Version.Parse(connection.ServerVersion) >= Mended, connection.ServerVersion);
    }
}
