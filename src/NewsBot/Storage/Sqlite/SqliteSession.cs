using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sqlite;

/// <summary>A connection that prepares each statement once; used by one caller at a time.</summary>
internal sealed class SqliteSession(Func<SqliteConnection> open) : IDisposable
{
    private readonly SqliteConnection connection = open();
    private readonly Dictionary<string, SqliteCommand> commands = [];

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Command(sql, parameters).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Command(sql, parameters).ExecuteScalar() as long?;

    /// <summary>Every row, in order.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var rows = Command(sql, parameters).ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            commands.Add(sql, command);
        }

        for (var index = 0; index < parameters.Length; index++)
            command.Parameters[index].Value = parameters[index].Value ?? DBNull.Value;
        return command;
    }
}
