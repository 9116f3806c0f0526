using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>An item that is new, or says something new.</summary>
/// <param name="Mark">What the store remembers of it.</param>
/// <param name="Article">The article to store now; null when its page is fetched first.</param>
/// <param name="IsNew">Whether the item was not seen before.</param>
internal sealed record FeedEntry(SeenItem Mark, Article? Article, bool IsNew);
