using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Core.Articles;

namespace NewsBot.Sources;

/// <summary>Reads a saved page as an article: its metadata, and the paragraphs of its densest part.</summary>
internal static class HtmlArticle
{
    /// <summary>The article, paragraphs joined by blank lines, or the reason why there is none.</summary>
    public static ReadResult Read(string file, string html)
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var linked = HtmlLinkedData.Find(page);
        var draft = new ArticleDraft
        {
            Title = Meta(page, "og:title", "twitter:title") ?? linked.Headline ?? page.Title,
            Url = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url"),
            Source = Meta(page, "og:site_name") ?? linked.Publisher,
            Author = Name(Meta(page, "author", "article:author", "parsely-author")) ?? linked.Author
                ?? page.QuerySelector("[rel=author], [itemprop=author]")?.TextContent,
            PublishedAt = Time(Meta(page, "article:published_time", "og:published_time", "datepublished", "date", "parsely-pub-date"))
                ?? Time(linked.Published)
                ?? Time(page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Language = page.DocumentElement?.GetAttribute("lang") ?? Meta(page, "og:locale")?.Replace('_', '-'),
        };
        var body = HtmlText.Of(page);
        draft.Body = body.Length > 0 ? body : null;
        return draft.Finish(file, line: null) is ReadResult.Rejected { Reason: "has no body" } rejected
            ? rejected with { Reason = "holds no article text" }
            : draft.Finish(file, line: null);
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
