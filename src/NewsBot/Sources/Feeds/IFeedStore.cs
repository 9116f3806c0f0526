using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Sources.Feeds;

/// <summary>The feeds that are followed, their state, their items that were seen, and the pages that are to be fetched for them.</summary>
/// <remarks>
/// Safe for concurrent use, in this process and in others; every method throws <see cref="StoreException"/> when the store fails. A feed is known by its address as
/// <see cref="CanonicalUrl"/> gives it.
/// </remarks>
internal interface IFeedStore : IArticleFolders
{
    /// <summary>How many items of a feed are remembered at most, the newest.</summary>
    const int MaxItems = 5_000;

    /// <summary>Follows a feed from now on; one that is followed already stays as it is.</summary>
    /// <returns>The feed, and whether it is new.</returns>
    /// <exception cref="ArgumentException">The address is none.</exception>
    Task<(FollowedFeed Feed, bool IsNew)> AddAsync(NewFeed feed, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Every feed, by folder, then name, without regard to case.</summary>
    Task<IReadOnlyList<FollowedFeed>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>The feed with this number; null when there is none.</summary>
    Task<FollowedFeed?> FindAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>The feed at this address, in any spelling that means the same; null when there is none.</summary>
    Task<FollowedFeed?> FindByAddressAsync(string address, CancellationToken cancellationToken);

    /// <summary>Follows a feed no longer; its articles stay, and what waits for its page becomes one.</summary>
    /// <returns>Whether it was followed.</returns>
    Task<bool> RemoveAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>Leaves a feed alone for now, or takes it up again: it is due then, whatever it failed with before, even when it was gone.</summary>
    /// <returns>Whether there is such a feed.</returns>
    Task<bool> SetPausedAsync(long feedId, bool isPaused, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Feeds that are due, those first that have been for longest.</summary>
    /// <param name="at">Now.</param>
    /// <param name="perHost">How many of one host at most.</param>
    /// <param name="limit">How many in all at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<FollowedFeed>> ReadDueAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, before the request goes out, that a feed is fetched: should the process end before it says what came of it, the feed is due at <paramref name="dueAgain"/> and not at once.</summary>
    /// <returns>Whether the feed is still followed, not paused, and due as <paramref name="feed"/> says; if not, it is not to be fetched.</returns>
    Task<bool> BeginAsync(FollowedFeed feed, DateTimeOffset dueAgain, CancellationToken cancellationToken);

    /// <summary>The items that are remembered of a feed, by key.</summary>
    Task<IReadOnlyDictionary<string, SeenItem>> ReadSeenAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>In one transaction: notes what came of a poll. Of a feed that was removed or paused meanwhile, a pause stays and nothing is made anew.</summary>
    /// <returns>
    /// When it moved to where another feed is followed already: that one's number, which has its items now, is the only one left, and is due again if it was gone; else null.
    /// A feed that moved to where another is paused stays as it is.
    /// </returns>
    /// <remarks>To be called once the articles of its items are stored, but for those that wait for a page.</remarks>
    Task<long?> CompleteAsync(FeedPoll poll, CancellationToken cancellationToken);

    /// <summary>Pages that are due, of feeds that are not paused, those first that have been for longest.</summary>
    /// <param name="at">Now.</param>
    /// <param name="perHost">How many of one host at most.</param>
    /// <param name="limit">How many in all at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<PendingPage>> ReadDuePagesAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken);

    /// <summary>Notes, before the request goes out, that a page is tried once more: should nothing come of it, not even a failure, it is due at <paramref name="dueAgain"/> and not at once.</summary>
    /// <returns>Whether the page is still as <paramref name="page"/> says, and its feed not paused; if not, it is not to be fetched.</returns>
    Task<bool> BeginPageAsync(PendingPage page, DateTimeOffset dueAgain, CancellationToken cancellationToken);

    /// <summary>Notes what came of fetching a page, once its article is stored. An item that changed meanwhile stays due.</summary>
    /// <param name="page">The page, as it was read.</param>
    /// <param name="tries">How often it was tried now.</param>
    /// <param name="dueAt">When to try again; null for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task CompletePageAsync(PendingPage page, int tries, DateTimeOffset? dueAt, CancellationToken cancellationToken);

    /// <summary>In one transaction: notes that administrators know of the failure of feeds, or of their return, and puts the messages that tell them into the outbox.</summary>
    /// <returns>The messages that now wait; empty when the administrators knew of each already.</returns>
    Task<IReadOnlyList<OutboxMessage>> TellAsync(IReadOnlyList<long> feedIds, FeedNotice notice, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken);
}
