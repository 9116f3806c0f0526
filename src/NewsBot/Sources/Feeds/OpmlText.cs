using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes XML of an OPML file that is nearly XML, as many readers of feeds write it.</summary>
internal static partial class OpmlText
{
    // ISO-2022-JP is UTF-8 by its bytes.
    private const byte Escape = 0x1B;

    // XML's own five; the others are HTML's.
    private static readonly string[] Own = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];

    /// <summary>
    /// The text, decoded as the bytes say where the declaration is wrong, with bare '&amp;' and '&lt;' escaped, HTML's entities
    /// resolved, forbidden characters left out, values quoted, an attribute that stands twice once, and without comments, its declaration, undeclared prefixes and
    /// a document type that declares nothing.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        // A list in UTF-8 that names another encoding was written by a program that always names that one.
        var decoded = bytes.Contains(Escape) || !Utf8.IsValid(bytes) ? SourceEncoding.DecodeFeed(bytes, contentType: null, out _) : Encoding.UTF8.GetString(bytes);
        var text = FeedCharacters.Clean(decoded.TrimStart('\uFEFF')).TrimStart();
        // What stands before the declaration is a server's or a program's message.
        if (text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase) is var start and > 0 and < 1000)
            text = text[start..];
        text = Declaration().Replace(text, "", 1);
        text = Comment().Replace(text, "");
        text = Doctype().Replace(text, "", 1);
        var declared = Namespace().Matches(text).Select(match => match.Groups[1].Value).Concat(["xml", "xmlns"]).ToHashSet(StringComparer.Ordinal);
        text = Prefix().Replace(text, match => declared.Contains(match.Groups[1].Value) ? match.Value : match.Groups[1].Value + "-");
        text = Ampersand().Replace(text, match => Mended(match.Value));
        // In a quoted value, a '<' that no tag's name follows, or one that would begin a tag inside of it.
        text = Value().Replace(text, match => match.Value.Contains('<', StringComparison.Ordinal) ? match.Value.Replace("<", "&lt;", StringComparison.Ordinal) : match.Value);
        return Tag().Replace(text, match => WithAttributes(match));
    }

    /// <summary>The tag with its values quoted, and each attribute once.</summary>
    private static string WithAttributes(Match tag)
    {
        var attributes = Attribute().Matches(tag.Groups["attributes"].Value);
        var once = attributes.DistinctBy(attribute => attribute.Groups["name"].Value, StringComparer.Ordinal).ToList();
        if (once.Count == attributes.Count && attributes.All(attribute => attribute.Groups["bare"].Length == 0))
            return tag.Value;
        var parts = once.Select(attribute =>
            $" {attribute.Groups["name"].Value}=" + (attribute.Groups["bare"] is { Length: > 0 } bare ? $"\"{bare.Value}\"" : attribute.Groups["quoted"].Value));
        return $"<{tag.Groups["name"].Value}{string.Concat(parts)}{(tag.Value.EndsWith("/>", StringComparison.Ordinal) ? "/>" : ">")}";
    }

    private static string Mended(string found)
    {
        if (Own.Contains(found))
            return found;
        if (found is ['&', '#', .., ';'])
            return WebUtility.HtmlDecode(found) is var character && character != found && FeedCharacters.Clean(character).Length > 0 ? found : "";
        var decoded = WebUtility.HtmlDecode(found);
        return decoded != found ? WebUtility.HtmlEncode(decoded) : "&amp;" + found[1..];
    }

    [GeneratedRegex(@"^<\?xml\s[^>]{0,200}>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Declaration();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """<(?<name>opml|outline)(?<attributes>(?:\s+(?:[^\s"'<>=]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?))*)\s*/?>""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[^\s"'<>=]+)\s*=\s*(?:(?<quoted>"[^"]*"|'[^']*')|(?<bare>[^\s"'<>]+?)(?=\s|/?$))""", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Attribute();

    // 'SYSTEM "http://…/opml.dtd"' names a grammar, which is never fetched; what declares entities of its own stays, and is refused.
    [GeneratedRegex(
        """<!DOCTYPE\s+\w+(?:\s+(?:SYSTEM|PUBLIC)(?:\s{1,9}(?:"(?!file:)[^"<>]{0,300}"|'(?!file:)[^'<>]{0,300}')){1,2})?\s*>""",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Doctype();

    [GeneratedRegex(@"\sxmlns:([A-Za-z][\w-]{0,30})\s{0,5}=", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Namespace();

    // 'fz:quickMode=': a prefix that is not declared would end the reading.
    [GeneratedRegex(@"(?<=\s)([A-Za-z][\w-]{0,30}):(?=[A-Za-z][\w-]{0,40}\s{0,5}=\s{0,5}[""'])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"&(?:#[0-9]{1,8};|#[xX][0-9a-fA-F]{1,8};|[A-Za-z][A-Za-z0-9]{1,31};)?", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"(?<=[\w:-]\s{0,5}=\s{0,5})(?:""[^""]*""|'[^']*')", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Value();
}
