using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>Turns the bytes of a feed into text.</summary>
internal static class FeedDecoding
{
    // Where an XML declaration has to name the encoding, with room for junk before it.
    private const int DeclarationBytes = 1024;

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFEFF\uFFFE\uFFFF");

    /// <summary>The text, without what XML forbids: control characters are dropped, line ends are '\n'.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="contentType">The HTTP header's value; null when there is none.</param>
    /// <param name="problem">One sentence when the bytes are not in the encoding that they are said to be in; else null.</param>
    /// <remarks>
    /// A byte order mark says the truth, then the header, then the declaration within (RFC 7303, 3.2); an encoding in
    /// which the bytes make no text is passed over. What is left is UTF-8, or else Windows-1252.
    /// </remarks>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, out string? problem)
    {
        problem = null;
        if (Marked(bytes) is { } marked)
            return Clean(marked.GetString(bytes[marked.Preamble.Length..]));
        var family = Family(bytes);
        var said = new List<string>();
        if (CharsetOf(contentType) is { } charset)
            said.Add(charset);
        if (Declared(bytes, family) is { } declared && !said.Contains(declared, StringComparer.OrdinalIgnoreCase))
            said.Add(declared);

        foreach (var name in said)
        {
            if (FeedEncodings.Named(name) is { } encoding && Fits(encoding, family) && TryDecode(bytes, encoding) is { } text)
                return Clean(text);
        }

        if (family is not null)
            return Clean(family.GetString(bytes));
        if (said.Count > 0)
            problem = $"The text is not in the encoding that it names, {said[^1]}.";
        var utf8 = FeedEncodings.Named("utf-8")!;
        if (TryDecode(bytes, utf8) is { } good)
            return Clean(good);
        problem ??= "The text is not in UTF-8 and names no other encoding.";
        // Mostly UTF-8 with a few broken bytes costs those characters only; else it is the encoding of old Windows.
        return Clean(MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : FeedEncodings.Named("windows-1252")!.GetString(bytes));
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) && System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8
        : null;

    /// <summary>The encoding of more than one byte a letter, or of none of ASCII's, in which the text begins with '&lt;' (XML 1.0, appendix F); null for the others.</summary>
    private static Encoding? Family(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x3C]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x3C, 0, 0, 0]) ? new UTF32Encoding(bigEndian: false, byteOrderMark: false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0x3C, 0]) ? Encoding.BigEndianUnicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x3C, 0]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]) ? FeedEncodings.Named("ibm037")
        : null;

    private static bool Fits(Encoding encoding, Encoding? family) => family switch
    {
        null => encoding is not (UnicodeEncoding or UTF32Encoding),
        UnicodeEncoding or UTF32Encoding => encoding.CodePage == family.CodePage,
        _ => encoding.IsSingleByte,
    };

    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // A text of some bytes that do not fit is in that encoding still, unless it is another one's altogether.
            return encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage ? null : Leniently(bytes, encoding);
        }
    }

    private static string? Leniently(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        var text = lenient.GetString(bytes);
        return text.AsSpan().Count('\uFFFD') * 50 <= text.Count(static c => c >= 0x80) ? text : null;
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (wellFormed, broken) = (0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0)
        {
            bytes = bytes[at..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) == OperationStatus.Done)
                wellFormed++;
            else
                broken++;
            bytes = bytes[consumed..];
        }

        return wellFormed > broken;
    }

    private static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var value = contentType.AsSpan(at + "charset".Length).TrimStart();
        if (value is not ['=', ..])
            return null;
        value = value[1..].TrimStart().TrimStart("\"'");
        var end = value.IndexOfAny(";, \"'");
        value = end < 0 ? value : value[..end];
        return value.Length is > 0 and <= 40 ? value.ToString() : null;
    }

    private static string? Declared(ReadOnlySpan<byte> bytes, Encoding? family)
    {
        var head = (family ?? Encoding.Latin1).GetString(bytes[..(Math.Min(bytes.Length, DeclarationBytes) & ~3)]);
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var end = head.IndexOf('>', start);
        var declaration = head.AsSpan(start, (end < 0 ? head.Length : end) - start);
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = declaration[(at + "encoding".Length)..].TrimStart();
        if (value is not ['=', ..])
            return null;
        value = value[1..].TrimStart().TrimStart("\"'");
        var length = value.IndexOfAny("\"' ?");
        value = length < 0 ? value : value[..length];
        return value.Length is > 0 and <= 40 ? value.ToString() : null;
    }

    private static string Clean(string text)
    {
        var at = text.AsSpan().IndexOfAny(Unwanted);
        if (at < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while ((at = rest.IndexOfAny(Unwanted)) >= 0)
        {
            clean.Append(rest[..at]);
            if (rest[at] == '\r')
            {
                clean.Append('\n');
                if (at + 1 < rest.Length && rest[at + 1] == '\n')
                    at++;
            }

            rest = rest[(at + 1)..];
        }

        return clean.Append(rest).ToString();
    }
}
