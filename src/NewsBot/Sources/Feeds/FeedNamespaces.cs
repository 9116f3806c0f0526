namespace NewsBot.Sources.Feeds;

/// <summary>Names of vocabularies: their addresses in the spellings that feeds use, and the prefixes that stand for them undeclared.</summary>
internal static class FeedNamespaces
{
    // Without scheme and 'www.', lower case, without '/' or '#' at the end.
    private static readonly Dictionary<string, FeedNamespace> ByAddress = new(StringComparer.Ordinal)
    {
        ["w3.org/2005/atom"] = FeedNamespace.Atom,
        ["purl.org/atom/ns"] = FeedNamespace.Atom,
        ["purl.org/atom"] = FeedNamespace.Atom,
        ["purl.org/echo"] = FeedNamespace.Atom,
        ["purl.org/pie"] = FeedNamespace.Atom,
        ["purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["purl.org/dc/terms"] = FeedNamespace.DublinCore,
        ["purl.org/metadata/dublin_core"] = FeedNamespace.DublinCore,
        ["purl.org/rss/1.0/modules/dc"] = FeedNamespace.DublinCore,
        ["purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["itunes.com/dtds/podcast-2.0.dtd"] = FeedNamespace.Itunes,
        ["search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["purl.org/rss/1.0/modules/syndication"] = FeedNamespace.Syndication,
        ["w3.org/1999/02/22-rdf-syntax-ns"] = FeedNamespace.Rdf,
        ["w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["w3.org/xml/1998/namespace"] = FeedNamespace.Xml,
        ["purl.org/rss/1.0"] = FeedNamespace.Core,
        ["my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["my.netscape.com/publish/formats/rss-0.9.dtd"] = FeedNamespace.Core,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Core,
        ["backend.userland.com/rss2"] = FeedNamespace.Core,
        ["blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Core,
        ["backend.userland.com/rss"] = FeedNamespace.Core,
        ["backend.userland.com/rss091"] = FeedNamespace.Core,
        ["backend.userland.com/rss092"] = FeedNamespace.Core,
        ["cyber.law.harvard.edu/rss"] = FeedNamespace.Core,
        ["purl.org/net/rss1.1"] = FeedNamespace.Core,
        [""] = FeedNamespace.Core,
    };

    private static readonly Dictionary<string, FeedNamespace> ByPrefix = new(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = FeedNamespace.Atom,
        ["atom03"] = FeedNamespace.Atom,
        ["atom10"] = FeedNamespace.Atom,
        ["a10"] = FeedNamespace.Atom,
        ["dc"] = FeedNamespace.DublinCore,
        ["dcterms"] = FeedNamespace.DublinCore,
        ["dcterm"] = FeedNamespace.DublinCore,
        ["content"] = FeedNamespace.Content,
        ["itunes"] = FeedNamespace.Itunes,
        ["media"] = FeedNamespace.Media,
        ["sy"] = FeedNamespace.Syndication,
        ["rdf"] = FeedNamespace.Rdf,
        ["xhtml"] = FeedNamespace.Xhtml,
        ["xml"] = FeedNamespace.Xml,
        ["rss"] = FeedNamespace.Core,
    };

    /// <summary>The vocabulary with this address; null for an unknown one.</summary>
    public static FeedNamespace? Of(string address)
    {
        var key = address.Trim().ToLowerInvariant();
        if (key.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
            key = key[(scheme + 3)..];
        if (key.StartsWith("www.", StringComparison.Ordinal))
            key = key[4..];
        return ByAddress.TryGetValue(key.TrimEnd('/', '#'), out var found) ? found : null;
    }

    /// <summary>The vocabulary of a prefix that the text does not declare, or declares with an unknown address.</summary>
    public static FeedNamespace OfPrefix(string prefix) => ByPrefix.GetValueOrDefault(prefix, FeedNamespace.Other);
}
