namespace NewsBot.Sources.Feeds;

/// <summary>A message to administrators about a feed.</summary>
internal enum FeedNotice
{
    /// <summary>It has failed for a day, or is gone.</summary>
    Failing,

    /// <summary>It is back, and they know that it failed.</summary>
    Back,
}

/// <summary>Decides which message administrators get about a feed.</summary>
internal static class FeedNotices
{
    /// <summary>How long a feed fails before they hear of it; most failures pass sooner.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>The message that is due about a feed now; null for none.</summary>
    public static FeedNotice? DueFor(FollowedFeed feed, DateTimeOffset at) => feed.Health switch
    {
        FeedHealth.Ok when feed.State.IsFailureTold => FeedNotice.Back,
        FeedHealth.Gone when !feed.State.IsFailureTold => FeedNotice.Failing,
        FeedHealth.Failing when !feed.State.IsFailureTold && at - feed.State.FailingSince >= Patience => FeedNotice.Failing,
        _ => null,
    };
}
