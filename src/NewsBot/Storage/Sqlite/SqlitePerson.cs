namespace NewsBot.Storage.Sqlite;

/// <summary>Where the database keeps something about the person $person; what is exported is what is forgotten.</summary>
internal static class SqlitePerson
{
    /// <summary>Exchanges in the private chat, whose id is the person's, and in groups.</summary>
    public const string Exchanges = "(chat_id = $person OR (person_id = $person AND person_id <> chat_id))";

    /// <summary>Messages to the private chat that are not sent yet; of one that was sent or given up, neither the chat nor the text is kept.</summary>
    public const string PendingMessages = "ended_at IS NULL AND chat_id = $person";

    /// <summary>Updates that could not be handled, in the private chat and in groups; of a handled one, neither the chat nor the text is kept.</summary>
    public const string UpdatesSetAside =
        "state = 'set aside' AND payload IS NOT NULL AND (lane = $person OR $person IN (payload ->> '$.message.from.id', payload ->> '$.edited_message.from.id', "
        + "payload ->> '$.callback_query.from.id', payload ->> '$.inline_query.from.id', payload ->> '$.my_chat_member.from.id'))";

    /// <summary>The same, and updates of others that quote a message of the person: these are deleted, but not shown, since the rest is another person's.</summary>
    private const string UpdatesWithWords =
        "state = 'set aside' AND payload IS NOT NULL AND (lane = $person OR $person IN (payload ->> '$.message.from.id', payload ->> '$.edited_message.from.id', "
        + "payload ->> '$.callback_query.from.id', payload ->> '$.inline_query.from.id', payload ->> '$.my_chat_member.from.id', "
        + "payload ->> '$.message.reply_to_message.from.id', payload ->> '$.edited_message.reply_to_message.from.id', "
        + "payload ->> '$.callback_query.message.reply_to_message.from.id'))";

    /// <summary>Deletes all of it; that an update was set aside stays known, not what it was.</summary>
    /// <returns>How many rows were concerned.</returns>
    public static int Forget(SqliteSession session, long personId) =>
        session.Run("DELETE FROM ratings WHERE person_id = $person", ("$person", personId))
        + session.Run($"DELETE FROM exchanges WHERE {Exchanges}", ("$person", personId))
        // The last day's stays until it is old: a person who forgets must not get the day's tokens again.
        + session.Run("DELETE FROM model_usage WHERE person_id = $person AND day < (SELECT max(day) FROM model_usage)", ("$person", personId))
        + session.Run("DELETE FROM watches WHERE person_id = $person", ("$person", personId))
        + session.Run("DELETE FROM subscriptions WHERE chat_id = $person", ("$person", personId))
        + session.Run(
            "UPDATE subscriptions INDEXED BY subscriptions_awaiting SET awaits = NULL, revision = revision + 1 WHERE awaits IS NOT NULL AND awaits ->> '$.personId' = $person",
            ("$person", personId))
        + session.Run("DELETE FROM chats WHERE chat_id = $person", ("$person", personId))
        + session.Run("DELETE FROM holds WHERE chat_id = $person", ("$person", personId))
        + session.Run($"DELETE FROM calls WHERE call_id IN (SELECT call_id FROM calls INDEXED BY calls_open WHERE {PendingMessages})", ("$person", personId))
        + session.Run($"UPDATE updates INDEXED BY updates_set_aside SET payload = NULL, lane = NULL, error = NULL WHERE {UpdatesWithWords}", ("$person", personId));
}
