namespace NewsBot.Storage.Postgres;

/// <summary>Fills what only this database keeps of chats, once their rows were copied from another kind of database.</summary>
internal static class PostgresChatImport
{
    /// <summary>Fills it in the transaction that is open; a second time changes nothing.</summary>
    /// <returns>How many rows were concerned.</returns>
    public static async Task<int> FinishAsync(PostgresSession session)
    {
        var filled = await session.RunAsync(
            "UPDATE subscriptions SET awaited_id = CAST(CAST(awaits AS json) ->> 'personId' AS bigint) WHERE awaits IS NOT NULL AND awaited_id IS NULL");

        // Digests have ids below 0, each lower than the one before.
        await session.NumberAsync(
            """
            SELECT setval('digest_exchange_ids', least(last_value, (SELECT min(exchange_id) FROM exchanges))) FROM digest_exchange_ids
            WHERE (SELECT min(exchange_id) FROM exchanges) < 0
            """);
        return filled + await NotePeopleAsync(session);
    }

    /// <summary>Notes who sent the updates, and whom they quote.</summary>
    private static async Task<int> NotePeopleAsync(PostgresSession session)
    {
        var rows = await session.QueryAsync<Row>("SELECT update_id, payload FROM updates WHERE payload IS NOT NULL AND sender_id IS NULL AND quoted_id IS NULL");
        foreach (var row in rows)
        {
            var (sender, quoted) = UpdateJson.People(row.Payload);
            await session.RunAsync(
                "UPDATE updates SET sender_id = @sender, quoted_id = @quoted WHERE update_id = @id", ("@sender", sender), ("@quoted", quoted), ("@id", row.UpdateId));
        }

        return rows.Count;
    }

    private sealed record Row(long UpdateId, string Payload);
}
