using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>An item of a feed that was taken in.</summary>
/// <param name="Key">Its key within its feed.</param>
/// <param name="Hash">The fingerprint of its words; another one makes it an update.</param>
/// <param name="ArticleId">The article that it became.</param>
/// <param name="FirstSeenAt">When it was seen first, UTC.</param>
internal sealed record SeenItem(string Key, string Hash, string ArticleId, DateTimeOffset FirstSeenAt)
{
    /// <summary>The article's address as <see cref="CanonicalUrl"/> gives it, by which the archive may have known it before; null for none.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The article with the feed's words, to be stored after the page was tried; null when it is stored already, and when there is no page.</summary>
    public Article? Draft { get; init; }

    /// <summary>The page to fetch for the whole text, absolute; null for none.</summary>
    public string? PageUrl { get; init; }
}
