using NewsBot.Chats;
using NewsBot.Core.Questions;

namespace NewsBot.Storage.Sqlite;

/// <summary>The subscriptions in the archive's SQLite database.</summary>
internal sealed class SqliteSubscriptionStore(SqliteReaders readers, SqliteWriteQueue writes, TimeProvider time) : ISubscriptionStore
{
    public Task<Subscription?> FindAsync(long chatId, CancellationToken cancellationToken) => readers.ReadAsync(session => Find(session, chatId), cancellationToken);

    public Task<Subscription?> ChangeAsync(long chatId, Func<Subscription?, Subscription?> change, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            session =>
            {
                if (change(Find(session, chatId)) is not { } changed)
                    return null;
                SqliteSubscription.Upsert(session, changed);
                return Find(session, chatId);
            },
            cancellationToken);

    public async Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            session => SqliteSubscription.Query(
                session,
                "INDEXED BY subscriptions_due WHERE next_due <= $now ORDER BY next_due, likeness, chat_id LIMIT $limit",
                ("$now", now.ToUnixTimeMilliseconds()), ("$limit", limit)),
            cancellationToken);

    public Task<long> KeepDigestAsync(SentDigest digest, CancellationToken cancellationToken)
    {
        var stories = StoredJson.Write(digest.Stories);
        var end = digest.End.ToUnixTimeMilliseconds();
        return writes.WriteAsync(
            session => session.Number(
                """
                INSERT INTO digests (hash, ended_at, stories) VALUES ($hash, $end, $stories)
                ON CONFLICT (hash) DO UPDATE SET ended_at = excluded.ended_at
                RETURNING digest_id
                """,
                ("$hash", StoredDigest.HashOf(end, stories)), ("$end", end), ("$stories", stories))!.Value,
            cancellationToken);
    }

    public Task<SentDigest?> FindDigestAsync(long digestId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            session => session.Find<StoredDigest>("SELECT ended_at, stories FROM digests WHERE digest_id = $id", ("$id", digestId))?.ToDigest(),
            cancellationToken);

    public async Task<IReadOnlyList<OutboxMessage>> ServeAsync(IReadOnlyList<DigestDelivery> deliveries, CancellationToken cancellationToken)
    {
        var messages = deliveries.Select(delivery => new SqliteOutboxRows(delivery.Messages, time)).ToList();
        return await writes.WriteAsync(
            session =>
            {
                var added = new List<OutboxMessage>();
                for (var i = 0; i < deliveries.Count; i++)
                {
                    if (TryNote(session, deliveries[i]))
                        added.AddRange(Insert(session, deliveries[i], messages[i]));
                }

                return added;
            },
            cancellationToken);
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        SqlitePruning.PruneAsync(
            readers, writes,
            "SELECT digest_id FROM digests WHERE ended_at < $before",
            "DELETE FROM digests WHERE digest_id = $id AND ended_at < $before AND NOT EXISTS (SELECT 1 FROM exchanges WHERE exchanges.digest_id = digests.digest_id)",
            before, cancellationToken);

    private static Subscription? Find(SqliteSession session, long chatId) =>
        SqliteSubscription.Query(session, "WHERE chat_id = $chat", ("$chat", chatId)).SingleOrDefault();

    /// <summary>Notes that a subscription was served, or looked at.</summary>
    /// <returns>False when it was changed since it was read, or its date was served before.</returns>
    private static bool TryNote(SqliteSession session, DigestDelivery delivery)
    {
        if (Find(session, delivery.Subscription.Place.ChatId) is not { } current || StoredSubscription.After(delivery, current) is not { } served)
            return false;
        SqliteSubscription.Upsert(session, served);
        return true;
    }

    private List<OutboxMessage> Insert(SqliteSession session, DigestDelivery delivery, SqliteOutboxRows messages) =>
        delivery.DigestId is { } digest
            ? messages.Insert(session, () => SqliteExchange.InsertDigest(session, delivery.Subscription.Place, digest, time.GetInstant()))
            : messages.Insert(session);
}
