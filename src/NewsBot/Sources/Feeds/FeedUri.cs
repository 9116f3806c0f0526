using System.Buffers;

namespace NewsBot.Sources.Feeds;

/// <summary>Addresses as feeds write them: trimmed, made absolute, of a scheme that a reader may follow.</summary>
/// <remarks>
/// Works on the text (RFC 3986, 5.2), since <see cref="Uri"/> rewrites what it reads (escapes, case, default ports),
/// and an item is known by the address that its feed wrote.
/// </remarks>
internal static class FeedUri
{
    private const int MaxLength = 8_000;

    private static readonly SearchValues<char> SchemePart = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

    // None of these runs anything when it is opened.
    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        "http", "https", "ftp", "ftps", "sftp", "feed", "mailto", "news", "nntp", "gopher", "tel", "sms", "callto", "sip", "sips",
        "xmpp", "irc", "ircs", "irc6", "aim", "skype", "msnim", "ymsg", "gtalk", "facetime", "magnet", "urn", "tag", "doi", "hdl",
        "h323", "imap", "mms", "rtsp", "rtspu", "rsync", "itms", "itms-apps", "svn", "svn+ssh", "git", "cvs", "ssh", "smb",
        "telnet", "wais", "prospero", "snews", "shttp", "file", "at", "geo", "webcal", "matrix", "ipfs", "bitcoin",
    };

    /// <summary>The address, absolute where <paramref name="reference"/> or the base is; null when it is blank, or of a scheme that may run something.</summary>
    /// <param name="base">Absolute; null when unknown.</param>
    /// <param name="reference">As written.</param>
    public static string? Resolve(string? @base, string? reference)
    {
        if (reference is null || reference.Length > MaxLength)
            return null;
        var trimmed = Trim(reference);
        if (trimmed.Length == 0)
            return null;
        return SchemeLength(trimmed) is var scheme and > 0
            ? Schemes.Contains(trimmed[..scheme]) ? trimmed : null
            : @base is null ? trimmed : Combine(@base, trimmed);
    }

    /// <summary>An identifier, absolute where it is a relative address and the base is known, of any scheme; null when it is blank.</summary>
    public static string? Absolute(string? @base, string? identifier) =>
        identifier is null || @base is null || SchemeLength(identifier) > 0 ? identifier : Combine(@base, identifier);

    /// <summary>The base within an element that names its own; the outer one when that is not an address.</summary>
    public static string? Rebase(string? @base, string reference)
    {
        var resolved = Resolve(@base, reference);
        return resolved is not null && SchemeLength(resolved) > 0 ? resolved : @base;
    }

    /// <summary>Whether this is an address of the web, complete.</summary>
    public static bool IsWeb(string? address) =>
        address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    // Browsers pass over white space and controls in an address, so 'java\nscript:' would be one.
    private static string Trim(string reference)
    {
        var trimmed = reference.Trim();
        return trimmed.AsSpan().ContainsAnyInRange('\u0000', '\u001F')
            ? string.Concat(trimmed.Where(static c => c >= ' '))
            : trimmed;
    }

    private static int SchemeLength(string address)
    {
        var length = address.AsSpan().IndexOfAnyExcept(SchemePart);
        return length > 0 && address[length] == ':' && char.IsAsciiLetter(address[0]) ? length : 0;
    }

    private static string Combine(string @base, string reference)
    {
        var scheme = SchemeLength(@base);
        if (scheme == 0)
            return reference;
        if (reference.StartsWith("//", StringComparison.Ordinal))
            return @base[..(scheme + 1)] + reference;
        var hasAuthority = @base.AsSpan(scheme + 1).StartsWith("//", StringComparison.Ordinal);
        var path = hasAuthority ? @base.AsSpan(scheme + 3).IndexOfAny('/', '?', '#') : 0;
        path = path < 0 ? @base.Length : path + scheme + (hasAuthority ? 3 : 1);
        var pathEnd = @base.AsSpan(path).IndexOfAny('?', '#') is var mark and >= 0 ? path + mark : @base.Length;
        switch (reference[0])
        {
            case '#':
                var fragment = @base.IndexOf('#', StringComparison.Ordinal);
                return (fragment < 0 ? @base : @base[..fragment]) + reference;
            case '?':
                return @base[..pathEnd] + reference;
            case '/':
                return @base[..path] + WithoutDots(reference);
        }

        var folder = @base[path..pathEnd];
        folder = folder.LastIndexOf('/') is var last and >= 0 ? folder[..(last + 1)] : hasAuthority ? "/" : "";
        return @base[..path] + WithoutDots(folder + reference);
    }

    private static string WithoutDots(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var suffix = end < 0 ? "" : path[end..];
        var segments = (end < 0 ? path : path[..end]).Split('/');
        if (!segments.Contains(".") && !segments.Contains(".."))
            return path;
        var kept = new List<string>(segments.Length);
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            if (segments[i] == "..")
            {
                if (kept.Count > 1)
                    kept.RemoveAt(kept.Count - 1);
            }
            else if (segments[i] != ".")
            {
                kept.Add(segments[i]);
                continue;
            }

            if (isLast)
                kept.Add("");
        }

        return string.Join('/', kept) + suffix;
    }
}
