using NewsBot.Chats;

namespace NewsBot.Storage.Postgres;

/// <summary>The subscriptions in a PostgreSQL database.</summary>
internal sealed class PostgresSubscriptionStore(PostgresDatabase database, TimeProvider time) : ISubscriptionStore
{
    public Task<Subscription?> FindAsync(long chatId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => PostgresSubscription.FindAsync(session, chatId), cancellationToken);

    public Task<Subscription?> ChangeAsync(long chatId, Func<Subscription?, Subscription?> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                while (true)
                {
                    var current = await PostgresSubscription.TakeAsync(session, chatId);
                    if (change(current) is not { } changed)
                        return null;
                    // Where there was none, another process may have begun one since: then that one is changed.
                    if (await PostgresSubscription.TryStoreAsync(session, changed, isNew: current is null))
                        return await PostgresSubscription.FindAsync(session, chatId);
                }
            },
            cancellationToken);

    public async Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => PostgresSubscription.QueryAsync(
                session,
                "WHERE next_due <= @now ORDER BY next_due, likeness, chat_id LIMIT @limit",
                ("@now", now.ToUnixTimeMilliseconds()), ("@limit", limit)),
            cancellationToken);

    public Task<long> KeepDigestAsync(SentDigest digest, CancellationToken cancellationToken)
    {
        var stories = StoredJson.Write(digest.Stories);
        var end = digest.End.ToUnixTimeMilliseconds();
        return database.WriteAsync(
            async session => (await session.NumberAsync(
                """
                INSERT INTO digests (hash, ended_at, stories) VALUES (@hash, @end, @stories)
                ON CONFLICT (hash) DO UPDATE SET ended_at = excluded.ended_at
                RETURNING digest_id
                """,
                ("@hash", StoredDigest.HashOf(end, stories)), ("@end", end), ("@stories", stories)))!.Value,
            cancellationToken);
    }

    public Task<SentDigest?> FindDigestAsync(long digestId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (await session.FindAsync<StoredDigest>("SELECT ended_at, stories FROM digests WHERE digest_id = @id", ("@id", digestId)))?.ToDigest(),
            cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> ServeAsync(IReadOnlyList<DigestDelivery> deliveries, CancellationToken cancellationToken)
    {
        // In the order of chats: two processes that serve the same chats at once never wait for each other in a circle.
        var given = deliveries.Select(delivery => (Delivery: delivery, Messages: new PostgresOutboxRows(delivery.Messages, time))).ToList();
        return await database.WriteAsync(
            async session =>
            {
                await PostgresSlots.EnterAsync(session, given.SelectMany(one => one.Messages.ChatIds));
                var served = new HashSet<DigestDelivery>(ReferenceEqualityComparer.Instance);
                foreach (var (delivery, _) in given.OrderBy(one => one.Delivery.Subscription.Place.ChatId))
                {
                    if (await TryNoteAsync(session, delivery))
                        served.Add(delivery);
                }

                var added = new List<OutboxMessage>();
                foreach (var (delivery, messages) in given.Where(one => served.Contains(one.Delivery)))
                    added.AddRange(await InsertAsync(session, delivery, messages));
                return added;
            },
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        PostgresPruning.PruneAsync(
            database,
            """
            DELETE FROM digests WHERE digest_id IN (
                SELECT digest_id FROM digests
                WHERE ended_at < @before AND NOT EXISTS (SELECT 1 FROM exchanges WHERE exchanges.digest_id = digests.digest_id)
                ORDER BY digest_id LIMIT @limit FOR UPDATE SKIP LOCKED)
            """,
            before, cancellationToken);

    /// <summary>Notes that a subscription was served, or looked at.</summary>
    /// <returns>False when it was changed since it was read, or its date was served before.</returns>
    private static async Task<bool> TryNoteAsync(PostgresSession session, DigestDelivery delivery) =>
        await PostgresSubscription.TakeAsync(session, delivery.Subscription.Place.ChatId) is { } current
        && StoredSubscription.After(delivery, current) is { } served
        && await PostgresSubscription.TryStoreAsync(session, served, isNew: false);

    private async Task<List<OutboxMessage>> InsertAsync(PostgresSession session, DigestDelivery delivery, PostgresOutboxRows messages) =>
        delivery.DigestId is { } digest
            ? await messages.InsertAsync(session, () => PostgresExchange.InsertDigestAsync(session, delivery.Subscription.Place, digest, time.GetInstant()))
            : await messages.InsertAsync(session);
}
