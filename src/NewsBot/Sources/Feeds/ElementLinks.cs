namespace NewsBot.Sources.Feeds;

/// <summary>The address of the page that a feed or an item belongs to, out of all the addresses that it names.</summary>
internal struct ElementLinks
{
    private const string IanaPrefix = "http://www.iana.org/assignments/relation/";

    private Ranked<string> best;

    /// <summary>The address; null when none was named.</summary>
    public readonly string? Value => best.Value;

    /// <summary>Takes an element 'link' of RSS or Atom.</summary>
    public void Take(MarkupNode link)
    {
        if (link.Attribute("href") is not { } href)
        {
            Offer(FeedUri.Resolve(link.Base, ElementText.Plain(link) ?? link.Attribute("resource")), link.Namespace == FeedNamespace.Atom ? 3 : 0, lastWins: true);
            return;
        }

        var rel = link.Attribute("rel")?.ToLowerInvariant() ?? "alternate";
        if (rel.StartsWith(IanaPrefix, StringComparison.Ordinal))
            rel = rel[IanaPrefix.Length..];
        int? rank = rel switch
        {
            "alternate" when link.Namespace == FeedNamespace.Core => 0,
            "alternate" => link.Attribute("type")?.ToLowerInvariant() is null or "text/html" or "application/xhtml+xml" ? 1 : 2,
            "related" or "via" => 8,
            _ => null,
        };
        if (rank is { } by)
            Offer(FeedUri.Resolve(link.Base, href), by, lastWins: by == 0);
    }

    /// <summary>Takes an address that may stand in for a link.</summary>
    public void Offer(string? address, int by, bool lastWins = false) => best.Offer(address, by, lastWins);
}
