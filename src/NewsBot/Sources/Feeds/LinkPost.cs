using System.Net;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>Finds the page that an aggregator's item only points to: 'submitted by … [link] [comments]', 'Article URL: …', '3 comments' with an address below.</summary>
internal static partial class LinkPost
{
    private static readonly string[] NoPages = [".jpg", ".jpeg", ".png", ".gif", ".gifv", ".webp", ".mp4", ".webm", ".mp3", ".pdf"];

    // Pages that only lead on to the address in one of these parameters.
    private static readonly (string Host, string Path, string[] Names)[] Passages =
    [
        ("bing.com", "/news/apiclick.aspx", ["url"]), ("google.com", "/url", ["url", "q"]), ("duckduckgo.com", "/l", ["uddg"]), ("facebook.com", "/l.php", ["u"]),
        ("l.facebook.com", "/l.php", ["u"]), ("lm.facebook.com", "/l.php", ["u"]), ("out.reddit.com", "/", ["url"]), ("t.umblr.com", "/redirect", ["z"]),
        ("vk.com", "/away.php", ["to"]), ("away.vk.com", "/away.php", ["to"]), ("youtube.com", "/redirect", ["q"]), ("slack-redir.net", "/link", ["url"]),
    ];

    /// <summary>
    /// The item with the page's address as its own, and without the account that posted it; any other item as it is. The address behind one that only leads on is the item's.
    /// </summary>
    public static FeedItem Follow(FeedItem item)
    {
        if (item.Url is { } given && Behind(given) is { } address)
            item = item with { Url = address };
        if (Target(item.Content) is null && Target(item.Summary) is null)
            return item;
        var target = (Target(item.Content) ?? Target(item.Summary))!;
        return IsPage(target, item.Url) ? item with { Url = target, Author = null } : item with { Author = null };
    }

    private static string? Behind(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        var host = uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
        var names = Array.Find(Passages, passage => passage.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
            && passage.Path.Equals(uri.AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? path : "/", StringComparison.OrdinalIgnoreCase)).Names;
        foreach (var parameter in names is null ? [] : uri.Query.TrimStart('?').Split('&'))
        {
            var parts = parameter.Split('=', 2);
            if (parts.Length == 2 && names!.Contains(parts[0], StringComparer.OrdinalIgnoreCase) && WebUtility.UrlDecode(parts[1]) is var target && FeedUri.IsWeb(target))
                return target;
        }

        return null;
    }

    private static string? Target(string? markup)
    {
        if (markup is null || !markup.Contains("<a", StringComparison.OrdinalIgnoreCase) || Link().Match(markup) is not { Success: true } found)
            return null;
        var address = WebUtility.HtmlDecode(found.Groups["href"].Value);
        return FeedUri.IsWeb(address) ? address : null;
    }

    // A post that holds its own text, or a picture, points to itself, or to the picture.
    private static bool IsPage(string target, string? own) =>
        Uri.TryCreate(target, UriKind.Absolute, out var to)
        && !NoPages.Any(ending => to.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && CanonicalUrl.From(target) is { } canonical
        && (own is null || CanonicalUrl.From(own) is not { } from || (canonical != from && Site(canonical) != Site(from)));

    // 'i.redd.it' aside, an aggregator's own pages have its own host.
    private static string Site(string canonical) => OutletName.Key(new Uri(canonical).IdnHost);

    [GeneratedRegex(
        """(?:<a\s[^<>]*href=["'](?<href>[^"'<>]+)["'][^<>]*>\s*\[(?:link|article|source|original)\]\s*</a>""" +
        """|\b(?:article|link) url\s*:\s*(?:</\w+>\s*)?<a\s[^<>]*href=["'](?<href>[^"'<>]+)["']""" +
        """|\b\d+ comments?\s*</a>\s*<br\s*/?>\s*<a\s[^<>]*href=["'](?<href>[^"'<>]+)["'])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
