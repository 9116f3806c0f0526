using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The calls to make, kept until each is made or given up.</summary>
/// <remarks>
/// A call waits, is being made, and ends as made or given up. One process at a time sends. Safe for concurrent use; every method throws
/// <see cref="StoreException"/> when the store fails.
/// </remarks>
internal interface IOutbox
{
    /// <summary>Adds calls in one transaction; calls into a chat that may not be written to are dropped.</summary>
    /// <returns>Those that now wait, in order.</returns>
    Task<IReadOnlyList<OutboxMessage>> AddAsync(IReadOnlyList<NewOutboxMessage> calls, CancellationToken cancellationToken);

    /// <summary>
    /// To be called once before a process begins to send: calls that an earlier process was making, so that nobody knows whether they took effect, wait again when they are
    /// answers that this has not happened to before, and are given up else.
    /// </summary>
    /// <returns>How many wait again, and how many were given up.</returns>
    Task<(int Again, int GivenUp)> RecoverAsync(CancellationToken cancellationToken);

    /// <summary>Calls that wait, with ids above <paramref name="afterId"/>, by id.</summary>
    Task<IReadOnlyList<OutboxMessage>> ReadWaitingAsync(long afterId, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, before the request goes out, that a call is being made.</summary>
    /// <returns>The message that an edit without one is about, from its exchange; null when there is none or it is not known.</returns>
    Task<long?> BeginAsync(OutboxMessage call, CancellationToken cancellationToken);

    /// <summary>The call was made; its text is deleted, and the message noted in its exchange.</summary>
    Task CompleteAsync(OutboxMessage call, long? messageId, CancellationToken cancellationToken);

    /// <summary>The call was refused for now: it waits again.</summary>
    Task ReturnAsync(long callId, string error, CancellationToken cancellationToken);

    /// <summary>The call is not made; its text is deleted.</summary>
    Task GiveUpAsync(long callId, string error, CancellationToken cancellationToken);

    /// <summary>Notes that the service told to wait before the next call into a chat, so that a process that begins before then waits too.</summary>
    Task HoldAsync(long chatId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The chats for which there is a wait still, with its end.</summary>
    Task<IReadOnlyList<(long ChatId, DateTimeOffset Until)>> ReadHoldsAsync(CancellationToken cancellationToken);

    /// <summary>Deletes what is left of calls that ended before <paramref name="before"/>, and of waits that did.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
