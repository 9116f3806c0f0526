namespace NewsBot.Sources.Feeds;

/// <summary>A feed that is followed, with the results of its polls.</summary>
/// <param name="Settings">Which feed is followed, and how.</param>
/// <param name="State">The results of its polls.</param>
internal sealed record FollowedFeed(FeedSettings Settings, FeedState State)
{
    /// <summary>How it fares.</summary>
    public FeedHealth Health => (Settings.IsPaused, State) switch
    {
        (true, _) => FeedHealth.Paused,
        (_, { IsGone: true }) => FeedHealth.Gone,
        (_, { FailingSince: not null }) => FeedHealth.Failing,
        (_, { LastSuccessAt: null }) => FeedHealth.New,
        _ => FeedHealth.Ok,
    };
}

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
