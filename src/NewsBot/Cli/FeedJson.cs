using System.Text.Json;
using NewsBot.Sources.Feeds;

namespace NewsBot.Cli;

/// <summary>A feed as <c>newsbot feeds show --json</c> prints it; a contract with scripts, so names and order stay.</summary>
/// <param name="Updated">ISO 8601 in UTC, fractions of a second only where there are some; so are the other instants.</param>
internal sealed record FeedJson(
    string? Title,
    string? Link,
    string? Description,
    string? Language,
    string? Updated,
    IReadOnlyList<FeedJson.Item> Items)
{
    /// <summary>An item; <c>Categories</c> is empty where it has none, the others null.</summary>
    internal sealed record Item(
        string? Id,
        string? Title,
        string? Url,
        string? PublishedAt,
        string? UpdatedAt,
        string? Author,
        string? Summary,
        string? Content,
        IReadOnlyList<string> Categories);

    /// <summary>What stands in the place of a feed that could not be read.</summary>
    /// <param name="Source">As it was asked for.</param>
    /// <param name="Error">One sentence.</param>
    internal sealed record Failure(string Source, string Error)
    {
        /// <summary>One line of JSON.</summary>
        public string Write() => JsonSerializer.Serialize(this, CliJson.Readable.Failure);
    }

    /// <summary>The contract's form of a feed.</summary>
    public static FeedJson From(Feed feed) => new(
        feed.Title,
        feed.Link,
        feed.Description,
        feed.Language,
        WriteInstant(feed.UpdatedAt),
        [.. feed.Items.Select(From)]);

    /// <summary>One line of JSON; quotation marks and letters of every script stay as they are.</summary>
    public string Write() => JsonSerializer.Serialize(this, CliJson.Readable.FeedJson);

    private static Item From(FeedItem item) => new(
        item.Id,
        item.Title,
        item.Url,
        WriteInstant(item.PublishedAt),
        WriteInstant(item.UpdatedAt),
        item.Author,
        item.Summary,
        item.Content,
        item.Categories);

    private static string? WriteInstant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");
}
