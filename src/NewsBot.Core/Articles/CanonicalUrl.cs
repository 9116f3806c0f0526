using System.Globalization;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>The one spelling of an address under which an article is known.</summary>
/// <remarks>
/// For comparing only: a reader opens the address as it came in. An archive keeps the spelling of the version that stored an article;
/// if a later version spells it in another way, the article is still recognised by its id and its text.
/// </remarks>
public static class CanonicalUrl
{
    /// <summary>Longest address taken, in UTF-16 units, before and after it is canonicalised.</summary>
    public const int MaxChars = 2048;

    // Each pass shortens the address or leaves it alone; real addresses settle in two.
    private const int MaxPasses = 32;

    private const string Junk = "!,;:'\"<>.\\|*`“”‘’…";

    // Servers of Java put the visit into the path.
    private const string SessionMark = ";jsessionid=";

    private static readonly string[] IndexPages = ["/index.html", "/index.htm", "/index.php"];

    /// <summary>The canonical spelling: https, host without 'www.', no fragment, no tracking parameters, sorted query, no AMP or mobile edition.</summary>
    /// <returns>An ASCII string that is its own canonical spelling; null when this is no http(s) address or is too long.</returns>
    public static string? From(string url)
    {
        if (url.Length > MaxChars)
            return null;
        var current = url;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var next = OnePass(current);
            if (next is null || next.Length > MaxChars)
                return null;
            if (next == current)
                return next;
            current = next;
        }

        return current;
    }

    /// <summary>The address without the name and the password that may stand before its host; otherwise as it came in.</summary>
    public static string WithoutUser(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return url;
        var start = scheme + "://".Length;
        var length = url.AsSpan(start).IndexOfAny("/\\?#");
        var user = url.AsSpan(start, length < 0 ? url.Length - start : length).LastIndexOf('@');
        return user < 0 ? url : url.Remove(start, user + 1);
    }

    private static string? OnePass(string url)
    {
        var trimmed = TrimJunk(url.AsSpan().Trim().TrimStart("<(\"'“‘")).ToString();
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0)
            host = host[4..];
        if (host.Length == 0)
            return null;
        if (AmpAddress.FromCache(host, uri.AbsolutePath) is { } cached)
            return $"https://{cached}{uri.Query}";
        host = AmpAddress.Host(host);
        if (uri.HostNameType == UriHostNameType.IPv6)
            host = $"[{host.Trim('[', ']')}]";

        var address = new StringBuilder("https://").Append(host);
        if (uri.Port is not (80 or 443))
            address.Append(':').Append(uri.Port.ToString(CultureInfo.InvariantCulture));
        var path = AmpAddress.Path(Path(uri));
        address.Append(path);
        var query = Query(uri, new TrackingParameters(host, path));
        if (query.Length > 0)
            address.Append('?').Append(query);
        return address.ToString();
    }

    private static ReadOnlySpan<char> TrimJunk(ReadOnlySpan<char> url)
    {
        while (url.Length > 0)
        {
            var last = url[^1];
            // A closing bracket belongs to the address when it closes one inside it ('/Foo_(bar)').
            var unopened = last == ')' ? !url.Contains('(') : last == ']' && !url.Contains('[');
            if (!unopened && !Junk.Contains(last, StringComparison.Ordinal) && !char.IsWhiteSpace(last))
                break;
            url = url[..^1];
        }

        return url;
    }

    private static string Path(Uri uri)
    {
        var path = PercentEncode(uri.AbsolutePath);
        if (path.IndexOf(SessionMark, StringComparison.OrdinalIgnoreCase) is > 0 and var mark)
            path = path[..mark];
        while (true)
        {
            var index = Array.Find(IndexPages, page => path.EndsWith(page, StringComparison.OrdinalIgnoreCase));
            if (index is not null)
                path = path[..^index.Length];
            else if (path.EndsWith('/'))
                path = path[..^1];
            else
                return path;
        }
    }

    private static string Query(Uri uri, TrackingParameters tracking)
    {
        if (uri.Query.Length < 2)
            return "";
        var kept = new List<string>();
        foreach (var part in uri.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            // Addresses copied out of HTML carry '&amp;'.
            var parameter = part.StartsWith("amp;", StringComparison.Ordinal) ? part[4..] : part;
            if (parameter.Split('=', 2) is var halves && halves[0].Length > 0 && !tracking.Contains(halves[0], halves.Length > 1 ? halves[1] : ""))
                kept.Add(PercentEncode(parameter));
        }

        kept.Sort(StringComparer.Ordinal);
        return string.Join('&', kept);
    }

    /// <summary>Upper-case escapes, unreserved characters bare, everything outside ASCII escaped (RFC 3986, section 6.2.2).</summary>
    public static string PercentEncode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var encoded = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var escaped = value == '%' && i + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (escaped)
            {
                value = (byte)((FromHex(bytes[i + 1]) << 4) | FromHex(bytes[i + 2]));
                i += 2;
            }

            var bare = escaped ? IsUnreserved(value) : value is > 0x20 and < 0x7F && value != '%';
            if (bare)
                encoded.Append((char)value);
            else
                encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static int FromHex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool IsUnreserved(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
