using NewsBot.Chats;
using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Sources.Feeds;

/// <summary>The feeds that are followed, their state, their items that were seen, and the pages that are to be fetched for them.</summary>
/// <remarks>
/// Safe for concurrent use, in this process and in others; every method throws <see cref="StoreException"/> when the store
/// fails. Two spellings of an address that give one <see cref="CanonicalUrl"/> are one feed.
/// </remarks>
internal interface IFeedStore : IArticleFolders
{
    /// <summary>How many items of a feed are remembered at most, the newest.</summary>
    const int MaxItems = 5_000;

    /// <summary>Follows a feed from now on; one that is followed already stays as it is.</summary>
    /// <returns>The feed, and whether it is new.</returns>
    /// <exception cref="ArgumentException">The address is not one of the web.</exception>
    Task<(FollowedFeed Feed, bool IsNew)> AddAsync(NewFeed feed, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Every feed, by folder, then name, without regard to case.</summary>
    Task<IReadOnlyList<FollowedFeed>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>The feed with this number; null when there is none.</summary>
    Task<FollowedFeed?> FindAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>The feed at this address, in any spelling that means the same; null when there is none.</summary>
    Task<FollowedFeed?> FindByAddressAsync(string address, CancellationToken cancellationToken);

    /// <summary>What the feed says of articles whose pages are still to be fetched, oldest first.</summary>
    /// <param name="limit">How many at most.</param>
    Task<IReadOnlyList<WaitingTeaser>> ReadTeasersAsync(long feedId, int limit, CancellationToken cancellationToken);

    /// <summary>Forgets a feed and its items, once none of its teasers waits; its articles stay.</summary>
    /// <param name="stored">Teasers of <see cref="ReadTeasersAsync"/> that are articles now and wait no longer.</param>
    /// <returns>Whether it was followed; null when other teasers wait, and then it is still followed.</returns>
    Task<bool?> RemoveAsync(long feedId, IReadOnlyList<WaitingTeaser> stored, CancellationToken cancellationToken);

    /// <summary>Pauses a feed, or resumes it. A feed that is resumed is due at once, even one that failed or was gone.</summary>
    /// <returns>Whether there is such a feed.</returns>
    Task<bool> SetPausedAsync(long feedId, bool isPaused, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Feeds that are due, those that have waited longest first.</summary>
    /// <param name="at">Now.</param>
    /// <param name="perHost">How many of one host at most.</param>
    /// <param name="limit">How many in all at most.</param>
    Task<IReadOnlyList<FollowedFeed>> ReadDueAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that a feed is about to be fetched. A feed whose process ends during the fetch is due at <paramref name="dueAgain"/>, and not at once.</summary>
    /// <returns>Whether the feed is still followed, not paused, and due as <paramref name="feed"/> says; if not, it is not to be fetched.</returns>
    Task<bool> BeginAsync(FollowedFeed feed, DateTimeOffset dueAgain, CancellationToken cancellationToken);

    /// <summary>The items of a feed that the store remembers, by key.</summary>
    Task<IReadOnlyDictionary<string, SeenItem>> ReadSeenAsync(long feedId, CancellationToken cancellationToken);

    /// <summary>Notes the result of a poll, in one transaction. A feed that was paused during the poll stays paused; one that was removed stays removed.</summary>
    /// <returns>
    /// The number of another feed when this one moved to its address: the other one takes over the items, this one is
    /// removed, and the other one is due again if it was gone. Null when nothing was merged; a feed that moved to the
    /// address of a paused one stays as it is.
    /// </returns>
    /// <remarks>The caller stores the articles of the items first, except those that wait for a page.</remarks>
    Task<long?> CompleteAsync(FeedPoll poll, CancellationToken cancellationToken);

    /// <summary>Pages that are due, of feeds that are not paused, those that have waited longest first.</summary>
    /// <param name="at">Now.</param>
    /// <param name="perHost">How many of one host at most.</param>
    /// <param name="limit">How many in all at most.</param>
    Task<IReadOnlyList<PendingPage>> ReadDuePagesAsync(DateTimeOffset at, int perHost, int limit, CancellationToken cancellationToken);

    /// <summary>Notes that a page is about to be fetched. A page whose process ends during the fetch is due at <paramref name="dueAgain"/>, and not at once.</summary>
    /// <returns>Whether the page is still as <paramref name="page"/> says, and its feed not paused; if not, it is not to be fetched.</returns>
    Task<bool> BeginPageAsync(PendingPage page, DateTimeOffset dueAgain, CancellationToken cancellationToken);

    /// <summary>Notes the result of fetching a page, after its article is stored. An item that changed during the fetch stays due.</summary>
    /// <param name="page">The page, as it was read.</param>
    /// <param name="tries">How often it was tried, this time included.</param>
    /// <param name="dueAt">When to try again; null for never.</param>
    Task CompletePageAsync(PendingPage page, int tries, DateTimeOffset? dueAt, CancellationToken cancellationToken);

    /// <summary>Notes that administrators know of the failure of feeds, or of their return, and puts the messages for them into the outbox, in one transaction.</summary>
    /// <returns>The messages that wait now; empty when the administrators already knew of every feed.</returns>
    Task<IReadOnlyList<OutboxMessage>> TellAsync(IReadOnlyList<long> feedIds, FeedNotice notice, IReadOnlyList<NewOutboxMessage> messages, CancellationToken cancellationToken);
}

/// <summary>Tells in which folders the feeds lie that articles came from.</summary>
internal interface IArticleFolders
{
    /// <summary>The folders of the feeds that articles came from, by article; each folder with those that it lies in: 'News/World' and 'News'.</summary>
    /// <returns>Each folder once, in order; an article that came from no feed, or from feeds outside of any folder, is left out.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindFoldersAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken);
}

/// <summary>A page that is to be fetched for the whole text of an item.</summary>
/// <param name="ItemId">The store's number of the item.</param>
/// <param name="Feed">The feed that the item came with.</param>
/// <param name="Hash">The fingerprint of the item's words when this was read; another one by now makes it an update that waits for its own turn.</param>
/// <param name="Url">Where the page is.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Draft">The article with the feed's words; null when it is stored.</param>
internal sealed record PendingPage(long ItemId, FeedSettings Feed, string ArticleId, string Hash, string Url, int Tries, Article? Draft);

/// <summary>What a feed says of an article whose page is still to be fetched; it is stored nowhere else.</summary>
/// <param name="ItemId">The store's number of the item.</param>
/// <param name="Hash">The fingerprint of the item's words; a change of them gives another one.</param>
/// <param name="Teaser">The article with the feed's words.</param>
internal sealed record WaitingTeaser(long ItemId, string Hash, Article Teaser);
