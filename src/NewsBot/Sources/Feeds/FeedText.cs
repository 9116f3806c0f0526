using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Core.Messages;

namespace NewsBot.Sources.Feeds;

/// <summary>Turns the markup of a feed into plain text.</summary>
internal static class FeedText
{
    // As much markup as a text of the longest article may bring with it.
    private const int MaxMarkupChars = 4 * ArticleDraft.MaxBodyChars;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "svg", "object", "video", "audio", "canvas", "form", "button", "select", "textarea", "figcaption", "head",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source",
    };

    /// <summary>The paragraphs, a blank line between two; empty for null and for markup without text.</summary>
    public static string Paragraphs(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup))
            return "";
        if (!IsMarkup(markup))
            return markup.Trim();
        var text = new StringBuilder(markup.Length);
        foreach (var paragraph in Read(markup))
            text.Append(text.Length > 0 ? "\n\n" : "").Append(paragraph);
        return text.ToString();
    }

    /// <summary>The text on one line, made safe to show; null when nothing is left.</summary>
    public static string? Line(string? markup, int maxChars)
    {
        var line = DisplayText.Line(Paragraphs(markup));
        if (line.Length > maxChars)
            line = line[..(char.IsHighSurrogate(line[maxChars - 1]) ? maxChars - 1 : maxChars)];
        return line.Length > 0 ? line : null;
    }

    private static bool IsMarkup(string text) => text.AsSpan().ContainsAny('<', '&');

    private static List<string> Read(string markup)
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false })
            .ParseDocument(markup.Length > MaxMarkupChars ? markup[..MaxMarkupChars] : markup);
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        var breaks = 0;

        // Without recursion, however deep the markup is nested.
        INode? node = page.Body;
        while (node is not null)
        {
            var element = node as IElement;
            if (element is { LocalName: "br" })
                breaks++;
            else if (element is not null && !Inline.Contains(element.LocalName))
                Flush();
            else if (node is IText text)
                Append(text.Data);

            if (node.FirstChild is { } child && (element is null || !Dropped.Contains(element.LocalName)))
            {
                node = child;
                continue;
            }

            while (node is not null && node != page.Body && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is IElement left && !Inline.Contains(left.LocalName))
                    Flush();
            }

            node = node == page.Body ? null : node?.NextSibling;
        }

        Flush();
        return paragraphs;

        void Append(string data)
        {
            if (breaks > 0 && !string.IsNullOrWhiteSpace(data))
            {
                // Two line breaks are a paragraph to whoever wrote them.
                if (breaks > 1)
                    Flush();
                else
                    AppendSpace();
                breaks = 0;
            }

            foreach (var c in data)
            {
                if (char.IsWhiteSpace(c))
                    AppendSpace();
                else
                    line.Append(c);
            }
        }

        void AppendSpace()
        {
            if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        void Flush()
        {
            breaks = 0;
            var paragraph = line.ToString().Trim();
            if (paragraph.Length > 0)
                paragraphs.Add(paragraph);
            line.Clear();
        }
    }
}
