using System.Globalization;
using System.Net;
using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>Resolves character and entity references.</summary>
/// <remarks>
/// Beside XML's five names those of HTML 4 are known, with no declaration, as feeds use them. A declaration of the
/// text's own is taken for what it literally says: references within it are not followed, so nothing grows. What is
/// unknown stays as written.
/// </remarks>
internal sealed class MarkupEntities
{
    // 'thetasym' is the longest of HTML 4; a declared name may be longer.
    private const int MaxNameLength = 32;
    private const int MaxDeclared = 1000;
    private const int MaxDeclaredLength = 1000;

    // All that the text's own declarations may add up to, so that a reference of few characters multiplies nothing.
    private const int MaxExpansion = 1_000_000;

    // Windows-1252 for 0x80 to 0x9F, where Unicode has controls that no text means (HTML Living Standard, 13.2.5.80).
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);
    private int expanded;

    /// <summary>Takes the entities that a document type declaration declares with a value of their own; external ones are never read.</summary>
    public void Declare(ReadOnlySpan<char> doctype)
    {
        const string Mark = "<!ENTITY";
        while (doctype.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && declared.Count < MaxDeclared)
        {
            doctype = doctype[(at + Mark.Length)..].TrimStart();
            var nameEnd = doctype.IndexOfAny(" \t\n");
            if (nameEnd <= 0 || doctype[0] == '%')
                continue;
            var name = doctype[..nameEnd];
            doctype = doctype[nameEnd..].TrimStart();
            if (doctype.Length == 0 || doctype[0] is not ('"' or '\'') || doctype[1..].IndexOf(doctype[0]) is not (var end and >= 0 and <= MaxDeclaredLength))
                continue;
            var value = new StringBuilder();
            AppendReferences(value, doctype.Slice(1, end), named: false);
            declared.TryAdd(name.ToString(), value.ToString());
        }
    }

    /// <summary>The text with its references resolved.</summary>
    public string Resolve(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();
        var resolved = new StringBuilder(text.Length);
        AppendReferences(resolved, text, named: true);
        return resolved.ToString();
    }

    /// <summary>The text as readers mean it: a control character of 0x80 to 0x9F is the one of Windows-1252.</summary>
    public static string FixControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F'))
            return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] is >= '\u0080' and <= '\u009F' and var c ? Windows1252[c - 0x80] : source[i];
        });
    }

    private void AppendReferences(StringBuilder to, ReadOnlySpan<char> text, bool named)
    {
        while (text.IndexOf('&') is var at and >= 0)
        {
            to.Append(text[..at]);
            text = text[at..];
            var length = AppendReference(to, text, named);
            if (length == 0)
            {
                to.Append('&');
                length = 1;
            }

            text = text[length..];
        }

        to.Append(text);
    }

    /// <summary>Appends the character of the reference that the text begins with. Gives the reference's length; 0 when it is not one.</summary>
    private int AppendReference(StringBuilder to, ReadOnlySpan<char> text, bool named)
    {
        if (text.Length > 2 && text[1] == '#')
            return AppendNumber(to, text);
        if (!named)
            return 0;
        var end = text[..Math.Min(text.Length, MaxNameLength + 2)].IndexOf(';');
        if (end <= 1)
            return 0;
        var name = text[1..end];
        if (declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var own) && own.Length <= MaxExpansion - expanded)
        {
            expanded += own.Length;
            to.Append(own);
            return end + 1;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return 0;
        }

        // Names of HTML 4 and 'apos'; anything else comes back as it went in.
        var reference = text[..(end + 1)].ToString();
        var known = WebUtility.HtmlDecode(reference);
        if (known.Length == reference.Length && known == reference)
            return 0;
        to.Append(known);
        return end + 1;
    }

    private static int AppendNumber(StringBuilder to, ReadOnlySpan<char> text)
    {
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 8 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start || !int.TryParse(text[start..end], hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return 0;
        if (code is >= 0x80 and <= 0x9F)
            to.Append(Windows1252[code - 0x80]);
        else if (code is 9 or 10 or 13 or >= 0x20 && Rune.TryCreate(code, out var rune))
            to.Append(rune.ToString());
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
