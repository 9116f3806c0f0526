using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Feeds;

/// <summary>Tells the beginning of an article from the whole of it.</summary>
internal static partial class Teaser
{
    // The content of briefs and of teasers is shorter; fetching the page of a brief changes nothing.
    private const int WholeContentChars = 600;

    // Feeds that only know a summary have the whole article in it; it is long then.
    private const int WholeSummaryChars = 2_000;

    private const int EndChars = 60;

    // A consent form or a login has hardly a word of the teaser; an article was seen to have two thirds and more.
    private const double SharedWords = 0.4;

    /// <summary>Whether the page has more to say than an item.</summary>
    /// <param name="content">The item's content as plain text; empty for none.</param>
    /// <param name="summary">Its summary as plain text; empty for none.</param>
    public static bool Is(string content, string summary)
    {
        var text = content.Length >= summary.Length ? content : summary;
        var end = text.AsSpan(Math.Max(0, text.Length - EndChars)).ToString();
        return Ending().IsMatch(end) || (content.Length < WholeContentChars && summary.Length < WholeSummaryChars);
    }

    /// <summary>Whether a page's text is the article that an item announces, and says more than it.</summary>
    /// <param name="page">The page's text.</param>
    /// <param name="announced">The article with the feed's words.</param>
    public static bool Announces(Article announced, string page)
    {
        if (page.Length < announced.Body.Length)
            return false;
        return WordOverlap.Share($"{announced.Title} {announced.Body}", page) >= SharedWords;
    }

    /// <summary>Whether the page behind an item is fetched.</summary>
    public static bool IsPageWanted(FullTextMode mode, string content, string summary) => mode switch
    {
        FullTextMode.Always => true,
        FullTextMode.Never => false,
        _ => Is(content, summary),
    };

    [GeneratedRegex(
        @"(?:\.\.\.|…|\[(?:…|\.\.\.|&hellip;)\]|" +
        @"\b(?:read|continue|full|see) (?:more|reading|story|article|the full (?:story|article))|читати далі|детальніше)" +
        @"\s*[\])»>.→]*\s*$",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ending();
}
