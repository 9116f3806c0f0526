using System.Text.Json;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>What the archive's SQLite database keeps about one person.</summary>
internal sealed class SqlitePerson(SqliteReaders readers, long personId) : IPersonRecords
{
    /// <summary>Exchanges in the private chat, whose id is the person's, and in groups.</summary>
    private const string Exchanges = "(chat_id = $person OR (person_id = $person AND person_id <> chat_id))";

    /// <summary>Messages to the private chat that are not sent yet; of one that was sent or given up, neither the chat nor the text is kept.</summary>
    private const string PendingMessages = "ended_at IS NULL AND chat_id = $person";

    /// <summary>Updates in the private chat, and those that the person sent in groups.</summary>
    private const string OfPerson =
        "(lane = $person OR $person IN (payload ->> '$.message.from.id', payload ->> '$.edited_message.from.id', "
        + "payload ->> '$.callback_query.from.id', payload ->> '$.inline_query.from.id', payload ->> '$.my_chat_member.from.id'))";

    /// <summary>Updates that quote a message of the person.</summary>
    private const string QuotesPerson =
        "$person IN (payload ->> '$.message.reply_to_message.from.id', payload ->> '$.edited_message.reply_to_message.from.id', "
        + "payload ->> '$.callback_query.message.reply_to_message.from.id')";

    /// <summary>Updates that could not be handled; of a handled one, neither the chat nor the text is kept.</summary>
    private const string SetAside = "state = 'set aside' AND payload IS NOT NULL";

    public long PersonId => personId;

    /// <summary>Deletes all of it; that an update was set aside stays known, not what it was. One that waits is still answered, and leaves no exchange.</summary>
    /// <returns>How many rows were concerned.</returns>
    public static int Forget(SqliteSession session, long personId) =>
        session.Run($"UPDATE updates INDEXED BY updates_open SET is_forgotten = 1 WHERE ended_at IS NULL AND {OfPerson}", ("$person", personId))
        + session.Run($"UPDATE updates INDEXED BY updates_open SET quotes_forgotten = 1 WHERE ended_at IS NULL AND {QuotesPerson}", ("$person", personId))
        + session.Run("DELETE FROM ratings WHERE person_id = $person", ("$person", personId))
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
        // Updates of others that quote a message of the person go, too; they are not shown, since the rest is another person's.
        + session.Run(
            $"UPDATE updates INDEXED BY updates_set_aside SET payload = NULL, lane = NULL, error = NULL WHERE {SetAside} AND ({OfPerson} OR {QuotesPerson})",
            ("$person", personId));

    public Task<ChatSettings?> ReadSettingsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(session => SqliteChatStore.Settings(session, personId), cancellationToken);

    public Task<bool> MayWriteAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        session => session.Number("SELECT may_write FROM chats WHERE chat_id = $person", ("$person", personId)) is not 0, cancellationToken);

    public Task<Subscription?> ReadSubscriptionAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        session => SqliteSubscription.Query(session, "WHERE chat_id = $person", ("$person", personId)).SingleOrDefault(), cancellationToken);

    public async Task<IReadOnlyList<long>> ReadExchangeIdsAsync(bool areDigests, CancellationToken cancellationToken) => await readers.ReadAsync(
        session => session.Query<long>(
            $"SELECT exchange_id FROM exchanges WHERE {Exchanges} AND (digest_id IS NOT NULL) = $areDigests ORDER BY asked_at, exchange_id",
            ("$person", personId), ("$areDigests", areDigests)),
        cancellationToken);

    public async Task<IReadOnlyList<Exchange>> ReadExchangesAsync(long[] ids, CancellationToken cancellationToken) => await readers.ReadAsync(
        session => SqliteExchange.Query(
            session,
            "WHERE exchange_id IN (SELECT value FROM json_each($ids)) ORDER BY asked_at, exchange_id",
            ("$ids", $"[{string.Join(',', ids)}]")),
        cancellationToken);

    public async Task<IReadOnlyList<ExportedRating>> ReadRatingsAsync(CancellationToken cancellationToken) => await readers.ReadAsync(
        session => session.Query<Rating>("SELECT exchange_id, is_helpful FROM ratings WHERE person_id = $person ORDER BY exchange_id", ("$person", personId))
            .ConvertAll(row => new ExportedRating(row.ExchangeId, row.IsHelpful != 0)),
        cancellationToken);

    public async Task<IReadOnlyList<Watch>> ReadWatchesAsync(CancellationToken cancellationToken) => await readers.ReadAsync(
        session => SqliteWatchStore.Query(session, "WHERE person_id = $person ORDER BY since, watch_id", ("$person", personId)), cancellationToken);

    public async Task<IReadOnlyList<ExportedMessage>> ReadPendingMessagesAsync(CancellationToken cancellationToken) => await readers.ReadAsync(
        session => session.Query<Pending>($"SELECT payload, file FROM calls INDEXED BY calls_open WHERE {PendingMessages} ORDER BY call_id", ("$person", personId))
            .ConvertAll(row => new ExportedMessage(StoredJson.ReadElement(row.Payload), row.File)),
        cancellationToken);

    public async Task<IReadOnlyList<JsonElement>> ReadUpdatesSetAsideAsync(CancellationToken cancellationToken) => await readers.ReadAsync(
        session => session.Query<string>(
            $"SELECT payload FROM updates INDEXED BY updates_set_aside WHERE {SetAside} AND {OfPerson} ORDER BY update_id", ("$person", personId))
            .ConvertAll(StoredJson.ReadElement),
        cancellationToken);

    private sealed record Pending(string Payload, string? File);

    private sealed record Rating(long ExchangeId, long IsHelpful);
}
