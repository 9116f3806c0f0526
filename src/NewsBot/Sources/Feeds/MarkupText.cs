using System.Collections.Frozen;
using System.Net;
using System.Text;
using NewsBot.Core.Display;

namespace NewsBot.Sources.Feeds;

/// <summary>Turns the markup of a feed's titles and texts into plain text, in one pass, however broken or deep it is.</summary>
internal static class MarkupText
{
    private static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
        [
            "script", "style", "noscript", "template", "iframe", "svg", "object", "video", "audio", "canvas", "form", "button", "select", "textarea", "figcaption", "head",
        ],
        StringComparer.OrdinalIgnoreCase);

    // HTML Living Standard, 3.2.5.2.5 (phrasing content); whatever else an element is, it parts paragraphs.
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "picture", "q", "ruby",
            "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The paragraphs, a blank line between two; what has no markup stays as it is, but for white space at its ends.</summary>
    /// <param name="markup">HTML, or plain text; null for none.</param>
    /// <param name="isPlain">Whether it is text, whatever in it looks like markup.</param>
    /// <returns>Empty for null and for markup without text.</returns>
    public static string Paragraphs(string? markup, bool isPlain = false)
    {
        if (string.IsNullOrWhiteSpace(markup))
            return "";
        return !isPlain && markup.AsSpan().ContainsAny('<', '&') ? string.Join("\n\n", Read(markup)) : markup.Trim();
    }

    /// <summary>The text on one line, made safe to show.</summary>
    /// <param name="markup">HTML, or plain text; null for none.</param>
    /// <param name="maxChars">UTF-16 units that are left of it; the rest is cut.</param>
    /// <param name="isPlain">Whether it is text, whatever in it looks like markup.</param>
    /// <returns>Null when nothing is left.</returns>
    public static string? Line(string? markup, int maxChars, bool isPlain = false)
    {
        var line = DisplayText.Line(Paragraphs(markup, isPlain));
        if (line.Length > maxChars)
            line = line[..(char.IsHighSurrogate(line[maxChars - 1]) ? maxChars - 1 : maxChars)];
        return line.Length > 0 ? line : null;
    }

    private static List<string> Read(string markup)
    {
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        var breaks = 0;
        var tokenizer = new MarkupTokenizer(markup);
        while (tokenizer.Read())
        {
            switch (tokenizer.Kind)
            {
                case MarkupKind.Text:
                    Append(WebUtility.HtmlDecode(tokenizer.Content.ToString()));
                    break;
                case MarkupKind.Literal:
                    Append(tokenizer.Content);
                    break;
                case MarkupKind.StartTag when tokenizer.Name.Equals("br", StringComparison.OrdinalIgnoreCase):
                    breaks++;
                    break;
                case MarkupKind.StartTag when Dropped.Contains(tokenizer.Name) && !tokenizer.IsEmptyElement:
                    tokenizer.SkipElement(tokenizer.Name);
                    break;
                case MarkupKind.StartTag or MarkupKind.EndTag when !Inline.Contains(tokenizer.Name):
                    Flush();
                    break;
            }
        }

        Flush();
        return paragraphs;

        void Append(ReadOnlySpan<char> data)
        {
            if (breaks > 0 && !data.IsWhiteSpace())
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
