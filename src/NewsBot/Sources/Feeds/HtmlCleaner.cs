using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>Takes out of a feed's markup what a reader must not run or load, and makes its addresses absolute; the rest stays letter by letter.</summary>
/// <remarks>
/// By allow-lists: an element, an attribute, a scheme or a style that is not known to be harmless goes. It works on the
/// text as it stands and balances no tags.
/// </remarks>
internal static class HtmlCleaner
{
    private static readonly MarkupEntities Entities = new();

    /// <summary>The markup without what may do harm.</summary>
    /// <param name="html">As it came.</param>
    /// <param name="base">The base of its addresses; null when unknown: they stay as written then.</param>
    public static string Clean(string html, string? @base)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return html;
        var tokens = new MarkupTokenizer(html);
        var clean = new StringBuilder(html.Length);
        while (tokens.Read())
        {
            var piece = html.AsSpan(tokens.Start, tokens.End - tokens.Start);
            switch (tokens.Kind)
            {
                case MarkupKind.Text:
                    AppendText(clean, piece);
                    break;
                case MarkupKind.EndTag when HtmlAllowed.Elements.Contains(tokens.Name):
                    clean.Append("</").Append(tokens.Name).Append('>');
                    break;
                case MarkupKind.StartTag when HtmlAllowed.Silent.Contains(tokens.Name) && !tokens.IsEmptyElement:
                    tokens.SkipElement(tokens.Name);
                    break;
                case MarkupKind.StartTag when HtmlAllowed.Elements.Contains(tokens.Name):
                    // What a teaser's length has cut off is no tag any more.
                    if (tokens.End == html.Length && !piece.EndsWith('>'))
                        break;
                    AppendTag(clean, tokens, piece, @base);
                    break;
                case MarkupKind.StartTag when !piece.EndsWith('>'):
                    // 'x<y and so on' is a comparison; what looks like a tag further on would be one, now that this is none.
                    clean.Append("&lt;").Append(piece[1..].ToString().Replace("<", "&lt;", StringComparison.Ordinal));
                    break;
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether a text of unknown kind is markup: it has an end tag or a reference, and no tag that HTML does not know.</summary>
    public static bool LooksLikeHtml(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return false;
        if (text.Contains("</script", StringComparison.OrdinalIgnoreCase))
            return true;
        var tokens = new MarkupTokenizer(text);
        var isMarkup = false;
        while (tokens.Read())
        {
            if (tokens.Kind is MarkupKind.StartTag or MarkupKind.EndTag && !HtmlAllowed.Elements.Contains(tokens.Name))
                return false;
            isMarkup |= tokens.Kind is MarkupKind.EndTag || tokens.IsEmptyElement
                || (tokens.Kind is MarkupKind.StartTag && HtmlAllowed.Void.Contains(tokens.Name))
                || (tokens.Kind is MarkupKind.Text && Entities.Resolve(tokens.Content).Length != tokens.Content.Length);
        }

        return isMarkup;
    }

    /// <summary>A '&lt;' that begins no tag here might begin one for a browser, or once what stands behind it has gone.</summary>
    private static void AppendText(StringBuilder clean, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<'))
        {
            var isOpening = at + 1 == text.Length || text[at + 1] is '!' or '/' or '?';
            clean.Append(text[..at]).Append(isOpening ? "&lt;" : "<");
            text = text[(at + 1)..];
        }

        clean.Append(text);
    }

    private static void AppendTag(StringBuilder clean, MarkupTokenizer tokens, ReadOnlySpan<char> piece, string? @base)
    {
        var isChanged = !piece.EndsWith('>');
        var kept = new List<RawAttribute>(tokens.Attributes.Count);
        foreach (var attribute in tokens.Attributes)
        {
            var value = IsAllowed(attribute.Name) ? CleanValue(attribute, @base) : null;
            // A quotation mark that is never closed would take in what follows; a tag in a value is one for a browser that reads its element as text.
            isChanged |= value != attribute.Value || value is ['"' or '\'', ..] || value.Contains('<', StringComparison.Ordinal);
            if (value is not null)
                kept.Add(attribute with { Value = value });
        }

        if (!isChanged)
        {
            clean.Append(piece);
            return;
        }

        clean.Append('<').Append(tokens.Name);
        foreach (var attribute in kept)
            clean.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)).Append('"');
        clean.Append(HtmlAllowed.Void.Contains(tokens.Name) ? " />" : ">");
    }

    private static bool IsAllowed(string name) =>
        HtmlAllowed.Attributes.Contains(name)
        || ((name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase))
            && name.AsSpan().IndexOfAnyExcept(NameParts) < 0);

    private static readonly System.Buffers.SearchValues<char> NameParts =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:");

    /// <summary>The value as it may stand; the very same when it is harmless; null when the attribute has to go.</summary>
    private static string? CleanValue(RawAttribute attribute, string? @base)
    {
        if (HtmlAllowed.Addresses.Contains(attribute.Name))
        {
            var address = Entities.Resolve(attribute.Value);
            if (FeedUri.IsInlineImage(address))
                return attribute.Value;
            // An address that may run something is emptied, so that the link is seen to have been one.
            var resolved = FeedUri.Resolve(@base, address) ?? "";
            return resolved == address ? attribute.Value : Escape(resolved);
        }

        if (attribute.Name.Equals("srcset", StringComparison.OrdinalIgnoreCase))
            return CleanSources(attribute.Value, @base);
        return attribute.Name.Equals("style", StringComparison.OrdinalIgnoreCase) ? StyleCleaner.Clean(attribute.Value) : attribute.Value;
    }

    private static string? CleanSources(string value, string? @base)
    {
        var sources = value.Split(", ");
        for (var i = 0; i < sources.Length; i++)
        {
            var source = sources[i].Trim();
            var space = source.IndexOf(' ', StringComparison.Ordinal);
            var address = Entities.Resolve(space < 0 ? source : source[..space]);
            if (FeedUri.Resolve(@base, address) is not { } resolved)
                return null;
            if (resolved != address)
                sources[i] = Escape(resolved) + (space < 0 ? "" : source[space..]);
        }

        return string.Join(", ", sources);
    }

    private static string Escape(string address) =>
        address.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
