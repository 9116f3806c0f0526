using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsBot.Sources.Reading;

/// <summary>Turns the bytes of files, pages and feeds into text.</summary>
/// <remarks>
/// A byte order mark comes first, then the names that the source gives, as far as it is to be believed, then the look of
/// the bytes: UTF-8, the usual encoding of an alphabet that the letters show, one of East Asia, or Windows-1252.
/// </remarks>
internal static partial class SourceEncoding
{
    // Where a page has to name its encoding (HTML Living Standard, 4.2.5.4), with room for pages that do it late.
    private const int PrescanBytes = 4096;

    // Where an XML declaration has to name the encoding, with room for junk before it.
    private const int DeclarationBytes = 1024;

    // In Western text at most one character in five is accented; more is another alphabet, or not text at all.
    private const double MaxAccented = 0.2;

    // A text in which more than one letter in so many is lost is in another encoding.
    private const int MinLettersPerLoss = 50;

    // Windows-1252, ISO 8859-1 and ASCII.
    private const int WesternPage = 1252;
    private const int LatinPage = 28591;
    private const int AsciiPage = 20127;

    // ISO-2022-JP is ASCII, and so UTF-8, by its bytes.
    private const byte Escape = 0x1B;

    // The usual encodings of Latin alphabets that are not Western (HTML Living Standard, 13.2.3.2).
    private static readonly (string Encoding, string[] Names)[] Languages =
    [
        ("windows-1250", ["pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"]),
        ("windows-1254", ["tr", "az"]),
        ("windows-1257", ["lt", "lv", "et"]),
        ("windows-1258", ["vi"]),
    ];

    private static readonly Encoding Windows1252 = EncodingNames.Find("windows-1252")!;

    /// <summary>The text of a file without its byte order mark; null when the bytes are not text in Unicode or an encoding that its letters show.</summary>
    /// <param name="bytes">A whole file, or one record of it.</param>
    public static string? DecodeFile(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
            return marked.GetString(bytes[marked.Preamble.Length..]);
        return LooksBinary(bytes) ? OfTwoBytes(bytes) : Guess(bytes, MaxAccented);
    }

