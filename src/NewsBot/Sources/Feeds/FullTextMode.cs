namespace NewsBot.Sources.Feeds;

/// <summary>Whether the pages behind a feed's items are fetched.</summary>
internal enum FullTextMode
{
    /// <summary>Where the feed has only a teaser.</summary>
    Auto,

    /// <summary>For every item.</summary>
    Always,

    /// <summary>Never: what the feed says is all that is taken in.</summary>
    Never,
}
