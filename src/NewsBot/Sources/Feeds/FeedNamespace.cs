namespace NewsBot.Sources.Feeds;

/// <summary>The vocabulary that an element of a feed belongs to.</summary>
internal enum FeedNamespace
{
    /// <summary>The feed's own: RSS of any version, with its namespace, with none, or with an unknown one.</summary>
    Core,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>Dublin Core, elements and terms.</summary>
    DublinCore,

    /// <summary>RSS 1.0's module for content.</summary>
    Content,

    /// <summary>Podcasts.</summary>
    Itunes,

    /// <summary>Media RSS.</summary>
    Media,

    /// <summary>RSS 1.0's module for syndication: how often a feed changes.</summary>
    Syndication,

    Rdf,

    Xhtml,

    /// <summary>XML itself, for its attributes 'base' and 'lang'.</summary>
    Xml,

    /// <summary>A vocabulary that says nothing a reader shows.</summary>
    Other,
}
