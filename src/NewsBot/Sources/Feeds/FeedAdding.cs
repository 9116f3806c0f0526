namespace NewsBot.Sources.Feeds;

/// <summary>The result of a request to follow a feed.</summary>
internal abstract record FeedAdding
{
    private FeedAdding()
    {
    }

    /// <summary>It is followed now.</summary>
    /// <param name="Feed">The feed.</param>
    /// <param name="Site">The page that was named and that names the feed; null when the feed itself was named.</param>
    public sealed record Added(FollowedFeed Feed, string? Site) : FeedAdding;

    /// <summary>It was followed before.</summary>
    /// <param name="Feed">The feed.</param>
    public sealed record Followed(FollowedFeed Feed) : FeedAdding;

    /// <summary>It cannot be followed.</summary>
    /// <param name="Reason">Why, as one sentence.</param>
    public sealed record Refused(string Reason) : FeedAdding;
}
