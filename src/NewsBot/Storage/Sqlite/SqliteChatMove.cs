using NewsBot.Telegram.Api;

namespace NewsBot.Storage.Sqlite;

/// <summary>Moves what is kept of a group when it becomes a supergroup with another id.</summary>
internal static class SqliteChatMove
{
    /// <summary>Moves it in the transaction that is open.</summary>
    /// <returns>How many rows were concerned.</returns>
    public static int Run(SqliteSession session, long from, long to)
    {
        // A supergroup counts its messages from 1 again: the id of an old message would be the id of another message there.
        var moved = session.Run(
            "UPDATE exchanges SET chat_id = $to, question_message_id = 0, reply_message_id = NULL WHERE chat_id = $from",
            ("$to", to), ("$from", from));
        moved += session.Run("UPDATE watches SET chat_id = $to WHERE chat_id = $from", ("$to", to), ("$from", from));
        moved += session.Run(
            "UPDATE OR IGNORE subscriptions SET chat_id = $to, thread_id = NULL, awaits = NULL, revision = revision + 1 WHERE chat_id = $from",
            ("$to", to), ("$from", from));
        session.Run("DELETE FROM subscriptions WHERE chat_id = $from", ("$from", from));
        moved += session.Run(
            """
            INSERT INTO chats (chat_id, may_write, has_chosen, language, shows_quotes, shows_preview)
            SELECT $to, may_write, has_chosen, language, shows_quotes, shows_preview FROM chats WHERE chat_id = $from
            ON CONFLICT (chat_id) DO UPDATE SET has_chosen = excluded.has_chosen, language = excluded.language, shows_quotes = excluded.shows_quotes,
                shows_preview = excluded.shows_preview
            WHERE has_chosen = 0
            """,
            ("$to", to), ("$from", from));
        session.Run("DELETE FROM chats WHERE chat_id = $from", ("$from", from));
        return moved + MoveCalls(session, from, to) + MoveUpdates(session, from, to);
    }

    private static int MoveCalls(SqliteSession session, long from, long to)
    {
        var calls = session.Read(
            "SELECT call_id, payload FROM calls INDEXED BY calls_open WHERE ended_at IS NULL AND chat_id = $from",
            row => (Id: row.GetInt64(0), Call: StoredJson.ReadCall(row.GetString(1))),
            ("$from", from));
        return calls.Sum(row => session.Run(
            "UPDATE calls SET chat_id = $to, payload = $payload WHERE call_id = $id",
            ("$to", to), ("$payload", StoredJson.Write(row.Call with { ChatId = to })), ("$id", row.Id)));
    }

    private static int MoveUpdates(SqliteSession session, long from, long to)
    {
        var updates = session.Read(
            "SELECT update_id, payload FROM updates INDEXED BY updates_open WHERE ended_at IS NULL AND lane = $from",
            row => (Id: row.GetInt64(0), Update: StoredJson.ReadUpdate(row.GetString(1))),
            ("$from", from));
        return updates.Sum(row => session.Run(
            "UPDATE updates SET lane = $to, payload = $payload WHERE update_id = $id",
            ("$to", to), ("$payload", StoredJson.Write(Move(row.Update, to))), ("$id", row.Id)));
    }

    private static BotUpdate Move(BotUpdate update, long to) => update switch
    {
        MessageArrived arrived => arrived with { Message = arrived.Message with { Chat = arrived.Message.Chat with { Id = to } } },
        ButtonTapped { Chat: { } chat } tapped => tapped with { Chat = chat with { Id = to } },
        MembershipChanged changed => changed with { Chat = changed.Chat with { Id = to } },
        _ => update,
    };
}
