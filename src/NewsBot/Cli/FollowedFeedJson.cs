using System.Text.Json;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary>What <c>feeds list --json</c> prints, a line a feed.</summary>
/// <param name="State">'new', 'ok', 'failing', 'paused' or 'gone'.</param>
/// <param name="Problem">Why it fails, or what was wrong with what was read; null for nothing.</param>
internal sealed record FollowedFeedJson(
    long Id,
    string? Title,
    string Address,
    string? Site,
    string? Folder,
    string FullText,
    string State,
    string? Problem,
    DateTimeOffset? FailingSince,
    int Failures,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? LastTry,
    DateTimeOffset? NextDue,
    long Items)
{
    /// <summary>The contract's form of a feed.</summary>
    public static FollowedFeedJson From(FollowedFeed feed)
    {
        var (subscription, state) = feed;
        return new FollowedFeedJson(
            subscription.Id,
            subscription.Title,
            subscription.Address,
            subscription.Link,
            subscription.Folder,
            subscription.FullText.ToString().ToLowerInvariant(),
            feed.Health.ToString().ToLowerInvariant(),
            state.Problem,
            state.FailingSince,
            state.FailuresInRow,
            state.LastSuccessAt,
            state.LastTryAt,
            subscription.IsPaused ? null : state.NextDueAt,
            state.Items);
    }

    /// <summary>One line of JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, CliJson.Readable.FollowedFeedJson);
}
