using NewsBot.Models;

namespace NewsBot.Storage.Sqlite;

/// <summary>The tokens that the language model took: a row a day for each person, and one for all.</summary>
internal sealed class SqliteModelUsageStore(SqliteReaders readers, SqliteWriteQueue writes) : IModelUsageStore
{
    // Telegram's people have positive numbers.
    private const long All = 0;

    public Task AddAsync(DateOnly day, long? personId, ModelUsage usage, CancellationToken cancellationToken) => writes.WriteAsync(
        session => Add(session, day, All, usage) + (personId is { } person ? Add(session, day, person, usage) : 0), cancellationToken);

    public Task<(ModelUsage Person, ModelUsage All)> ReadAsync(DateOnly day, long? personId, CancellationToken cancellationToken) => readers.ReadAsync(
        session => (personId is { } person ? Read(session, day, person) : default, Read(session, day, All)), cancellationToken);

    public Task PruneAsync(DateOnly before, CancellationToken cancellationToken) => writes.WriteAsync(
        session => session.Run("DELETE FROM model_usage WHERE day < $before", ("$before", (long)before.DayNumber)), cancellationToken);

    private static int Add(SqliteSession session, DateOnly day, long personId, ModelUsage usage) => session.Run(
        """
        INSERT INTO model_usage (day, person_id, input_tokens, output_tokens) VALUES ($day, $person, $input, $output)
        ON CONFLICT (day, person_id) DO UPDATE SET
            input_tokens = input_tokens + excluded.input_tokens,
            output_tokens = output_tokens + excluded.output_tokens
        """,
        ("$day", (long)day.DayNumber), ("$person", personId), ("$input", usage.InputTokens), ("$output", usage.OutputTokens));

    private static ModelUsage Read(SqliteSession session, DateOnly day, long personId) => session.Query<ModelUsage>(
        "SELECT input_tokens, output_tokens FROM model_usage WHERE day = $day AND person_id = $person",
        ("$day", (long)day.DayNumber), ("$person", personId)).SingleOrDefault();
}
