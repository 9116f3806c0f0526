namespace NewsBot.Sources.Feeds;

/// <summary>The result of reading a feed's text.</summary>
internal abstract record FeedReadResult
{
    private FeedReadResult()
    {
    }

    /// <summary>A feed.</summary>
    /// <param name="Feed">Its content.</param>
    /// <param name="Problem">The fault of the text, as one sentence, when not all of it could be read; else null.</param>
    public sealed record Found(Feed Feed, string? Problem) : FeedReadResult;

    /// <summary>A text that is not a feed.</summary>
    /// <param name="Reason">One sentence: 'This is a web page, not a feed.'</param>
    /// <param name="IsPage">Whether it looks like a web page, which may name a feed.</param>
    public sealed record NotAFeed(string Reason, bool IsPage) : FeedReadResult;
}
