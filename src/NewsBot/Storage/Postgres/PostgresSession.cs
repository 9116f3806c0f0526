using System.Data.Common;
using Dapper;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>An open connection of one piece of work; used by one caller at a time.</summary>
/// <remarks>
/// Rows become objects by the names of their columns, through Dapper: 'revision_id' sets 'RevisionId'. A row type keeps what PostgreSQL keeps: long for bigint, bool, string,
/// byte[]. Npgsql prepares a statement that comes again. Texts are stored as <see cref="PostgresText.Clean"/> gives them.
/// </remarks>
internal sealed class PostgresSession(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    static PostgresSession() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>For COPY and what else has no statement.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Ends the work.</summary>
    public CancellationToken Stop => cancellationToken;

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> RunAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => RunAsync(Bind(sql, parameters));

    /// <summary>The first column of the first row, a bigint; null when there is no row or nothing in it.</summary>
    public Task<long?> NumberAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => NumberAsync(Bind(sql, parameters));

    /// <summary>Every row, in order, its columns by their names.</summary>
    public Task<List<TRow>> QueryAsync<TRow>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => QueryAsync<TRow>(Bind(sql, parameters));

    /// <summary>The first row, its columns by their names; null when there is none.</summary>
    public Task<TRow?> FindAsync<TRow>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TRow : class => FindAsync<TRow>(Bind(sql, parameters));

    private async Task<int> RunAsync(NpgsqlCommand command)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long?> NumberAsync(NpgsqlCommand command)
    {
        await using (command)
            return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async Task<List<TRow>> QueryAsync<TRow>(NpgsqlCommand command)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var found = new List<TRow>();
            if (!await reader.ReadAsync(cancellationToken))
                return found;
            var parse = ParserOf<TRow>(reader);
            do
                found.Add(parse(reader));
            while (await reader.ReadAsync(cancellationToken));
            return found;
        }
    }

    private async Task<TRow?> FindAsync<TRow>(NpgsqlCommand command)
        where TRow : class
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? ParserOf<TRow>(reader)(reader) : null;
        }
    }

    private static Func<DbDataReader, TRow> ParserOf<TRow>(DbDataReader reader) =>
        typeof(TRow) == typeof(string) ? row => row.GetFieldValue<TRow>(0) : reader.GetRowParser<TRow>();

    private NpgsqlCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter
            {
                ParameterName = name,
                Value = value switch
                {
                    null => DBNull.Value,
                    string text => PostgresText.Clean(text),
                    string?[] texts => Array.ConvertAll(texts, PostgresText.CleanOrNull),
                    _ => value,
                },
            });
        }

        return command;
    }
}
