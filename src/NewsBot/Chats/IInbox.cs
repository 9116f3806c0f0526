using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The updates that arrived, each stored before it is acknowledged and handled once.</summary>
/// <remarks>Safe for concurrent use. Every method throws <see cref="StoreException"/> when the store fails; nothing is half done then.</remarks>
internal interface IInbox
{
    /// <summary>Stores updates; those whose id is stored already, handled or not, are dropped.</summary>
    /// <returns>The new ones, in the order given.</returns>
    Task<IReadOnlyList<ReceivedUpdate>> AddAsync(IReadOnlyList<StoredUpdate> updates, CancellationToken cancellationToken);

    /// <summary>Updates of these slots that wait to be handled, with ids above <paramref name="afterId"/>, by id.</summary>
    Task<IReadOnlyList<ReceivedUpdate>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, before the work begins, that an update is being handled.</summary>
    /// <returns>The update as it is kept now; null when it does not wait, or another process has its slot.</returns>
    Task<BegunUpdate?> BeginAsync(long updateId, CancellationToken cancellationToken);

    /// <summary>In one transaction: stores what the handling of an update led to, marks the update handled and deletes its JSON.</summary>
    /// <returns>
    /// The messages with the ids that the outbox gave them, in order; empty when the update was handled already or another process has its slot, and then nothing is stored.
    /// </returns>
    Task<IReadOnlyList<OutboxMessage>> CompleteAsync(long updateId, UpdateResult result, CancellationToken cancellationToken);

    /// <summary>Sets an update aside with what went wrong; it is not handled again.</summary>
    Task SetAsideAsync(long updateId, string error, CancellationToken cancellationToken);

    /// <summary>Deletes what is left of updates handled or set aside before <paramref name="before"/>.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
