namespace NewsBot.Core.Feeds;

/// <summary>A page that is to be fetched for the whole text of an item.</summary>
/// <param name="ItemId">The store's number of the item.</param>
/// <param name="Feed">The feed that the item came with.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Url">Where the page is.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Draft">What is known without the page; null when it is stored.</param>
/// <param name="Hash">The fingerprint of the item's words, which tells whether the item changed since.</param>
public sealed record PendingPage(long ItemId, FeedSubscription Feed, string ArticleId, string Url, int Tries, Articles.Article? Draft, string Hash);
