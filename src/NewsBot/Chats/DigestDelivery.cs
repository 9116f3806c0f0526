namespace NewsBot.Chats;

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
