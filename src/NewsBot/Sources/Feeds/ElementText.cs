using System.Text;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Gives the text of elements: plain for names, dates and addresses, HTML for titles and bodies.</summary>
internal static class ElementText
{
    /// <summary>Longer texts are cut: no article is that long.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Longer titles, names and the like are cut.</summary>
    public const int MaxLineLength = 10_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding StrictWindows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text of an element and of those in it, trimmed; null when it is blank.</summary>
    public static string? Plain(MarkupNode node) => Finish(node.AllText, MaxLineLength);

    /// <summary>A text of a feed, whether it stands as text, escaped, in CDATA or as elements, which give HTML with absolute addresses; null when it is blank.</summary>
    /// <param name="node">A title, a description, a content.</param>
    /// <param name="isTitle">Whether it is a line, which is cut sooner.</param>
    public static string? Markup(MarkupNode node, bool isTitle = false)
    {
        var type = node.Attribute("type")?.ToLowerInvariant();
        var mode = node.Namespace == FeedNamespace.Atom ? node.Attribute("mode")?.ToLowerInvariant() : null;
        var text = Finish(Inner(node, type, mode), isTitle ? MaxLineLength : MaxLength);
        var isPlain = node.Namespace == FeedNamespace.Atom && !node.HasElements && type is null or "text" or "text/plain";
        return text is null || isPlain ? text : MarkupAddresses.MakeAbsolute(text, Unwrapped(node).Base);
    }

    /// <summary>The text trimmed and cut to a length; null when it is blank.</summary>
    public static string? Finish(string? text, int max = MaxLength)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length > max)
            text = text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
        return Repair(text);
    }

    private static string? Inner(MarkupNode node, string? type, string? mode)
    {
        if (!node.HasElements && (mode is "base64" || (node.Namespace == FeedNamespace.Atom && IsBinary(type) && mode is null)))
            return FromBase64(node.AllText, type);
        var isXml = type is "xhtml" || (type is not null && IsXml(type));
        var inner = node.Namespace == FeedNamespace.Atom ? Unwrapped(node) : node;
        return inner.HasElements || (isXml && mode is not "escaped") ? Serialize(inner, isXml) : inner.AllText;
    }

    /// <summary>A type whose text is Base64 (RFC 4287, 4.1.3.3).</summary>
    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !IsXml(type);

    private static bool IsXml(string type) => type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal);

    private static string? FromBase64(string text, string? type)
    {
        try
        {
            return StrictUtf8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            // Not what it says it is.
            return text;
        }
        catch (DecoderFallbackException)
        {
            // A picture or the like is nothing to read; a text may be called anything.
            return type is null || type.StartsWith("application/", StringComparison.Ordinal) ? text : null;
        }
    }

    /// <summary>The 'div' that Atom wraps around markup and that does not belong to it (RFC 4287, 3.1.1.3); the element itself without one.</summary>
    private static MarkupNode Unwrapped(MarkupNode node)
    {
        MarkupNode? div = null;
        foreach (var child in node.Children)
        {
            if (child.Name == "div" && div is null)
                div = child;
            else if (child.IsElement || !string.IsNullOrWhiteSpace(child.Text))
                return node;
        }

        return div ?? node;
    }

    /// <summary>The content of an element as markup. CDATA is text where the element says that it is XML, and unescaped markup elsewhere.</summary>
    private static string Serialize(MarkupNode node, bool isXml)
    {
        var text = new StringBuilder();
        AppendChildren(text, node, isXml);
        return text.ToString();
    }

    // No deeper than MarkupTree goes.
    private static void AppendChildren(StringBuilder to, MarkupNode node, bool isXml)
    {
        foreach (var child in node.Children)
        {
            if (child.IsElement)
                AppendElement(to, child, isXml);
            else
                to.Append(child.IsLiteral && !isXml ? child.Text : Escape(child.Text).Replace(">", "&gt;", StringComparison.Ordinal));
        }
    }

    private static void AppendElement(StringBuilder to, MarkupNode node, bool isXml)
    {
        var name = node.Namespace == FeedNamespace.Xhtml || node.RawName.IndexOf(':', StringComparison.Ordinal) < 0
            ? node.RawName[(node.RawName.IndexOf(':', StringComparison.Ordinal) + 1)..]
            : node.RawName;
        to.Append('<').Append(name);
        foreach (var attribute in node.Attributes)
        {
            if (attribute.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
                continue;
            to.Append(' ').Append(attribute.Name).Append("=\"")
                .Append(Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal))
                .Append('"');
        }

        if (node.Children.Count == 0 && HtmlTags.IsVoid(name))
        {
            to.Append(" />");
            return;
        }

        to.Append('>');
        AppendChildren(to, node, isXml);
        to.Append("</").Append(name).Append('>');
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>Undoes what publishers do to letters: UTF-8 taken for Windows-1252 and encoded once more, controls that are Windows-1252.</summary>
    private static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u00FF'))
            return text;
        try
        {
            return StrictUtf8.GetString(StrictWindows1252.GetBytes(text));
        }
        catch (ArgumentException)
        {
            // It has letters that Windows-1252 has not, or was meant as it stands.
            return MarkupEntities.FixControls(text);
        }
    }
}
