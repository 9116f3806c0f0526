using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>The order of a story's articles: by time, those without one first, then by their contents, so that the order of arrival changes nothing.</summary>
internal static class StoryOrder
{
    /// <summary>Compares two articles so.</summary>
    public static Comparer<Article> Comparer { get; } = Comparer<Article>.Create(Compare);

    private static int Compare(Article first, Article second)
    {
        var order = Nullable.Compare(first.PublishedAt, second.PublishedAt);
        if (order == 0)
            order = string.CompareOrdinal(first.Id, second.Id);
        if (order == 0)
            order = string.CompareOrdinal(first.Title, second.Title);
        return order == 0 ? string.CompareOrdinal(first.Body, second.Body) : order;
    }
}
