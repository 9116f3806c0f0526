namespace NewsBot.Sources.Feeds;

/// <summary>The result of a poll, as the store keeps it.</summary>
/// <param name="State">Its state from now on, except <see cref="FeedState.Items"/> and <see cref="FeedState.IsFailureTold"/>, which the store keeps.</param>
internal sealed record FeedPoll(long FeedId, FeedState State)
{
    /// <inheritdoc cref="FeedSettings.Title"/>
    /// <remarks>Null leaves what is known.</remarks>
    public string? Title { get; init; }

    /// <inheritdoc cref="FeedSettings.Link"/>
    /// <remarks>Null leaves what is known.</remarks>
    public string? Link { get; init; }

    /// <inheritdoc cref="FeedSettings.Language"/>
    /// <remarks>Null leaves what is known.</remarks>
    public string? Language { get; init; }

    /// <summary>Where it moved for good, if it did; null when it did not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The items that are new or changed.</summary>
    public IReadOnlyList<SeenItem> Items { get; init; } = [];
}
