using NewsBot.Archive;
using NewsBot.Hosting;
using Npgsql;

namespace NewsBot.Storage.Postgres;

/// <summary>Hears on a connection of its own (LISTEN) what the writers of the article log tell (NOTIFY).</summary>
/// <remarks>What was told while there was no connection is not told again, so a new connection counts as a ring.</remarks>
internal sealed class PostgresArticleBell(PostgresDatabase database) : IArticleBell, IPeriodicWork, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim rung = new(0, 1);

    // Of the step alone.
    private NpgsqlConnection? connection;

    public string Name => "Hearing of new articles";

    public string? Lease => null;

    public TimeSpan Interval => TimeSpan.FromSeconds(1);

    public Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellationToken) => rung.WaitAsync(patience, cancellationToken);

    /// <summary>Opens the connection when there is none, else listens for a while.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (connection is not null)
                await connection.WaitAsync(LongestWait, cancellationToken);
            else
                await OpenAsync(cancellationToken);
        }
        catch (Exception failure) when (PostgresFailures.IsOfDatabase(failure))
        {
            await FinishAsync();
            throw PostgresFailures.From(failure, database.Path);
        }
    }

    public async Task FinishAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        connection = null;
    }

    public void Dispose()
    {
        connection?.Dispose();
        rung.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        connection = await database.OpenAsync(cancellationToken);
        connection.Notification += (_, _) => Ring();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresArticleLog.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        Ring();
    }

    /// <summary>Only the step rings, so no other ring comes between the look and the release.</summary>
    private void Ring()
    {
        if (rung.CurrentCount == 0)
            rung.Release();
    }
}
