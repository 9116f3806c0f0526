namespace NewsBot.Storage.Postgres;

/// <summary>Moves what is kept of a group when it becomes a supergroup with another id.</summary>
/// <remarks>What waits goes to the slot of the new id, whose process finds it there; the one that has it now may do nothing with it any more.</remarks>
internal static class PostgresChatMove
{
    /// <summary>Moves it in the transaction that is open.</summary>
    /// <returns>How many rows were concerned.</returns>
    public static async Task<int> RunAsync(PostgresSession session, long from, long to)
    {
        await PostgresSlots.EnterAsync(session, [from, to]);
        var moved = await MoveUpdatesAsync(session, from, to);
        // A supergroup counts its messages from 1 again: the id of an old message would be the id of another message there.
        moved += await session.RunAsync(
            "UPDATE exchanges SET chat_id = @to, question_message_id = 0, reply_message_id = NULL WHERE chat_id = @from", ("@to", to), ("@from", from));
        moved += await session.RunAsync("UPDATE watches SET chat_id = @to WHERE chat_id = @from", ("@to", to), ("@from", from));
        moved += await session.RunAsync(
            """
            INSERT INTO subscriptions (chat_id, state, minute, zone, days, max_stories, topics, mutes, article_language, language,
                is_quiet, last_date, last_end, last_digests, next_due, likeness, revision)
            SELECT @to, state, minute, zone, days, max_stories, topics, mutes, article_language, language,
                is_quiet, last_date, last_end, last_digests, next_due, likeness, revision + 1
            FROM subscriptions WHERE chat_id = @from FOR UPDATE
            ON CONFLICT DO NOTHING
            """,
            ("@to", to), ("@from", from));
        await session.RunAsync("DELETE FROM subscriptions WHERE chat_id = @from", ("@from", from));
        moved += await session.RunAsync(
            """
            INSERT INTO chats (chat_id, may_write, has_chosen, language, shows_quotes, shows_preview)
            SELECT @to, may_write, has_chosen, language, shows_quotes, shows_preview FROM chats WHERE chat_id = @from FOR UPDATE
            ON CONFLICT (chat_id) DO UPDATE SET has_chosen = excluded.has_chosen, language = excluded.language, shows_quotes = excluded.shows_quotes,
                shows_preview = excluded.shows_preview
            WHERE NOT chats.has_chosen
            """,
            ("@to", to), ("@from", from));
        await session.RunAsync("DELETE FROM chats WHERE chat_id = @from", ("@from", from));
        return moved + await MoveMessagesAsync(session, from, to);
    }

    private static async Task<int> MoveMessagesAsync(PostgresSession session, long from, long to)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT call_id AS id, payload FROM outbox WHERE ended_at IS NULL AND chat_id = @from FOR UPDATE", ("@from", from));
        foreach (var row in rows)
        {
            await session.RunAsync(
                "UPDATE outbox SET chat_id = @to, slot = @slot, payload = @payload WHERE call_id = @id",
                ("@to", to), ("@slot", PostgresSlots.Of(to)), ("@payload", UpdateJson.WithRequestChat(row.Payload, to)), ("@id", row.Id));
        }

        return rows.Count;
    }

    private static async Task<int> MoveUpdatesAsync(PostgresSession session, long from, long to)
    {
        var rows = await session.QueryAsync<Row>(
            "SELECT update_id AS id, payload FROM updates WHERE ended_at IS NULL AND lane = @from ORDER BY update_id FOR UPDATE", ("@from", from));
        foreach (var row in rows)
        {
            await session.RunAsync(
                "UPDATE updates SET lane = @to, slot = @slot, payload = @payload WHERE update_id = @id",
                ("@to", to), ("@slot", PostgresSlots.Of(to)), ("@payload", UpdateJson.WithUpdateChat(row.Payload, to)), ("@id", row.Id));
        }

        return rows.Count;
    }

    private sealed record Row(long Id, string Payload);
}
