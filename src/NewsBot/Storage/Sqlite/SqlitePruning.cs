namespace NewsBot.Storage.Sqlite;

/// <summary>Deletes what is old without keeping others from writing.</summary>
internal static class SqlitePruning
{
    private const int BatchRows = 256;

    /// <summary>Deletes in short transactions what one reading found.</summary>
    /// <param name="readers">Asked first.</param>
    /// <param name="writes">Delete then.</param>
    /// <param name="select">Gives the ids of what ended before $before.</param>
    /// <param name="delete">Deletes the one with $id, if it is still before $before.</param>
    /// <param name="before">What ended at this very instant stays.</param>
    /// <param name="cancellationToken">Stops between two transactions; what is deleted stays so.</param>
    public static async Task PruneAsync(
        SqliteReaders readers, SqliteWriteQueue writes, string select, string delete, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var limit = before.ToUnixTimeMilliseconds();
        var ids = await readers.ReadAsync(session => session.Read(select, row => row.GetInt64(0), ("$before", limit)), cancellationToken);
        foreach (var batch in ids.Chunk(BatchRows))
            await writes.WriteAsync(session => batch.Sum(id => session.Run(delete, ("$id", id), ("$before", limit))), cancellationToken);
    }
}
