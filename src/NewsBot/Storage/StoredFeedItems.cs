using NewsBot.Sources.Feeds;

namespace NewsBot.Storage;

/// <summary>A teaser of the table 'feed_items' whose words are not in the archive yet.</summary>
internal sealed record StoredTeaserRow(long ItemId, string Hash, string Draft)
{
    public WaitingTeaser ToTeaser() => new(ItemId, Hash, StoredJson.ReadArticle(Draft));
}

/// <summary>What the table 'feed_items' remembers of an item.</summary>
internal sealed record StoredSeenRow(string ItemKey, string Hash, string ArticleId, long FirstSeenAt, string? CanonicalUrl)
{
    public SeenItem ToItem() => new(ItemKey, Hash, ArticleId, StoredInstant.Instant(FirstSeenAt)) { CanonicalUrl = CanonicalUrl };
}

/// <summary>An article and the folder of a feed that has it.</summary>
internal sealed record StoredFolderRow(string ArticleId, string Folder)
{
    /// <summary>The folders of each article, and those around them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ToFolders(IEnumerable<StoredFolderRow> rows) => rows
        .GroupBy(pair => pair.ArticleId, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            IReadOnlyList<string> (group) => [.. group.SelectMany(pair => FeedFolder.WithOuter(pair.Folder)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            StringComparer.Ordinal);
}

/// <summary>An item of the table 'feed_items' whose page is to be read, and its feed.</summary>
internal sealed record StoredPageRow : StoredFeedRow
{
    public long ItemId { get; init; }

    public string ArticleId { get; init; } = "";

    public string Hash { get; init; } = "";

    public string PageUrl { get; init; } = "";

    public int PageTries { get; init; }

    public string? Draft { get; init; }

    public PendingPage ToPage() =>
        new(ItemId, ToSettings(), ArticleId, Hash, PageUrl, PageTries, Draft is { } draft ? StoredJson.ReadArticle(draft) : null);
}
