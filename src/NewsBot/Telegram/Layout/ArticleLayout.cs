using NewsBot.Core.Answers;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;
using NewsBot.Core.Text;

namespace NewsBot.Telegram.Layout;

/// <summary>Articles in a list: title as a link, outlet and date below.</summary>
internal static class ArticleLayout
{
    private const int MaxTitleLength = 200;
    private const int MaxOutletLength = 80;

    /// <summary>An article of a list.</summary>
    /// <param name="article">Which.</param>
    /// <param name="mark">What stands before it ('1. '); empty for nothing.</param>
    /// <param name="href">The address to open; null for a title without a link.</param>
    /// <param name="texts">The language.</param>
    public static MessageBlock Entry(Article article, string mark, string? href, BotTexts texts)
    {
        List<TextRun> runs = [new TextRun(Title(article), TextStyle.Plain, href)];
        if (mark.Length > 0)
            runs.Insert(0, new TextRun(mark));
        runs.AddRange(OriginLine(article, texts));
        return new MessageBlock(runs);
    }

    /// <summary>Outlet and date on a line of their own; nothing when neither is known.</summary>
    public static IEnumerable<TextRun> OriginLine(Article article, BotTexts texts) =>
        Origin(article, texts) is { Length: > 0 } origin ? [new TextRun("\n"), new TextRun(origin, TextStyle.Italic)] : [];

    /// <summary>The title on one line, safe to show.</summary>
    public static string Title(Article article) => TextCut.Shorten(DisplayText.Line(article.Title), MaxTitleLength);

    /// <summary>'Outlet · 22 Jul 2025', or what is known of it; empty when neither is.</summary>
    public static string Origin(Article article, BotTexts texts) => string.Join(
        " · ",
        new[] { Outlet(article), article.PublishedAt is { } date ? texts.Date(date) : "" }.Where(part => part.Length > 0));

    /// <summary>The outlet on one line, safe to show; empty when it is unknown.</summary>
    public static string Outlet(Article article) => TextCut.Shorten(DisplayText.Line(article.Source), MaxOutletLength);

    /// <summary>The article's address for people to open; null when it has none.</summary>
    public static string? Address(Article article) => Address(article.Url);

    /// <summary>An address as people may open it; null when there is none, or it is none of the web.</summary>
    public static string? Address(string? url) => TextFragmentLink.For(url, "", new TextSpan(0, 0));
}
