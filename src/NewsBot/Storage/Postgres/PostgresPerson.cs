using System.Text.Json;
using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Postgres;

/// <summary>What a PostgreSQL database keeps about one person.</summary>
internal sealed class PostgresPerson(PostgresDatabase database, long personId) : IPersonRecords
{
    // The private chat has the person's id.
    private const string Exchanges = "(chat_id = @person OR (person_id = @person AND person_id <> chat_id))";
    private const string PendingMessages = "ended_at IS NULL AND chat_id = @person";
    private const string UpdatesSetAside = "state = 'set aside' AND payload IS NOT NULL AND @person IN (lane, sender_id)";

    public long PersonId => personId;

    /// <summary>Deletes all of it; that an update was set aside stays known, not what it was.</summary>
    /// <remarks>
    /// An update of the person that another process completes at this moment is waited for, so that what is deleted afterwards has its exchange, too. One that is completed
    /// later knows that the person was forgotten, and leaves no exchange.
    /// </remarks>
    /// <returns>How many rows were concerned.</returns>
    public static async Task<int> ForgetAsync(PostgresSession session, long personId)
    {
        await PostgresSlots.EnterAsync(session, [personId]);
        var forgotten = await RunAsync("UPDATE updates SET is_forgotten = true WHERE ended_at IS NULL AND (lane = @person OR sender_id = @person)");
        forgotten += await RunAsync("UPDATE updates SET quotes_forgotten = true WHERE ended_at IS NULL AND quoted_id = @person");
        forgotten += await RunAsync("DELETE FROM ratings WHERE person_id = @person");
        forgotten += await RunAsync($"DELETE FROM exchanges WHERE {Exchanges}");
        // The last day's stays until it is old: a person who forgets must not get the day's tokens again.
        forgotten += await RunAsync("DELETE FROM model_usage WHERE person_id = @person AND day < (SELECT max(day) FROM model_usage)");
        forgotten += await RunAsync("DELETE FROM watches WHERE person_id = @person");
        forgotten += await RunAsync("DELETE FROM subscriptions WHERE chat_id = @person");
        forgotten += await RunAsync("UPDATE subscriptions SET awaits = NULL, awaited_id = NULL, revision = revision + 1 WHERE awaited_id = @person");
        forgotten += await RunAsync("DELETE FROM chats WHERE chat_id = @person");
        forgotten += await RunAsync("DELETE FROM holds WHERE chat_id = @person");
        forgotten += await RunAsync($"DELETE FROM outbox WHERE {PendingMessages}");
        // Updates of others that quote a message of the person go, too; they are not shown, since the rest is another person's.
        return forgotten + await RunAsync(
            """
            UPDATE updates SET payload = NULL, lane = NULL, sender_id = NULL, quoted_id = NULL, error = NULL
            WHERE state = 'set aside' AND payload IS NOT NULL AND @person IN (lane, sender_id, quoted_id)
            """);

        Task<int> RunAsync(string sql) => session.RunAsync(sql, ("@person", personId));
    }

    public Task<ChatSettings?> ReadSettingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => PostgresChatStore.SettingsAsync(session, personId), cancellationToken);

    public Task<bool> MayWriteAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.NumberAsync("SELECT chat_id FROM chats WHERE chat_id = @person AND NOT may_write", ("@person", personId)) is null, cancellationToken);

    public Task<Subscription?> ReadSubscriptionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => PostgresSubscription.FindAsync(session, personId), cancellationToken);

    public async Task<IReadOnlyList<long>> ReadExchangeIdsAsync(bool areDigests, CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.QueryAsync<long>(
            $"SELECT exchange_id FROM exchanges WHERE {Exchanges} AND (digest_id IS NOT NULL) = @areDigests ORDER BY asked_at, exchange_id",
            ("@person", personId), ("@areDigests", areDigests)),
        cancellationToken);

    public async Task<IReadOnlyList<Exchange>> ReadExchangesAsync(long[] ids, CancellationToken cancellationToken) => await database.ReadAsync(
        session => PostgresExchange.QueryAsync(session, "WHERE exchange_id = ANY(@ids) ORDER BY asked_at, exchange_id", ("@ids", ids)), cancellationToken);

    public async Task<IReadOnlyList<ExportedRating>> ReadRatingsAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => session.QueryAsync<ExportedRating>(
            "SELECT exchange_id, is_helpful FROM ratings WHERE person_id = @person ORDER BY exchange_id", ("@person", personId)),
        cancellationToken);

    public async Task<IReadOnlyList<Watch>> ReadWatchesAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        session => PostgresWatchStore.QueryAsync(session, "WHERE person_id = @person ORDER BY since, watch_id", ("@person", personId)), cancellationToken);

    public async Task<IReadOnlyList<ExportedMessage>> ReadPendingMessagesAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        async session => (await session.QueryAsync<Pending>($"SELECT payload, file FROM outbox WHERE {PendingMessages} ORDER BY call_id", ("@person", personId)))
            .ConvertAll(row => new ExportedMessage(StoredJson.ReadElement(row.Payload), row.File)),
        cancellationToken);

    public async Task<IReadOnlyList<JsonElement>> ReadUpdatesSetAsideAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        async session => (await session.QueryAsync<string>($"SELECT payload FROM updates WHERE {UpdatesSetAside} ORDER BY update_id", ("@person", personId)))
            .ConvertAll(StoredJson.ReadElement),
        cancellationToken);

    private sealed record Pending(string Payload, string? File);
}
