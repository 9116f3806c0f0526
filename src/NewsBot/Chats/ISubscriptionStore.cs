using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The daily summaries that chats chose, and what was sent of them.</summary>
/// <remarks>
/// Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails, and then nothing is half done. A chat that may not be
/// written to has its subscription paused by <see cref="IChatStore.SetMayWriteAsync"/>.
/// </remarks>
internal interface ISubscriptionStore
{
    /// <summary>The subscription of a chat, in whatever state; null when it never had one.</summary>
    Task<Subscription?> FindAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Changes the subscription of a chat, or begins one.</summary>
    /// <param name="change">Gives the new state for the old one, null when there is none, in the same chat; may be called again. Null leaves all as it is.</param>
    /// <returns>The new state; null when there is none.</returns>
    Task<Subscription?> ChangeAsync(long chatId, Func<Subscription?, Subscription?> change, CancellationToken cancellationToken);

    /// <summary>Subscriptions whose <see cref="Subscription.NextDue"/> has come, the longest due first; of those due at once, those with equal choices stand together.</summary>
    Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Keeps the stories of a digest until <see cref="PruneAsync"/>; an equal digest is kept once.</summary>
    /// <returns>Its id.</returns>
    Task<long> KeepDigestAsync(SentDigest digest, CancellationToken cancellationToken);

    /// <summary>The digest; null when it is no longer kept.</summary>
    Task<SentDigest?> FindDigestAsync(long digestId, CancellationToken cancellationToken);

    /// <summary>
    /// In one transaction, for each subscription that nobody changed since it was read: notes the date served, the digest and when to look again, and puts the
    /// messages into the outbox.
    /// A date is served once: nothing is done for one that is not later than the last.
    /// </summary>
    /// <returns>The messages that now wait, in order.</returns>
    Task<IReadOnlyList<OutboxMessage>> ServeAsync(IReadOnlyList<DigestDelivery> deliveries, CancellationToken cancellationToken);

    /// <summary>Deletes digests that ended before <paramref name="before"/> and that no exchange is about.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>What becomes of a subscription that was due.</summary>
/// <param name="Subscription">As it was read; nothing is done when it was changed since.</param>
/// <param name="NextDue">When to look at it again; null for not at all.</param>
internal sealed record DigestDelivery(Subscription Subscription, DateTimeOffset? NextDue)
{
    /// <summary>The local date that is served by this, whether or not there is anything to send; null when none is.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The end of the digest's window, UTC; null when no date is served.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The digest, of <see cref="ISubscriptionStore.KeepDigestAsync"/>; null when none is sent.</summary>
    public long? DigestId { get; init; }

    /// <summary>The messages, in order; each that sends a digest is remembered as an exchange about it.</summary>
    public IReadOnlyList<NewOutboxMessage> Messages { get; init; } = [];
}
