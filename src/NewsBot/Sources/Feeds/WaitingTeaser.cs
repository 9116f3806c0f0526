using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>What a feed says of an article whose page is still to be fetched; it is stored nowhere else.</summary>
/// <param name="ItemId">The store's number of the item.</param>
/// <param name="Hash">The fingerprint of the item's words; a change of them gives another one.</param>
/// <param name="Teaser">The article with the feed's words.</param>
internal sealed record WaitingTeaser(long ItemId, string Hash, Article Teaser);
