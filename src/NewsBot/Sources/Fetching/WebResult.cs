namespace NewsBot.Sources.Fetching;

/// <summary>The result of a fetch.</summary>
internal abstract record WebResult
{
    private WebResult()
    {
    }

    /// <summary>A body.</summary>
    /// <param name="Address">Where it was in the end; without a fragment.</param>
    /// <param name="Body">Unpacked; may be empty.</param>
    /// <param name="ContentType">The header as it was sent; null for none.</param>
    public sealed record Fetched(Uri Address, byte[] Body, string? ContentType) : WebResult
    {
        /// <summary>Where the address has moved for good: set when there were redirects and each one from the first on is permanent (301, 308).</summary>
        public Uri? MovedTo { get; init; }

        /// <summary>The tag to ask with next time; null for none.</summary>
        public string? ETag { get; init; }

        /// <summary>The date to ask with next time, as it was written; null for none.</summary>
        public string? LastModified { get; init; }

        /// <summary>For how long the reply stays fresh, as it says itself, from now; null when it does not say.</summary>
        public TimeSpan? MaxAge { get; init; }
    }

    /// <summary>The server has the same copy as the caller.</summary>
    /// <param name="Address">Where it was in the end; without a fragment.</param>
    public sealed record NotModified(Uri Address) : WebResult
    {
        /// <inheritdoc cref="Fetched.MovedTo"/>
        public Uri? MovedTo { get; init; }

        /// <inheritdoc cref="Fetched.ETag"/>
        public string? ETag { get; init; }

        /// <inheritdoc cref="Fetched.LastModified"/>
        public string? LastModified { get; init; }

        /// <inheritdoc cref="Fetched.MaxAge"/>
        public TimeSpan? MaxAge { get; init; }
    }

    /// <summary>Nothing.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="Sentence">Why, as one sentence for people: 'The server says that there is nothing (404).' Holds nothing that the server wrote.</param>
    public sealed record Failed(WebFailure Failure, string Sentence) : WebResult
    {
        /// <summary>The HTTP status; null when there was none, or it is not the reason.</summary>
        public int? StatusCode { get; init; }

        /// <summary>The time before which the server does not want to be asked again, a week from now at most; null when it does not say.</summary>
        public DateTimeOffset? RetryAt { get; init; }

        /// <summary>Whether the same request may well succeed later.</summary>
        public bool IsTransient => Failure is WebFailure.NameNotFound or WebFailure.ConnectionFailed or WebFailure.Timeout
            or WebFailure.TooManyRequests or WebFailure.ServerError;
    }
}
