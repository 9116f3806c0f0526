using System.Text.Json;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>What a page says of its article in JSON-LD (schema.org/NewsArticle); null for what it does not say.</summary>
internal sealed record LinkedData(string? Headline, string? Author, string? Publisher, string? Published)
{
    private const int MaxScriptChars = 200_000;

    private static readonly LinkedData Nothing = new(null, null, null, null);

    /// <summary>The first object in the page that has a publication date, else the first with a headline.</summary>
    public static LinkedData Find(IHtmlDocument page)
    {
        var best = Nothing;
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var json = script.TextContent;
            if (json.Length > MaxScriptChars)
                continue;
            try
            {
                using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                foreach (var found in Objects(document.RootElement).Select(Read))
                {
                    if (found.Published is not null)
                        return found;
                    if (best.Headline is null && found.Headline is not null)
                        best = found;
                }
            }
            catch (Exception failure) when (failure is JsonException or InvalidOperationException)
            {
                // A page's broken metadata is no reason to refuse its text.
            }
        }

        return best;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(Objects);
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element.TryGetProperty("@graph", out var graph) ? Objects(graph).Prepend(element) : [element];
    }

    private static LinkedData Read(JsonElement item) => new(
        Text(item, "headline"), Text(item, "author"), Text(item, "publisher"), Text(item, "datePublished"));

    private static string? Text(JsonElement item, string property)
    {
        if (!item.TryGetProperty(property, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => Text(value, "name"),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Name).OfType<string>()) is { Length: > 0 } names ? names : null,
            _ => null,
        };
    }

    private static string? Name(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Object ? Text(value, "name") : null;
}
