using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>A page that is to be fetched for the whole text of an item.</summary>
/// <param name="ItemId">The store's number of the item.</param>
/// <param name="Feed">The feed that the item came with.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Hash">The fingerprint of the item's words when this was read; another one by now makes it an update that waits for its own turn.</param>
/// <param name="Url">Where the page is.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Draft">The article with the feed's words; null when it is stored.</param>
internal sealed record PendingPage(long ItemId, FeedSettings Feed, string ArticleId, string Hash, string Url, int Tries, Article? Draft);
