using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Reads what a page says of its article.</summary>
internal static class PageMetadata
{
    /// <summary>Everything but body and feeds.</summary>
    public static Page Read(IHtmlDocument page, Uri? address)
    {
        var linked = LinkedData.Find(page);
        return new Page
        {
            Title = Meta(page, "og:title", "twitter:title") ?? linked.Headline ?? page.Title,
            Url = PageAddress.Resolve(page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url"), PageAddress.Base(page, address)),
            Outlet = Meta(page, "og:site_name") ?? linked.Publisher,
            Author = Name(Meta(page, "author", "article:author", "parsely-author")) ?? linked.Author
                ?? page.QuerySelector("[rel=author], [itemprop=author]")?.TextContent,
            PublishedAt = Time(Meta(page, "article:published_time", "og:published_time", "datepublished", "date", "parsely-pub-date"))
                ?? Time(linked.Published)
                ?? Time(page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Language = page.DocumentElement?.GetAttribute("lang") ?? Meta(page, "og:locale")?.Replace('_', '-'),
        };
    }

    private static string? Meta(IHtmlDocument page, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in page.Head?.QuerySelectorAll("meta") ?? Enumerable.Empty<IElement>())
            {
                var key = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
                var content = element.GetAttribute("content");
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(content))
                    return content;
            }
        }

        return null;
    }

    // 'article:author' is often the address of a profile.
    private static string? Name(string? author) => author is null || author.Contains("://", StringComparison.Ordinal) ? null : author;

    private static DateTimeOffset? Time(string? text) => text is null ? null : PublishedTime.Parse(text);
}
