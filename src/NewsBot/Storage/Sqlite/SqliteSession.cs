using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sqlite;

/// <summary>A connection that prepares each statement once; used by one caller at a time.</summary>
/// <remarks>
/// Rows become objects by the names of their columns, through Dapper: 'revision_id' sets 'RevisionId'. Dapper's own commands are prepared at every call, which an ingest of
/// thousands of articles would pay several times an article; so the commands are this type's, and only the rows are Dapper's. A row type keeps what SQLite keeps: long,
/// string, byte[]. A record's parameters take their columns in the order of the statement; properties take any column, in any order, and convert numbers.
/// </remarks>
internal sealed class SqliteSession(Func<SqliteConnection> open) : IDisposable
{
    private readonly SqliteConnection connection = open();
    private readonly Dictionary<string, Statement> statements = [];

    static SqliteSession() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Bind(sql, parameters).Command.ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or nothing in it.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Bind(sql, parameters).Command.ExecuteScalar() as long?;

    /// <summary>Every row, in order, its columns by their names.</summary>
    public List<TRow> Query<TRow>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var statement = Bind(sql, parameters);
        using var reader = statement.Command.ExecuteReader();
        var found = new List<TRow>();
        if (!reader.Read())
            return found;
        var parse = statement.ParserOf<TRow>(reader);
        do
            found.Add(parse(reader));
        while (reader.Read());
        return found;
    }

    /// <summary>The first row, its columns by their names; null when there is none.</summary>
    public TRow? Find<TRow>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TRow : class
    {
        var statement = Bind(sql, parameters);
        using var reader = statement.Command.ExecuteReader();
        return reader.Read() ? statement.ParserOf<TRow>(reader)(reader) : null;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Command.Dispose();
        connection.Dispose();
    }

    private Statement Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            statements.Add(sql, statement = new Statement(command));
        }

        for (var index = 0; index < parameters.Length; index++)
            statement.Command.Parameters[index].Value = parameters[index].Value ?? DBNull.Value;
        return statement;
    }

    /// <summary>A prepared command, and what makes objects of its rows.</summary>
    private sealed class Statement(SqliteCommand command)
    {
        private Delegate? parser;

        public SqliteCommand Command => command;

        /// <summary>Made at the first row: the tables are strict, so a column has one type in every row.</summary>
        public Func<DbDataReader, TRow> ParserOf<TRow>(SqliteDataReader reader)
        {
            if (parser is not Func<DbDataReader, TRow> known)
                parser = known = typeof(TRow) == typeof(string) ? row => row.GetFieldValue<TRow>(0) : reader.GetRowParser<TRow>();
            return known;
        }
    }
}
