using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Pages;

/// <summary>Turns the bytes of a page into text, by the encoding that the page itself names.</summary>
internal static partial class PageEncoding
{
    // Where a page has to name its encoding (HTML Living Standard, 4.2.5.4), with room for pages that do it late.
    private const int PrescanBytes = 4096;

    // ISO-2022-JP is ASCII, and so UTF-8, by its bytes.
    private const byte Escape = 0x1B;

    /// <summary>The text; null when the bytes are none.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">The value of the header Content-Type, which may name the encoding; null when there was none.</param>
    /// <remarks>
    /// A byte order mark comes first, then the header, then the page (HTML Living Standard, 13.2.3.2). What names UTF-8
    /// or nothing, or an encoding that is not known, is read as its bytes look.
    /// </remarks>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (TextDecoding.MarkedEncoding(bytes) is null && !TextDecoding.LooksBinary(bytes) && (bytes.Contains(Escape) || !Utf8.IsValid(bytes))
            && (Named(HeaderCharset().Match(contentType ?? "")) ?? Named(Charset().Match(Head(bytes)))) is { } encoding)
            return encoding.GetString(bytes);
        return TextDecoding.Decode(bytes);
    }

    private static string Head(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);

    private static Encoding? Named(Match match)
    {
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (name is "utf-8" or "utf8" or "utf-16")
            return null;
        try
        {
            // What calls itself Latin-1 is Windows-1252 (Encoding Standard, 4.2).
            return CodePagesEncodingProvider.Instance.GetEncoding(name is "iso-8859-1" or "latin1" or "us-ascii" ? "windows-1252" : name)
                ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Charset();
}
