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
        return moved + MoveMessages(session, from, to) + MoveUpdates(session, from, to);
    }

    private static int MoveMessages(SqliteSession session, long from, long to) => session.Run(
        "UPDATE calls INDEXED BY calls_open SET chat_id = $to, payload = json_set(payload, '$.chat_id', $to) WHERE ended_at IS NULL AND chat_id = $from",
        ("$to", to), ("$from", from));

    /// <summary>The chat's id stands in one of these places of an update; a place that an update lacks stays away.</summary>
    private static int MoveUpdates(SqliteSession session, long from, long to) => session.Run(
        """
        UPDATE updates INDEXED BY updates_open SET lane = $to, payload = json_replace(payload, '$.message.chat.id', $to, '$.edited_message.chat.id', $to,
            '$.callback_query.message.chat.id', $to, '$.my_chat_member.chat.id', $to)
        WHERE ended_at IS NULL AND lane = $from
        """,
        ("$to", to), ("$from", from));
}
