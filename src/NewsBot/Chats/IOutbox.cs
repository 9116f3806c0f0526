using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The messages to send, kept until each is sent or given up.</summary>
/// <remarks>
/// A message waits, is being sent, and ends as sent or given up. One process at a time sends the messages of a slot. Safe for concurrent use; every method throws
/// <see cref="StoreException"/> when the store fails.
/// </remarks>
internal interface IOutbox
{
    /// <summary>Adds messages in one transaction; messages to a chat that may not be written to are dropped.</summary>
    /// <returns>Those that now wait, in order.</returns>
    Task<IReadOnlyList<OutboxMessage>> AddAsync(IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>
    /// Is called once, before a process begins to send the messages of these slots. It decides about those that an earlier process was sending, so that nobody knows whether
    /// they arrived: an answer waits again if this is the first time, and everything else is given up.
    /// </summary>
    /// <returns>How many wait again, and how many were given up.</returns>
    Task<(int Again, int GivenUp)> RecoverAsync(SlotSet slots, CancellationToken cancellationToken);

    /// <summary>Messages of these slots that wait, with ids above <paramref name="afterId"/>, by id.</summary>
    Task<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(SlotSet slots, long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, before the request goes out, that a message is being sent.</summary>
    /// <returns>Null when it is not to be sent: it has ended, or another process has its slot.</returns>
    Task<BegunMessage?> BeginAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Notes that a message was sent: its content is deleted, and its id is noted in its exchange. This is true whichever process has the slot by now.</summary>
    Task CompleteAsync(OutboxMessage message, long? messageId, CancellationToken cancellationToken);

    /// <summary>Notes that a message was refused for now: it waits again.</summary>
    Task ReturnAsync(long id, string error, CancellationToken cancellationToken);

    /// <summary>Notes that a message is not sent; its content is deleted.</summary>
    Task GiveUpAsync(long id, string error, CancellationToken cancellationToken);

    /// <summary>Notes that the service told the bot to wait before the next message to a chat, so that the next process waits too.</summary>
    /// <remarks>The service's latest word counts.</remarks>
    Task HoldAsync(long chatId, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>
    /// The chats of these slots that the bot still has to wait for, each with what is left of the wait: never more than the service told, whatever happened to the clock.
    /// </summary>
    Task<IReadOnlyList<(long ChatId, TimeSpan Wait)>> ReadHoldsAsync(SlotSet slots, CancellationToken cancellationToken);

    /// <summary>Deletes what is left of messages and of waits that ended before <paramref name="before"/>.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
