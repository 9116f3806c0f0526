using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Tells the address of an article from those of front pages, sections and messages, by its path alone.</summary>
internal static partial class PagePath
{
    // 'a-b-c' is made of a headline, 'world-news' is the name of a section.
    private const int MinHyphens = 2;
    private const int LongNameChars = 25;
    private const int MinNameChars = 4;

    // 'true', 'desktop' and 'en-GB' switch something; what is longer may name an article.
    private const int MaxSwitchChars = 12;

    private static readonly FrozenSet<string> NoArticles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "404", "410", "403", "500", "error", "errors", "error404", "404-error", "not-found", "notfound", "not_found",
        "page-not-found", "pagenotfound", "gone", "removed", "expired",
        "search", "login", "log-in", "signin", "sign-in", "signup", "sign-up", "register", "subscribe", "subscription",
        "consent", "captcha", "challenge", "blocked", "home", "homepage", "news", "latest", "archive", "archives", "sitemap", "novyny", "novini", "novosti");

    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "category", "categories", "tag", "tags", "topic", "topics", "section", "sections", "author", "authors", "rubric", "rubrics", "rubryka", "rubrika", "kategorie", "kategoria",
        "kategori", "categoria", "categorie", "thema", "themen", "tema", "label", "search");

    private static readonly FrozenSet<string> Entrances = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "index", "default", "home", "homepage", "main", "start", "startseite", "front", "frontpage", "amp", "mobile", "golovna", "glavnaya");

    /// <summary>Another view of the article whose address stands before it: '/lamp/print'.</summary>
    private static readonly FrozenSet<string> Views = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "amp", "print", "printer", "printable", "printversion",
        "full", "all", "mobile", "lite", "comments", "feed", "rss", "share", "index", "view");

    /// <summary>Those of them that have an address of their own, which says nothing of the article: '/print/8812'.</summary>
    private static readonly FrozenSet<string> Prints = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "amp", "print", "printer", "printable", "printversion", "mobile", "lite");

    /// <summary>Parameters that say where a reader comes from, or why another page is shown.</summary>
    private static readonly FrozenSet<string> Origins = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "from", "ref", "referrer", "referer", "source", "src", "redirect", "redirected", "redirect_from", "return",
        "url", "path", "error", "status", "code", "reason", "msg", "message");

    private static readonly string[] TrialHosts = ["staging", "stage", "dev", "test", "preview", "beta", "cms", "edit", "origin"];

    /// <summary>Whether it is the front page of a site.</summary>
    /// <remarks>Also one in a language ('/en/', '/uk-ua/index.html'), and one that was told where its reader comes from ('/?from=removed').</remarks>
    public static bool IsFront(Uri address)
    {
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isFront = parts switch
        {
            [] => true,
            [var only] => Entrances.Contains(Name(address)) || Language().IsMatch(only),
            [var language, _] => Language().IsMatch(language) && Entrances.Contains(Name(address)),
            _ => false,
        };
        return isFront && !NamesDocument(address);
    }

    /// <summary>Whether no article can be there: a front page, a message, a list.</summary>
    public static bool IsOfSite(Uri address) => IsFront(address) || NoArticles.Contains(Name(address)) || IsList(address);

    /// <summary>Whether it is a list of articles: '/category/local', '/tag/harbour'.</summary>
    private static bool IsList(Uri address) =>
        address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var kind, _] && Lists.Contains(kind) && !MayBeArticle(address);

    /// <summary>Whether an article may be there: its last part is long, or has a number or several hyphens, or its query numbers a document.</summary>
    public static bool MayBeArticle(Uri address)
    {
        var name = Name(address);
        if (NoArticles.Contains(name))
            return false;
        return name.Any(char.IsDigit) || name.Count(c => c is '-' or '_' or '+') >= MinHyphens || name.Length > LongNameChars || DocumentNumber().IsMatch(address.Query);
    }

    /// <summary>Whether somebody who asks for an article at one address and ends at another does not get it.</summary>
    public static bool LeadsAway(Uri asked, Uri got) =>
        IsAnotherPage(asked, got)
        || (CanonicalUrl.From(asked.AbsoluteUri) != CanonicalUrl.From(got.AbsoluteUri) && ((MayBeArticle(asked) && !MayBeArticle(got)) || IsSectionOf(asked, got)));

    /// <summary>As <see cref="LeadsAway"/>, where no article can be: at a front page, or at a page that says that there is none.</summary>
    public static bool IsAnotherPage(Uri asked, Uri got) =>
        CanonicalUrl.From(asked.AbsoluteUri) != CanonicalUrl.From(got.AbsoluteUri) && ((IsFront(got) && !IsFront(asked)) || NoArticles.Contains(Name(got)) || IsList(got));

    /// <summary>The address of a page that names several as its own, and was read from one.</summary>
    /// <param name="claimed">As the page names them, absolute; the most trusted kind first.</param>
    /// <param name="address">Where it was read from; null when not known.</param>
    /// <param name="headline">The article's headline, by which the address of another one is known; null when not known.</param>
    /// <returns>Null when there is none that can be trusted.</returns>
    /// <remarks>Templates were seen to name one address on every page: the front page, a section, a machine of the makers, a placeholder.</remarks>
    public static string? Own(IEnumerable<string> claimed, Uri? address, string? headline = null)
    {
        List<Uri> given = [.. claimed.Where(url => !url.Contains('{', StringComparison.Ordinal) && !url.Contains("%7B", StringComparison.OrdinalIgnoreCase))
            .Select(url => new Uri(url)).Where(url => IsPublic(url, address) && !IsOfAnother(address, url, headline))];
        if (address is null)
            return (given.Find(MayBeArticle) ?? given.Find(url => !IsFront(url)) ?? given.FirstOrDefault())?.AbsoluteUri;
        var own = CanonicalUrl.From(address.AbsoluteUri);
        var isNamed = given.Exists(url => CanonicalUrl.From(url.AbsoluteUri) == own);
        var found = given.Find(url => CanonicalUrl.From(url.AbsoluteUri) is var canonical && (canonical == own || ((!LeadsAway(address, url) || IsOtherView(address, url))
            // Where the page names the address that was asked for, too, another one of the same site has to be named twice.
            && (!isNamed || url.Host != address.Host || given.Count(other => CanonicalUrl.From(other.AbsoluteUri) == canonical) > 1))));
        return found?.AbsoluteUri;
    }

    /// <summary>Whether an address is made of another headline, and the one that was asked for of this one.</summary>
    private static bool IsOfAnother(Uri? asked, Uri got, string? headline)
    {
        if (asked is null || headline is null)
            return false;
        var (own, other) = (Words(asked), Words(got));
        return own.Length > 0 && other.Length >= MinHyphens && own.Count(Told) >= (own.Length + 1) / 2 && !other.Any(Told);

        bool Told(string word) => headline.Contains(word, StringComparison.OrdinalIgnoreCase);
        static string[] Words(Uri address) => [.. Name(address).Split('-', '_', '+').Where(word => word.Length >= MinNameChars && !word.Any(char.IsDigit))];
    }

    /// <summary>Whether an address of one word is that of an article of which a print view was read: '/lamp' for '/print/8812'.</summary>
    /// <remarks>That the headline has the word says little: '/harbour' is the section that has 'Harbour closed', too.</remarks>
    private static bool IsOtherView(Uri asked, Uri got) =>
        asked.Host == got.Host && !IsAnotherPage(asked, got) && !IsSectionOf(asked, got)
        && asked.AbsolutePath.Split('/').Append(Name(asked)).Any(Prints.Contains);

    private static bool IsPublic(Uri url, Uri? address)
    {
        if (url.Host == address?.Host)
            return true;
        if (url.HostNameType != UriHostNameType.Dns || !url.Host.Contains('.', StringComparison.Ordinal) || url.Host.EndsWith(".local", StringComparison.Ordinal)
            || url.Host.EndsWith(".localhost", StringComparison.Ordinal) || url.Host.EndsWith(".internal", StringComparison.Ordinal))
            return false;
        var dot = url.Host.IndexOf('.', StringComparison.Ordinal);
        return address is null || !TrialHosts.Contains(url.Host[..dot]) || !$"www.{url.Host[(dot + 1)..]}".EndsWith(address.Host, StringComparison.Ordinal);
    }

    /// <summary>Whether a folder that an article lay in was got in its place: '/harbour/' for '/harbour/lamp', on any host of the site.</summary>
    private static bool IsSectionOf(Uri asked, Uri got)
    {
        var folder = got.AbsolutePath.TrimEnd('/') + '/';
        return folder.Length > 1 && asked.AbsolutePath.Length > folder.Length && asked.AbsolutePath.StartsWith(folder, StringComparison.OrdinalIgnoreCase)
            && !Views.Contains(Name(asked)) && !MayBeArticle(got) && !NamesDocument(got);
    }

    /// <summary>Whether a query tells which document is wanted; where its reader comes from and in which language it reads says nothing of that.</summary>
    private static bool NamesDocument(Uri address)
    {
        if (DocumentNumber().IsMatch(address.Query))
            return true;
        var query = CanonicalUrl.From(address.AbsoluteUri) is { } canonical ? new Uri(canonical).Query : address.Query;
        return query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Any(parameter => parameter.Split('=', 2) switch
        {
            [var name, var value] => !Origins.Contains(name) && (value.Length > MaxSwitchChars || value.Count(c => c is '-' or '_' or '+') >= MinHyphens),
            _ => parameter.Length > MaxSwitchChars || parameter.Any(char.IsDigit),
        });
    }

    /// <summary>The last part of the path without its ending.</summary>
    private static string Name(Uri address)
    {
        var last = address.AbsolutePath.TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        var dot = last.LastIndexOf('.');
        return dot > 0 ? last[..dot] : last;
    }

    // 'en', 'uk-UA', and the codes of countries that sites use for their languages: 'ua'
    [GeneratedRegex("^[a-z]{2}(?:[-_][a-z]{2,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Language();

    // '?p=5', '?newsid=5', '?story=5'
    [GeneratedRegex(@"[?&](?:\w*id|p|a|n|no|nr|story|article|news|item|post)=\w*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DocumentNumber();
}
