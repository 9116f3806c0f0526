namespace NewsBot.Core.Articles;

/// <summary>Finds the address of an article behind that of its AMP or mobile edition.</summary>
/// <remarks>
/// Works on parts in canonical spelling. An edition's addition is removed only where the rest still names an article, so that the page of
/// a site about amplifiers ('/products/amp') keeps its address.
/// </remarks>
internal static class AmpAddress
{
    // The 'c' (content) and 'v' (viewer) addresses of caches: /c/s/HOST/PATH, where 's' stands for https
    // (amp.dev, 'AMP Cache URL format'; Google's viewer writes /amp/s/HOST/PATH).
    private static readonly string[] CacheHosts = [".cdn.ampproject.org", ".bing-amp.com"];
    private static readonly string[] CachePaths = ["/c/s/", "/v/s/", "/c/", "/v/"];
    private static readonly string[] ViewerPaths = ["/amp/s/", "/amp/"];

    private static readonly string[] EditionHosts = ["amp.", "m.", "mobile."];

    // 'amp.co.uk' is a site of its own.
    private static readonly string[] SecondLevels = ["co", "com", "org", "net", "gov", "edu", "ac"];

    /// <summary>Host and path of the article that a cache shows; null when the address is not a cache's.</summary>
    /// <param name="host">In lower case.</param>
    /// <param name="path">From its first slash.</param>
    public static string? FromCache(string host, string path)
    {
        var prefixes = Array.Exists(CacheHosts, cache => host.EndsWith(cache, StringComparison.Ordinal)) ? CachePaths
            : host is "google.com" ? ViewerPaths
            : [];
        var prefix = Array.Find(prefixes, start => path.StartsWith(start, StringComparison.Ordinal));
        if (prefix is null)
            return null;
        var origin = path[prefix.Length..];
        var end = origin.IndexOf('/', StringComparison.Ordinal);
        return origin[..(end < 0 ? origin.Length : end)].Contains('.', StringComparison.Ordinal) ? origin : null;
    }

    /// <summary>The host without 'amp.', 'm.' or 'mobile.', if a site's name remains.</summary>
    /// <param name="host">In lower case, without 'www.'.</param>
    public static string Host(string host)
    {
        if (Array.Find(EditionHosts, edition => host.StartsWith(edition, StringComparison.Ordinal)) is not { } found)
            return host;
        var labels = host[found.Length..].Split('.');
        var isSite = labels.Length > 2 || (labels.Length == 2 && !SecondLevels.Contains(labels[0], StringComparer.Ordinal));
        return isSite && !char.IsAsciiDigit(host[^1]) ? host[found.Length..] : host;
    }

    /// <summary>The path without '/amp' at either end and without '.amp', if an article's name remains.</summary>
    /// <param name="path">From its first slash; without one at the end.</param>
    public static string Path(string path)
    {
        const string amp = "/amp";
        if (path.EndsWith(amp, StringComparison.OrdinalIgnoreCase) && NamesArticle(path[..^amp.Length]))
            return path[..^amp.Length];
        if (path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase) && NamesArticle(path[..^4]))
            return path[..^4];
        if (path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase) && NamesArticle(path[..^9]))
            return path[..^9] + ".html";
        return path.StartsWith(amp + "/", StringComparison.OrdinalIgnoreCase) && NamesArticle(path[amp.Length..]) ? path[amp.Length..] : path;
    }

    /// <summary>Articles are called by several words or by a number.</summary>
    private static bool NamesArticle(string path)
    {
        var last = path.AsSpan(path.LastIndexOf('/') + 1);
        return last.Length > 1 && (last.Contains('-') || last.Contains('_') || last.ContainsAnyInRange('0', '9'));
    }
}
