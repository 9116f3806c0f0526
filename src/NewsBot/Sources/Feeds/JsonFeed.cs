using System.Text.Json;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
/// <remarks>https://www.jsonfeed.org/version/1.1/</remarks>
internal static class JsonFeed
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>The feed that the text holds.</summary>
    /// <param name="text">Decoded.</param>
    /// <param name="address">The base of its addresses; null when unknown.</param>
    /// <param name="problem">The fault of the bytes; null for none.</param>
    public static FeedReadResult Read(string text, string? address, string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var root = document.RootElement;
            JsonElement items = default;
            if (root.ValueKind != JsonValueKind.Object
                || (!root.TryGetProperty("items", out items) && Line(root, "version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) != true))
                return new FeedReadResult.NotAFeed("This is JSON, but no feed.", IsPage: false);
            var entries = items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object) : [];
            var feed = new Feed
            {
                Title = Line(root, "title"),
                Link = FeedUri.Resolve(address, Line(root, "home_page_url")),
                Description = Line(root, "description"),
                Language = Line(root, "language"),
                Items = [.. entries.Take(FeedReader.MaxItems).Select(item => Item(item, address, Author(root)))],
            };
            var count = items.ValueKind == JsonValueKind.Array ? items.GetArrayLength() : 0;
            return new FeedReadResult.Found(feed, count > FeedReader.MaxItems ? $"The feed has {count:N0} items; more than {FeedReader.MaxItems:N0} are left out." : problem);
        }
        catch (JsonException)
        {
            return new FeedReadResult.NotAFeed("This is broken JSON.", IsPage: false);
        }
    }

    private static FeedItem Item(JsonElement item, string? address, string? feedAuthor)
    {
        var id = Line(item, "id");
        var topics = new FeedTopics();
        if (item.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            foreach (var tag in tags.EnumerateArray())
                topics.Add(tag.ValueKind == JsonValueKind.String ? tag.GetString() : null);
        }

        var updated = SourceDate.ReadLoosely(Line(item, "date_modified"));
        var html = Text(item, "content_html");
        return new FeedItem
        {
            Id = id,
            Title = Line(item, "title"),
            Url = FeedUri.Resolve(address, Line(item, "url")) ?? FeedUri.Resolve(address, Line(item, "external_url")) ?? (FeedUri.IsWeb(id) ? id : null),
            PublishedAt = SourceDate.ReadLoosely(Line(item, "date_published")) ?? updated,
            UpdatedAt = updated,
            Author = Author(item) ?? feedAuthor,
            Summary = Text(item, "summary"),
            Content = html is null ? Text(item, "content_text") : MarkupAddresses.MakeAbsolute(html, address),
            IsTitlePlain = true,
            IsSummaryPlain = true,
            IsContentPlain = html is null,
            Categories = topics.All,
        };
    }

    private static string? Author(JsonElement owner)
    {
        if (owner.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            foreach (var author in authors.EnumerateArray())
            {
                if (Line(author, "name") is { } name)
                    return name;
            }
        }

        return owner.TryGetProperty("author", out var single) ? single.ValueKind == JsonValueKind.String ? ElementText.Finish(single.GetString()) : Line(single, "name") : null;
    }

    private static string? Line(JsonElement owner, string name) => ElementText.Finish(Value(owner, name), ElementText.MaxLineLength);

    private static string? Text(JsonElement owner, string name) => ElementText.Finish(Value(owner, name));

    private static string? Value(JsonElement owner, string name) =>
        owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            // Ids are strings, and written as numbers all the same.
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
