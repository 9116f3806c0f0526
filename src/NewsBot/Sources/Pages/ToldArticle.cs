using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>What the markup of a page says of its article, by which an object of JSON-LD is recognised as the article or as another one.</summary>
internal sealed class ToldArticle(IHtmlDocument page)
{
    private const int MaxHeadings = 30;

    // Two forms of one headline share more of their letters' words.
    private const double RelatedShare = 0.3;

    private readonly string[] titles =
    [
        .. page.QuerySelectorAll("h1").Take(MaxHeadings).Select(heading => heading.TextContent)
            .Concat(page.QuerySelectorAll("meta[property='og:title' i], meta[name='twitter:title' i]").Select(meta => meta.GetAttribute("content")))
            .Append(page.Title).Select(title => Letters(title)).Where(title => title.Length > 0).Distinct(),
    ];

    private readonly string[] paths =
    [
        .. page.QuerySelectorAll("link[rel~=canonical i][href]").Select(link => link.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("meta[property='og:url' i]").Select(meta => meta.GetAttribute("content")))
            .Select(PathOf).OfType<string>().Distinct(),
    ];

    /// <summary>Whether the object has the page's headline, or its address.</summary>
    public bool IsNamedBy(LinkedObject item)
    {
        var headline = Letters(item.Text("headline") ?? item.Text("name"));
        return (headline.Length > 0 && titles.Contains(headline)) || (AddressOf(item) is { } path && paths.Contains(path));
    }

    /// <summary>Whether the object has another address, and a headline that has little of the page's.</summary>
    public bool IsContradictedBy(LinkedObject item)
    {
        if (AddressOf(item) is not { } path || paths.Length == 0 || paths.Contains(path) || item.Text("headline") is not { } headline || titles.Length == 0)
            return false;
        var words = Letters(headline).Split(' ').ToHashSet();
        return titles.All(title => title.Split(' ').Count(words.Contains) < RelatedShare * words.Count);
    }

    private static string? AddressOf(LinkedObject item) => PathOf(item.Text("url") ?? item.Text("mainEntityOfPage"));

    /// <summary>The path of an address that is more than a site's; null for others.</summary>
    private static string? PathOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri))
            return null;
        var path = uri.IsAbsoluteUri ? uri.PathAndQuery : address!.Split('#')[0];
        return path.TrimEnd('/') is { Length: > 0 } own ? own : null;
    }

    private static string Letters(string? text) => string.Join(' ', new string([.. PageTitle.OneLine(text).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
