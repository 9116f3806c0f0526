using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Pages;

/// <summary>Reads what a page says of its article: JSON-LD first, then meta tags (OpenGraph and others), microdata, markup.</summary>
internal static partial class PageMetadata
{
    private const int MaxNameChars = 300;

    private const string Bylines = ".byline .author, .author-name, .byline-name, .author .fn, .byline, .article-author, .post-author";

    private static readonly string[] AuthorNames =
    [
        "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.creator.author",
        "citation_author", "byl", "byline",
    ];

    private static readonly string[] OutletNames =
    [
        "og:site_name", "parsely-network-canonical", "dc.publisher", "dcterms.publisher", "article:publisher_name", "citation_journal_title",
        "application-name", "apple-mobile-web-app-title", "publisher",
    ];

    /// <summary>Everything but body and feeds.</summary>
    public static Page Read(IHtmlDocument page, LinkedData linked, Uri? address, DateTimeOffset readAt)
    {
        var meta = PageMeta.Of(page);
        var url = Url(page, meta, linked, address);
        var outlet = Name(meta.First("og:site_name")) ?? Name(linked.Publisher) ?? Name(meta.First(OutletNames))
            ?? Name(Microdata(page, "[itemprop=publisher] [itemprop=name]"));
        var host = (url is null ? address : new Uri(url))?.Host;
        var title = PageTitle.Find(page, meta, linked, outlet, host);
        return new Page
        {
            Title = title,
            Url = url,
            Outlet = outlet ?? (host is ['w', 'w', 'w', '.', ..] ? host[4..] : host),
            Author = Author(linked.Author) ?? meta.All(AuthorNames).Select(Author).FirstOrDefault(name => name is not null)
                ?? Author(Microdata(page, "[itemprop=author] [itemprop=name]")) ?? Author(Microdata(page, "[itemprop=author]"))
                ?? Author(Text(page.QuerySelector("[rel~=author]"))) ?? Author(TextWithoutTimes(page.QuerySelector(Bylines))),
            PublishedAt = PageDate.Find(page, meta, linked, title, url ?? address?.ToString(), readAt),
            Language = Language(page.DocumentElement.GetAttribute("lang")) ?? Language(page.DocumentElement.GetAttribute("xml:lang"))
                ?? Language(meta.First("content-language", "dc.language", "dcterms.language", "inlanguage")) ?? Language(linked.Language)
                ?? Language(meta.First("og:locale")),
        };
    }

    private static string? Url(IHtmlDocument page, PageMeta meta, LinkedData linked, Uri? address)
    {
        var root = PageAddress.Base(page, address);
        string?[] named = [page.QuerySelector("link[rel~=canonical i][href]")?.GetAttribute("href"), meta.First("og:url"), linked.Url, meta.First("twitter:url")];
        var headline = page.QuerySelector("h1")?.TextContent ?? meta.First("og:title") ?? page.Title;
        return PagePath.Own(named.Select(href => PageAddress.Resolve(href, root)).OfType<string>(), address, headline) ?? PageAddress.Resolve(address?.ToString(), root: null);
    }

    private static string? Microdata(IHtmlDocument page, string selector) =>
        page.QuerySelector(selector) is { } element ? element.GetAttribute("content") ?? Text(element) : null;

    private static string? Text(IElement? element) => element?.TextContent is { Length: <= MaxNameChars } text ? text : null;

    /// <summary>A byline often has the date in it.</summary>
    private static string? TextWithoutTimes(IElement? element)
    {
        var times = element?.QuerySelectorAll("time, [class*=date i], [class*=time i], [itemprop^=date]");
        if (times is not { Length: > 0 })
            return Text(element);
        var text = string.Concat(element!.GetDescendants().OfType<IText>().Where(part => !times.Any(time => time.Contains(part))).Select(part => part.Data));
        return text.Length <= MaxNameChars ? text : null;
    }

    private static string? Author(string? text)
    {
        if (Name(text) is not { } name)
            return null;
        name = By().Replace(name, "").Trim(' ', ',', ';', '|', '-', '–', '—', '•', '·', ':');
        return name.Length > 1 && name.Any(char.IsLetter) && !IsDate(name) ? name : null;
    }

    /// <summary>'2 June', '2 June 2025, 10:15'.</summary>
    private static bool IsDate(string text) => text.Any(char.IsDigit) && SourceDate.ReadLoosely($"{text} 2000") is not null;

    /// <summary>One line; null when it is blank, too long for a name, or the address of a profile.</summary>
    private static string? Name(string? text)
    {
        if (text is null || text.Length > MaxNameChars * 2 || text.Contains("://", StringComparison.Ordinal))
            return null;
        var line = PageTitle.OneLine(text);
        return line.Length is > 0 and <= MaxNameChars && line[0] != '@' ? line : null;
    }

    private static string? Language(string? text)
    {
        var tag = text?.Split(',')[0].Trim().Replace('_', '-');
        return tag is not null && LanguageTag().IsMatch(tag) ? tag : null;
    }

    [GeneratedRegex(@"^\s*(?:(?:written|posted|published|reported)\s+)?by\b[\s:]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex By();

    // RFC 5646, section 2.1, as far as pages use it.
    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex LanguageTag();
}
