using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Sources;

/// <summary>Turns the bytes of a page into text, by the encoding that the page itself names.</summary>
internal static partial class HtmlEncoding
{
    // Where a page has to name its encoding (HTML Living Standard, 4.2.5.4), with room for pages that do it late.
    private const int PrescanBytes = 4096;

    /// <summary>The text; null when the bytes are none.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (TextDecoding.MarkedEncoding(bytes) is null && !TextDecoding.LooksBinary(bytes) && Named(bytes) is { } encoding)
            return encoding.GetString(bytes);
        return TextDecoding.Decode(bytes);
    }

    private static Encoding? Named(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);
        var match = Charset().Match(head);
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

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Charset();
}
