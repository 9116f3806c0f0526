using NewsBot.Models;

namespace NewsBot.Storage.Postgres;

/// <summary>The tokens that the language model took: a row a day for each person, and one for all.</summary>
internal sealed class PostgresModelUsageStore(PostgresDatabase database) : IModelUsageStore
{
    // Telegram's people have positive numbers.
    private const long All = 0;

    public Task AddAsync(DateOnly day, long? personId, ModelUsage usage, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync(
            // The row of all comes first for everybody, so that no two wait for each other.
            """
            INSERT INTO model_usage (day, person_id, input_tokens, output_tokens)
            SELECT @day, person, @input, @output FROM unnest(@people) WITH ORDINALITY AS p (person, turn) ORDER BY turn
            ON CONFLICT (day, person_id) DO UPDATE SET
                input_tokens = model_usage.input_tokens + excluded.input_tokens,
                output_tokens = model_usage.output_tokens + excluded.output_tokens
            """,
            ("@day", (long)day.DayNumber), ("@people", personId is { } person ? new[] { All, person } : [All]),
            ("@input", usage.InputTokens), ("@output", usage.OutputTokens)),
        cancellationToken);

    public Task<(ModelUsage Person, ModelUsage All)> ReadAsync(DateOnly day, long? personId, CancellationToken cancellationToken) => database.ReadAsync(
        async session => (personId is { } person ? await ReadAsync(session, day, person) : default, await ReadAsync(session, day, All)), cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.RunAsync("DELETE FROM model_usage WHERE day < @before", ("@before", (long)before.DayNumber)), cancellationToken);

    private static async Task<ModelUsage> ReadAsync(PostgresSession session, DateOnly day, long personId) => (await session.QueryAsync<ModelUsage>(
        "SELECT input_tokens, output_tokens FROM model_usage WHERE day = @day AND person_id = @person",
        ("@day", (long)day.DayNumber), ("@person", personId))).SingleOrDefault();
}
