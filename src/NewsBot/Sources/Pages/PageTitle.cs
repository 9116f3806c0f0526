using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the article's own headline among what a page calls its title.</summary>
internal static class PageTitle
{
    private const int MaxChars = 400;
    private const int MaxHeadings = 30;

    // How much of the words a heading and a title must share to be the same headline in two forms.
    private const double SameShare = 0.5;

    // Titles for search engines and for sharing have other words; a headline on the page shares some of them.
    private const double RelatedShare = 0.15;
    private const int MinSpaces = 2;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ‹ ", " › ", " // ", " / ", " ~ ", ": "];

    /// <summary>The headline; null when the page has no title at all.</summary>
    /// <param name="meta">Its meta tags.</param>
    /// <param name="linked">Its JSON-LD.</param>
    /// <param name="outlet">The outlet's name; null when the page does not tell it.</param>
    /// <param name="host">The host of the page's address; null when not known.</param>
    public static string? Find(IHtmlDocument page, PageMeta meta, LinkedData linked, string? outlet, string? host)
    {
        string?[] given =
        [
            linked.Headline, meta.First("og:title"), meta.First("twitter:title"), meta.First("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title"),
            page.QuerySelector("head > title, title")?.TextContent,
        ];
        string[] titles = [.. given.Select(OneLine).Where(title => title.Length > 0)];
        string[] headings = [.. page.QuerySelectorAll("h1").Take(MaxHeadings).Select(heading => OneLine(heading.TextContent)).Where(text => text.Length > 0)];
        var names = Names(outlet, host, meta);
        string[] cut = [.. titles.Select(title => Cut(title, names, headings)).Where(title => title.Length > 0)];

        // A headline on the page is right when the metadata knows it too.
        var shown = headings.Where(heading => !names.Contains(heading))
            .Select(heading => (Heading: heading, Likeness: cut.Select(title => Likeness(heading, title)).DefaultIfEmpty(0).Max()))
            .OrderByDescending(pair => pair.Likeness).FirstOrDefault();
        if (shown.Likeness >= SameShare || (shown.Likeness >= RelatedShare && shown.Heading.Count(c => c == ' ') >= MinSpaces))
            return shown.Heading;
        if (cut.Length > 0)
            return Fullest(cut);
        return page.QuerySelector("[itemprop=headline]") is { } marked && OneLine(marked.TextContent) is { Length: > 0 } headline ? headline : headings.FirstOrDefault();
    }

    /// <summary>The text on one line, single spaces between words; cut at a bound no headline reaches.</summary>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (line.Length >= MaxChars)
                break;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                line.Append(c);
            }
        }

        if (line.Length > 0 && char.IsHighSurrogate(line[^1]))
            line.Length--;
        return line.ToString().TrimEnd();
    }

    // The first title is the best source; another one that says it whole where the first breaks off is better.
    private static string Fullest(string[] titles)
    {
        var start = titles[0].TrimEnd('.', '…', ' ');
        return titles[0].Length > start.Length + 1 || titles[0].EndsWith('…')
            ? titles.FirstOrDefault(title => title.Length > titles[0].Length && title.StartsWith(start, StringComparison.OrdinalIgnoreCase)) ?? titles[0]
            : titles[0];
    }

    /// <summary>The title without the outlet's name, and the section before or after it.</summary>
    private static string Cut(string title, SiteNames names, string[] headings)
    {
        if (Array.Exists(headings, heading => heading.Equals(title, StringComparison.OrdinalIgnoreCase)))
            return title;
        // A heading that is the whole title except the part before or after a separator.
        foreach (var separator in Separators)
        {
            var parts = title.Split(separator);
            for (var count = parts.Length - 1; count > 0; count--)
            {
                var head = string.Join(separator, parts[..count]);
                var tail = string.Join(separator, parts[^count..]);
                if (Array.Find(headings, heading => (IsSame(heading, head) || IsSame(heading, tail)) && !names.Contains(heading)) is { } same)
                    return same;
            }
        }

        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var separator in Separators)
            {
                var last = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && names.IsSite(title[(last + separator.Length)..]))
                {
                    title = title[..last].TrimEnd();
                    cut = true;
                }

                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (first > 0 && names.IsSite(title[..first]))
                {
                    title = title[(first + separator.Length)..].TrimStart();
                    cut = true;
                }
            }
        }

        return names.Contains(title) ? "" : title;
    }

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Ways to write the site's name.</summary>
    private static SiteNames Names(string? outlet, string? host, PageMeta meta)
    {
        var names = new SiteNames();
        names.Add(outlet);
        foreach (var name in (ReadOnlySpan<string>)["og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site"])
            names.Add(meta.First(name)?.TrimStart('@'));
        names.AddHost(host);
        return names;
    }

    /// <summary>The share of the longer one's words that both have, 0 to 1.</summary>
    private static double Likeness(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        var both = first.Count(second.Contains);
        return both == 0 ? 0 : (double)both / Math.Max(first.Count, second.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(" ,.:;!?\"“”‘’'()—–-".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)];
}
