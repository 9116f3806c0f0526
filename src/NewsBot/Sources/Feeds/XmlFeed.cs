namespace NewsBot.Sources.Feeds;

/// <summary>Reads RSS, Atom and CDF, broken ones too.</summary>
internal static class XmlFeed
{
    /// <summary>The feed that the text holds.</summary>
    /// <param name="text">Decoded.</param>
    /// <param name="address">The base of its addresses; null when unknown.</param>
    /// <param name="problem">The fault of the bytes; null for none.</param>
    public static FeedReadResult Read(string text, string? address, string? problem)
    {
        var items = new List<FeedItem>();
        var isCut = false;
        var tree = new MarkupTree(text, address, item =>
        {
            isCut = items.Count >= FeedReader.MaxItems;
            if (!isCut)
                items.Add(ItemElements.Read(item));
            return !isCut;
        });
        tree.Read();
        if (tree.Root is not { } root || (root.Name == "rdf" && items.Count == 0 && root.HasElements && root.Child("channel") is null))
            return NoFeed(tree, text);

        var channel = root.Name is "feed" or "channel" ? root : root.Child("channel") ?? root;
        var (feed, author) = FeedElements.Read(channel);
        if (author is not null && root.Namespace == FeedNamespace.Atom)
            items = items.ConvertAll(item => item.Author is null ? item with { Author = author } : item);
        if (isCut)
            problem = $"The feed has more than {FeedReader.MaxItems:N0} items; the rest is left out.";
        else if (tree.IsCut)
            problem ??= "The feed is nested too deeply, or has too many elements in one place; some are left out.";
        else if (tree.IsBroken)
            problem ??= "The feed's XML is broken; it is read as far as it goes.";
        return new FeedReadResult.Found(feed with { Items = items }, problem);
    }

    private static FeedReadResult.NotAFeed NoFeed(MarkupTree tree, string text)
    {
        if (tree.IsPage || text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return new FeedReadResult.NotAFeed("This is a web page, not a feed.", IsPage: true);
        return new FeedReadResult.NotAFeed(
            string.IsNullOrWhiteSpace(text) ? "The text is empty."
            : tree.FirstName is { } name ? $"This is no feed: its outermost element is '{(name.Length > 40 ? name[..40] : name)}'."
            : "This is no feed: it is neither XML nor JSON.",
            IsPage: false);
    }
}
