using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the feeds that a page names.</summary>
internal static class FeedLinks
{
    private const int MaxFeeds = 50;

    // Links that look like feeds, where the page announces none.
    private const int MaxGuesses = 10;

    private static readonly string[] Types =
    [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml", "application/x-atom+xml",
    ];

    // Feeds that carry a type which other things carry too.
    private static readonly string[] SharedTypes = ["application/xml", "text/xml", "application/json"];

    private static readonly string[] PathEndings =
    [
        "/feed", "/rss", "/atom", ".rss", ".atom", ".rdf", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default",
    ];

    // Of English, German, Polish, Spanish, Ukrainian, Russian and their neighbours.
    private static readonly string[] CommentWords = ["comment", "komment", "koment", "coment", "комент", "коммент"];

    /// <summary>
    /// Absolute addresses, in order, each once: those that the page announces for readers of feeds, or else links whose
    /// path looks like a feed's. Feeds of readers' comments come last.
    /// </summary>
    /// <param name="address">Where it was read from; null when not known, and then relative addresses are left out.</param>
    public static IReadOnlyList<string> Find(IHtmlDocument page, Uri? address)
    {
        var root = PageAddress.Base(page, address);
        var announced = Absolute(page.QuerySelectorAll("link[href]").Where(IsAnnounced), root).Take(MaxFeeds).ToList();
        return announced.Count > 0 ? announced : [.. Absolute(page.QuerySelectorAll("a[href]").Where(LooksLikeFeed), root).Take(MaxGuesses)];
    }

    private static IEnumerable<string> Absolute(IEnumerable<IElement> links, Uri? root) =>
        links.OrderBy(IsOfComments).Select(link => PageAddress.Resolve(link.GetAttribute("href"), root)).OfType<string>().Distinct(StringComparer.Ordinal);

    private static bool IsAnnounced(IElement link)
    {
        var relations = (link.GetAttribute("rel") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (link.GetAttribute("type") ?? "").Split(';')[0].Trim();
        // 'feed' is a relation of its own in HTML 5's first drafts, with any type.
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase))
            return true;
        if (!relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) || relations.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
            return false;
        return Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            || (SharedTypes.Contains(type, StringComparer.OrdinalIgnoreCase) && LooksLikeFeed(link));
    }

    private static bool IsOfComments(IElement link)
    {
        var told = $"{link.GetAttribute("title")} {link.TextContent} {link.GetAttribute("href")}";
        return CommentWords.Any(word => told.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool LooksLikeFeed(IElement link)
    {
        var href = link.GetAttribute("href") ?? "";
        if (href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return true;
        var path = href.AsSpan(0, href.AsSpan().IndexOfAny('?', '#') is var end && end >= 0 ? end : href.Length).TrimEnd('/');
        foreach (var ending in PathEndings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return href.Contains("format=rss", StringComparison.OrdinalIgnoreCase) || href.Contains("feed=rss", StringComparison.OrdinalIgnoreCase);
    }
}
