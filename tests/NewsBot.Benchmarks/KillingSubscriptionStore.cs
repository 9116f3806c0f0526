using NewsBot.Chats;

namespace NewsBot.Benchmarks;

/// <summary>A store whose process is killed now and then, just before or just after it did something.</summary>
/// <param name="store">What is left when the process is killed.</param>
/// <param name="isKilled">Whether it is killed at this point; told whether the point is at a write, of which there are fewer.</param>
/// <param name="isAtomic">False for a store that notes what is served first and puts the messages into the outbox then: the control.</param>
internal sealed class KillingSubscriptionStore(ISubscriptionStore store, Func<bool, bool> isKilled, bool isAtomic = true) : ISubscriptionStore
{
    public Task<Subscription?> FindAsync(long chatId, CancellationToken cancellationToken) => DoAsync(() => store.FindAsync(chatId, cancellationToken), isWrite: false);

    public Task<Subscription?> ChangeAsync(long chatId, Func<Subscription?, Subscription?> change, CancellationToken cancellationToken) =>
        DoAsync(() => store.ChangeAsync(chatId, change, cancellationToken));

    public Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => store.ReadDueAsync(now, limit, cancellationToken);

    public Task<long> KeepDigestAsync(SentDigest digest, CancellationToken cancellationToken) => DoAsync(() => store.KeepDigestAsync(digest, cancellationToken));

    public Task<SentDigest?> FindDigestAsync(long digestId, CancellationToken cancellationToken) =>
        DoAsync(() => store.FindDigestAsync(digestId, cancellationToken), isWrite: false);

    public async Task<IReadOnlyList<OutboxMessage>> ServeAsync(IReadOnlyList<DigestDelivery> deliveries, CancellationToken cancellationToken)
    {
        if (isAtomic || !isKilled(true))
            return await DoAsync(() => store.ServeAsync(deliveries, cancellationToken));
        await store.ServeAsync([.. deliveries.Select(delivery => delivery with { Messages = [] })], cancellationToken);
        throw new ProcessKilledException();
    }

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => store.PruneAsync(before, cancellationToken);

    private async Task<T> DoAsync<T>(Func<Task<T>> act, bool isWrite = true)
    {
        if (isKilled(isWrite))
            throw new ProcessKilledException();
        var done = await act();
        return isKilled(isWrite) ? throw new ProcessKilledException() : done;
    }
}
