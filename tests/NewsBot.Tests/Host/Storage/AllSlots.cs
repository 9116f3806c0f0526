using NewsBot.Chats;
using NewsBot.Hosting;

namespace NewsBot.Tests.Host.Storage;

/// <summary>Asks the inbox and the outbox for the slots of a process that has all chats.</summary>
internal static class AllSlots
{
    public static Task<IReadOnlyList<ReceivedUpdate>> ReadWaitingAsync(this IInbox inbox, long afterId, int limit, CancellationToken cancellationToken) =>
        inbox.ReadWaitingAsync(SlotSet.All, afterId, limit, cancellationToken);

    public static Task<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(this IOutbox outbox, long afterId, int limit, CancellationToken cancellationToken) =>
        outbox.ReadWaitingAsync(SlotSet.All, afterId, limit, cancellationToken);

    public static Task<(int Again, int GivenUp)> RecoverAsync(this IOutbox outbox, CancellationToken cancellationToken) => outbox.RecoverAsync(SlotSet.All, cancellationToken);

    public static Task<IReadOnlyList<(long ChatId, TimeSpan Wait)>> ReadHoldsAsync(this IOutbox outbox, CancellationToken cancellationToken) =>
        outbox.ReadHoldsAsync(SlotSet.All, cancellationToken);
}
