namespace NewsBot.Sources.Feeds;

/// <summary>The result of fetching a feed.</summary>
internal abstract record PollOutcome
{
    private PollOutcome()
    {
    }

    /// <summary>It was read, or is still what was read before.</summary>
    /// <param name="HasNews">Whether it had items that were not seen before.</param>
    public sealed record Succeeded(bool HasNews) : PollOutcome
    {
        /// <summary>For how long the server calls its reply fresh; null when it does not say.</summary>
        public TimeSpan? MaxAge { get; init; }

        /// <summary>The fault of the text that was read, as one sentence; null for none.</summary>
        public string? Problem { get; init; }
    }

    /// <summary>It could not be fetched, or is not a feed.</summary>
    /// <param name="Reason">Why, as one sentence.</param>
    /// <param name="RetryAt">The time before which the server does not want to be asked again; null when it does not say.</param>
    public sealed record Failed(string Reason, DateTimeOffset? RetryAt) : PollOutcome;

    /// <summary>The server says that it is gone for good.</summary>
    /// <param name="Reason">The same as one sentence.</param>
    public sealed record Gone(string Reason) : PollOutcome;
}
