namespace NewsBot.Storage.Postgres;

/// <summary>Deletes old rows without keeping others from writing.</summary>
internal static class PostgresPruning
{
    private const int BatchRows = 1000;

    /// <summary>Deletes in short transactions until a statement finds fewer rows than it may delete.</summary>
    /// <param name="database">Holds the rows.</param>
    /// <param name="delete">Deletes at most @limit rows that ended before @before.</param>
    /// <param name="before">A row that ended at this very instant stays.</param>
    /// <param name="cancellationToken">Stops between two transactions; deleted rows stay deleted.</param>
    public static async Task PruneAsync(PostgresDatabase database, string delete, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int deleted;
        do
        {
            deleted = await database.WriteAsync(
                session => session.RunAsync(delete, ("@before", before.ToUnixTimeMilliseconds()), ("@limit", BatchRows)), cancellationToken);
        }
        while (deleted == BatchRows);
    }
}
