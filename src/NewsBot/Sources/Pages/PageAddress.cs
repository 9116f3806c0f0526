using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Makes the addresses that a page names absolute.</summary>
internal static class PageAddress
{
    /// <summary>The base of the page's relative addresses; null when neither the page nor the caller names one.</summary>
    public static Uri? Base(IHtmlDocument page, Uri? address) =>
        Resolve(page.QuerySelector("base[href]")?.GetAttribute("href"), address) is { } named ? new Uri(named) : address;

    /// <summary>The absolute http or https address without its fragment; null for anything else.</summary>
    /// <param name="href">As the page has it; 'feed:' before an address does not count.</param>
    /// <param name="root">The base of a relative address; null when not known.</param>
    public static string? Resolve(string? href, Uri? root)
    {
        if (string.IsNullOrWhiteSpace(href) || href.Length > CanonicalUrl.MaxChars)
            return null;
        var text = href.Trim();
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            text = text.Contains("://", StringComparison.Ordinal) && !text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? text[5..] : $"https:{text[5..]}";
        // A leading slash is an absolute file path to .NET on Unix, and never an address.
        var isAbsolute = Uri.TryCreate(text, UriKind.Absolute, out var uri) && !text.StartsWith('/');
        if (!isAbsolute && (root is null || !Uri.TryCreate(root, text, out uri)))
            return null;
        if (uri!.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return null;
        return uri.Host.Length == 0 ? null : uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
    }
}
