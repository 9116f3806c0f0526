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
