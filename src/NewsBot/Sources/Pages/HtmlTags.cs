using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Says what tags mean for the text in them.</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "meta", "meter", "noscript", "object", "progress",
        "script", "select", "style", "svg", "template", "textarea", "title", "video");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    // HTML Living Standard, 13.1.2, and what it was before.
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "command", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>Whether it holds nothing and has no end tag.</summary>
    public static bool IsVoid(string tag) => Void.Contains(tag);

    /// <summary>Whether nothing in it is text for a reader, or it is kept from view.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    /// <summary>Whether text in it does not run along with the text around it.</summary>
    public static bool IsBlock(string tag) => Blocks.Contains(tag);

    /// <summary>The kind of the text right in it.</summary>
    public static BlockKind KindOf(string tag) => tag switch
    {
        "p" or "blockquote" or "pre" or "dd" => BlockKind.Paragraph,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dt" => BlockKind.Heading,
        "li" => BlockKind.Item,
        "td" or "th" => BlockKind.Cell,
        _ => BlockKind.Line,
    };
}
