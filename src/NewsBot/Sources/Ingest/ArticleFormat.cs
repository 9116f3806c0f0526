using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Ingest;

/// <summary>How a file holds its articles.</summary>
internal enum ArticleFormat
{
    /// <summary>Not one of those below.</summary>
    Unknown,

    /// <summary>The file is the article's text.</summary>
    PlainText,

    /// <summary>Text with YAML front matter.</summary>
    Markdown,

    /// <summary>A saved page.</summary>
    Html,

    /// <summary>A JSON object, an array of them, or one after the other.</summary>
    Json,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,
}

/// <summary>Tells a format from a name, a type, or the first bytes.</summary>
internal static class ArticleFormats
{
    // The version of a JSON Feed, which usually comes first.
    private const string JsonFeed = "jsonfeed.org/version";

    /// <summary>The format that the name's ending stands for; '.gz' after it does not count.</summary>
    public static ArticleFormat ByName(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".txt" or ".text" => ArticleFormat.PlainText,
            ".md" or ".markdown" => ArticleFormat.Markdown,
            ".html" or ".htm" or ".xhtml" => ArticleFormat.Html,
            ".json" => ArticleFormat.Json,
            ".jsonl" or ".ndjson" => ArticleFormat.JsonLines,
            ".xml" or ".rss" or ".atom" or ".rdf" => ArticleFormat.Feed,
            _ => ArticleFormat.Unknown,
        };
    }

    /// <summary>The format of a file by its name, or else by its content; of what was fetched by its content, or else by its type and its name.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="head">How it begins.</param>
    public static ArticleFormat Of(ArticleOrigin origin, string head)
    {
        var named = ByName(origin.Address?.AbsolutePath ?? origin.Name);
        if (origin.Address is null && named is not (ArticleFormat.Unknown or ArticleFormat.Json))
            return named;
        var begins = ByContent(head);
        if (begins == ArticleFormat.Json && head.Contains(JsonFeed, StringComparison.Ordinal))
            return ArticleFormat.Feed;
        if (origin.Address is null)
            return named == ArticleFormat.Unknown ? begins : named;
        if (begins == ArticleFormat.Json)
            return named == ArticleFormat.JsonLines ? named : begins;
        if (begins != ArticleFormat.PlainText)
            return begins;
        if (origin.ContentType?.Split(';')[0].Contains("html", StringComparison.OrdinalIgnoreCase) == true || head.AsSpan().TrimStart().StartsWith("<"))
            return ArticleFormat.Html;
        return named == ArticleFormat.Markdown ? named : begins;
    }

    /// <summary>The format that the text begins like; <see cref="ArticleFormat.PlainText"/> when it begins like no other.</summary>
    private static ArticleFormat ByContent(string head)
    {
        var text = head.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (text.StartsWith("{") || text.StartsWith("[{"))
            return ArticleFormat.Json;
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return ArticleFormat.Html;
        if (text.StartsWith("<?xml") || text.StartsWith("<rss") || text.StartsWith("<feed") || text.StartsWith("<rdf"))
            return ArticleFormat.Feed;
        return text.StartsWith("---\n") || text.StartsWith("---\r\n") ? ArticleFormat.Markdown : ArticleFormat.PlainText;
    }
}
