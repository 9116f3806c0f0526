namespace NewsBot.Storage.Sqlite;

/// <summary>Deletes old rows without keeping others from writing.</summary>
internal static class SqlitePruning
{
    private const int BatchRows = 256;

    /// <summary>Deletes in short transactions the rows that one reading found.</summary>
    /// <param name="readers">Find the rows.</param>
    /// <param name="writes">Delete the rows.</param>
    /// <param name="select">Gives the ids of the rows that ended before $before.</param>
    /// <param name="delete">Deletes the row with $id, if it is still before $before.</param>
    /// <param name="before">A row that ended at this very instant stays.</param>
    /// <param name="cancellationToken">Stops between two transactions; deleted rows stay deleted.</param>
    public static async Task PruneAsync(
        SqliteReaders readers, SqliteWriteQueue writes, string select, string delete, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var limit = before.ToUnixTimeMilliseconds();
        var ids = await readers.ReadAsync(session => session.Query<long>(select, ("$before", limit)), cancellationToken);
        foreach (var batch in ids.Chunk(BatchRows))
            await writes.WriteAsync(session => batch.Sum(id => session.Run(delete, ("$id", id), ("$before", limit))), cancellationToken);
    }
}
