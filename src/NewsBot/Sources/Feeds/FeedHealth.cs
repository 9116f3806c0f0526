namespace NewsBot.Sources.Feeds;

/// <summary>How a feed fares.</summary>
internal enum FeedHealth
{
    /// <summary>It was not fetched yet.</summary>
    New,

    /// <summary>Its last fetch succeeded.</summary>
    Ok,

    /// <summary>Its last fetch failed; it is tried again.</summary>
    Failing,

    /// <summary>It is left alone until somebody resumes it.</summary>
    Paused,

    /// <summary>Its server said that it is gone for good; it is not fetched any more.</summary>
    Gone,
}
