namespace NewsBot.Sources.Feeds;

/// <summary>What reading a feed's text gave.</summary>
internal abstract record FeedReadResult
{
    private FeedReadResult()
    {
    }

    /// <summary>A feed.</summary>
    /// <param name="Feed">What was understood.</param>
    /// <param name="Problem">What was wrong with the text, as one sentence, when it was read only as far as it goes; null when all of it was read.</param>
    public sealed record Found(Feed Feed, string? Problem) : FeedReadResult;

    /// <summary>A text that is no feed.</summary>
    /// <param name="Reason">One sentence: 'This is a web page, not a feed.'</param>
    /// <param name="IsPage">Whether it looks like a web page, which may name a feed.</param>
    public sealed record NotAFeed(string Reason, bool IsPage) : FeedReadResult;
}
