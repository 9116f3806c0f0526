namespace NewsBot.Sources.Feeds;

/// <summary>What administrators are to be told about a feed.</summary>
internal enum FeedNotice
{
    /// <summary>It has failed for a day, or is gone.</summary>
    Failing,

    /// <summary>It is back, after they were told that it fails.</summary>
    Back,
}

/// <summary>Decides what administrators are told.</summary>
internal static class FeedNotices
{
    /// <summary>How long a feed fails before they are told; most failures pass sooner.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>What is to be told about a feed now; null for nothing.</summary>
    public static FeedNotice? DueFor(FollowedFeed feed, DateTimeOffset at) => feed.Health switch
    {
        FeedHealth.Ok when feed.State.IsFailureTold => FeedNotice.Back,
        FeedHealth.Gone when !feed.State.IsFailureTold => FeedNotice.Failing,
        FeedHealth.Failing when !feed.State.IsFailureTold && at - feed.State.FailingSince >= Patience => FeedNotice.Failing,
        _ => null,
    };
}