    /// <summary>The text of a page; null when the bytes are not text.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">The value of the header Content-Type, which may name the encoding; null when there was none.</param>
    /// <remarks>
    /// The header counts more than the page (HTML Living Standard, 13.2.3.2), and the bytes more than both where they are
    /// UTF-8: pages that name something else are wrong.
    /// </remarks>
    public static string? DecodePage(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(bytes) is null && !LooksBinary(bytes) && (bytes.Contains(Escape) || !Utf8.IsValid(bytes))
            && (OfPage(CharsetIn(contentType ?? "")) ?? OfPage(CharsetOfPage(bytes))) is { } encoding)
            return VendorRows.Decode(OtherAlphabet(encoding, bytes) ?? encoding, bytes);
        return DecodeFile(bytes) is { } text ? OfLanguage(bytes, text) : null;
    }

    /// <summary>The text of a feed; bytes that are not text give a text that is not a feed.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="contentType">The value of the header Content-Type; null when there was none.</param>
    /// <param name="problem">One sentence when the bytes are not in the encoding that they are said to be in; else null.</param>
    /// <remarks>The header counts more than the declaration (RFC 7303, 3.2); an encoding in which the bytes are not text is passed over.</remarks>
    public static string DecodeFeed(ReadOnlySpan<byte> bytes, string? contentType, out string? problem)
    {
        problem = null;
        if (Marked(bytes) is { } marked && (marked.CodePage != Encoding.UTF8.CodePage || Utf8.IsValid(bytes)))
            return marked.GetString(bytes[marked.Preamble.Length..]);
        var family = Family(bytes);
        string[] said = [.. ((string?[])[CharsetIn(contentType ?? ""), Declared(bytes, family)]).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var name in said)
        {
            if (EncodingNames.Find(name) is not { } encoding || !Fits(encoding, family))
                continue;
            // Letters that are UTF-8 all through are so by no chance.
            if (encoding.IsSingleByte && family is null && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(bytes))
                encoding = Encoding.UTF8;
            if (TryDecode(bytes, OtherAlphabet(encoding, bytes) ?? encoding) is { } text)
                return text;
        }

        if (family is not null)
            return family.GetString(bytes);
        if (said.Length > 0)
            problem = $"The text is not in the encoding that it names, {said[^1]}.";
        else if (!Utf8.IsValid(bytes))
            problem = "The text is not in UTF-8 and names no other encoding.";
        return Guess(bytes, maxAccented: 1)!;
    }

    /// <summary>The encoding that a byte order mark names; null without one.</summary>
    public static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? Encoding.UTF32
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : null;

    /// <summary>Whether these bytes, without a byte order mark, are not text: a NUL, or more than a few control characters.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return true;
        var control = 0;
        foreach (var value in bytes)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or Escape or 0x0B or 0x08))
                control++;
        }

        return control * 100 > bytes.Length;
    }

    /// <summary>
    /// UTF-8 where the bytes are, or mostly are: a few broken bytes cost those characters only. Else the encoding that the letters
    /// show, else one of East Asia, else Windows-1252; null when too much of it is accented.
    /// </summary>
    private static string? Guess(ReadOnlySpan<byte> bytes, double maxAccented)
    {
        if (Utf8.IsValid(bytes))
            return (bytes.Contains(Escape) ? OfEastAsia(bytes) : null) ?? Encoding.UTF8.GetString(bytes);
        var (wellFormed, broken) = (0, 0);
        var rest = bytes;
        while (rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0)
        {
            rest = rest[at..];
            if (Rune.DecodeFromUtf8(rest, out _, out var consumed) == OperationStatus.Done)
                wellFormed++;
            else
                broken++;
            rest = rest[consumed..];
        }

        if (wellFormed > broken)
            return Encoding.UTF8.GetString(bytes);
        if (AlphabetGuess.Of(bytes) is { } other)
            return Lenient(other).GetString(bytes);
        if (OfEastAsia(bytes) is { } text)
            return text;
        return wellFormed + broken <= bytes.Length * maxAccented ? Windows1252.GetString(bytes) : null;
    }

    /// <summary>The text of UTF-16 without its mark: the spaces and marks of every text have a zero byte, each on the same side; null when it is not that.</summary>
    private static string? OfTwoBytes(ReadOnlySpan<byte> bytes)
    {
        var zeros = (Even: 0, Odd: 0);
        for (var i = 0; i < Math.Min(bytes.Length, PrescanBytes); i++)
        {
            if (bytes[i] == 0)
                zeros = (i & 1) == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        }

        if ((zeros.Even > 0) == (zeros.Odd > 0) || (bytes.Length & 1) != 0)
            return null;
        try
        {
            var text = new UnicodeEncoding(bigEndian: zeros.Even > 0, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\0', '\b') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text of a page that names no encoding, in the usual one of its language where it has letters that Western text has not.</summary>
    private static string OfLanguage(ReadOnlySpan<byte> bytes, string text)
    {
        if (Utf8.IsValid(bytes) || text.Contains('\uFFFD', StringComparison.Ordinal) || Marked(bytes) is not null)
            return text;
        var language = Language().Match(text[..Math.Min(text.Length, PrescanBytes)]).Groups["name"].Value;
        // Windows-1250 has letters where ISO 8859-2 has none, which has other letters where Windows-1250 has signs.
        var usual = Languages.FirstOrDefault(group => group.Names.Contains(language, StringComparer.OrdinalIgnoreCase)).Encoding;
        if (usual == "windows-1250" && !bytes.ContainsAnyInRange((byte)0x80, (byte)0x9F))
            usual = "iso-8859-2";
        return usual is not null && EncodingNames.Find(usual) is { } encoding && text == Windows1252.GetString(bytes) ? Lenient(encoding).GetString(bytes) : text;
    }

    /// <summary>The encoding of the letters where a Western one is named, as programs do by default, and another alphabet is written; null elsewhere.</summary>
    private static Encoding? OtherAlphabet(Encoding named, ReadOnlySpan<byte> bytes) =>
        named.CodePage is WesternPage or LatinPage or AsciiPage && AlphabetGuess.Of(bytes) is { } other ? Lenient(other) : null;

    private static string? OfEastAsia(ReadOnlySpan<byte> bytes) => EastAsianGuess.Of(bytes) is { } encoding ? TryDecode(bytes, encoding) : null;

    /// <summary>The encoding of more than one byte a letter, or of none of ASCII's, in which the text begins with '&lt;' (XML 1.0, appendix F); null for the others.</summary>
    private static Encoding? Family(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x3C]) ? new UTF32Encoding(bigEndian: true, byteOrderMark: false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x3C, 0, 0, 0]) ? new UTF32Encoding(bigEndian: false, byteOrderMark: false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0, 0x3C, 0]) ? Encoding.BigEndianUnicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x3C, 0]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x4C, 0x6F, 0xA7, 0x94]) ? EncodingNames.Find("ibm037")
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
            return VendorRows.Decode(encoding, bytes);
        }
        catch (DecoderFallbackException)
        {
            if (encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage)
                return null;
            var text = VendorRows.Decode(Lenient(encoding), bytes);
            return text.AsSpan().Count('\uFFFD') * MinLettersPerLoss <= text.Count(static c => c >= 0x80) ? text : null;
        }
    }

    private static Encoding Lenient(Encoding strict)
    {
        var lenient = (Encoding)strict.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    /// <summary>The encoding that a page names, where that says more than the bytes do; null for Unicode's and for unknown names.</summary>
    private static Encoding? OfPage(string? name) => name is null ? null : EncodingNames.Find(name) switch
    {
        null or UTF8Encoding or UnicodeEncoding or UTF32Encoding => null,
        ASCIIEncoding => Windows1252,
        var encoding => Lenient(encoding),
    };

    private static string? CharsetOfPage(ReadOnlySpan<byte> bytes) =>
        PageTag().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)])) is { Success: true } tag ? CharsetIn(tag.Value) : null;

    private static string? Declared(ReadOnlySpan<byte> bytes, Encoding? family)
    {
        var head = (family ?? Encoding.Latin1).GetString(bytes[..(Math.Min(bytes.Length, DeclarationBytes) & ~3)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    private static string? CharsetIn(string text) => Charset().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?[A-Za-z0-9_:.-]{2,40}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PageTag();

    [GeneratedRegex(@"<html[^>]{0,200}\slang\s*=\s*[""']?(?<name>[A-Za-z]{2})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Language();

    [GeneratedRegex(
        @"<\?xml[^>]*?encoding\s*=\s*[""']*(?<name>[^""'\s?>]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Declaration();
}
