using NewsBot.Core.Questions;
using NewsBot.Hosting;

namespace NewsBot.Chats;

/// <summary>What was asked and answered, by place.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails. Exchanges are added by <see cref="IInbox.CompleteAsync"/>.</remarks>
internal interface IConversationStore
{
    /// <summary>The last questions of a place since <paramref name="since"/>, newest first; digests are left out.</summary>
    Task<IReadOnlyList<Exchange>> ReadRecentAsync(Place place, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>The exchange with this id; null when there is none.</summary>
    Task<Exchange?> FindAsync(long exchangeId, CancellationToken cancellationToken);

    /// <summary>The newest exchange whose question this message is; null when there is none.</summary>
    Task<Exchange?> FindByQuestionAsync(long chatId, long messageId, CancellationToken cancellationToken);

    /// <summary>The exchange whose reply this message is, a digest too; null when there is none.</summary>
    Task<Exchange?> FindByReplyAsync(long chatId, long messageId, CancellationToken cancellationToken);

    /// <summary>The last questions that got no answer, newest first, as they were understood; nothing else of them.</summary>
    Task<IReadOnlyList<string>> ReadUnansweredAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Notes whether a person found an answer helpful; a later word replaces an earlier one, and nothing is noted when the exchange is gone.</summary>
    Task RateAsync(long exchangeId, long personId, bool isHelpful, CancellationToken cancellationToken);

    /// <summary>Deletes exchanges older than <paramref name="before"/>, with their ratings.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
