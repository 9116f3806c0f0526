using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>The questions that people want to hear about.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface IWatchStore
{
    /// <summary>Adds a watch; one with the same id and person is kept as it is.</summary>
    /// <returns>False when the person has <paramref name="limit"/> open watches already and it was not added.</returns>
    Task<bool> AddAsync(Watch watch, int limit, CancellationToken cancellationToken);

    /// <summary>Open watches, oldest first.</summary>
    Task<IReadOnlyList<Watch>> ReadOpenAsync(int limit, CancellationToken cancellationToken);

    /// <summary>In one transaction: closes a watch and puts the messages that tell about it into the outbox.</summary>
    /// <returns>The messages that now wait; empty when the watch is closed already, or its chat may not be written to.</returns>
    Task<IReadOnlyList<OutboxMessage>> CloseAsync(Watch watch, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Deletes watches asked for before <paramref name="before"/>.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>A question that somebody wants to hear about once the archive answers it.</summary>
/// <param name="Id">The exchange that asked.</param>
/// <param name="Place">Where to tell.</param>
/// <param name="PersonId">Who wants to know.</param>
/// <param name="Question">As it was understood.</param>
/// <param name="Language">In which the message is written, a two-letter code.</param>
/// <param name="AfterSequence">The article log's last sequence when it was asked: what came later is new.</param>
/// <param name="Since">When it was asked for.</param>
internal sealed record Watch(long Id, Place Place, long PersonId, string Question, string Language, long AfterSequence, DateTimeOffset Since);
