namespace NewsBot.Sources.Feeds;

/// <summary>One entry of a feed; strings are not blank, addresses absolute where a base is known.</summary>
internal sealed record FeedItem
{
    /// <summary>The feed's id for it (RSS 'guid', Atom 'id'); null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>One line, text or HTML (<see cref="FeedReader"/>); null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The address of its page; null when it names none.</summary>
    public string? Url { get; init; }

    /// <summary>UTC; when it was changed last where it does not say more; null when it does not say, or in no form that can be read.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>UTC; null when it does not say, or in no form that can be read.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The first author's name, or the address of mail where there is no name; the feed's author where an Atom entry names none; null when neither names one.</summary>
    public string? Author { get; init; }

    /// <summary>The outlet that it was taken from, as an aggregator names it (RSS 'source', the feed in Atom's 'source'); null when it names none.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address of that outlet, or of its feed; null when it names none.</summary>
    public string? OutletUrl { get; init; }

    /// <summary>Who published it, as Dublin Core calls it: in an aggregator's feed an outlet, in an outlet's own the company behind it; null when it names none.</summary>
    public string? Publisher { get; init; }

    /// <summary>The teaser, text or HTML; null when it has none.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole text, text or HTML; null when the feed has only a teaser, or nothing.</summary>
    public string? Content { get; init; }

    /// <summary>Whether the title is text, even where it looks like markup.</summary>
    public bool IsTitlePlain { get; init; }

    /// <summary>Whether the teaser is text, even where it looks like markup.</summary>
    public bool IsSummaryPlain { get; init; }

    /// <summary>Whether the whole text is plain, even where it looks like markup.</summary>
    public bool IsContentPlain { get; init; }

    /// <summary>In the order of the text, each once.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
}
