namespace NewsBot.Sources;

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
}

/// <summary>Tells a file's format from its name, or else from its first bytes.</summary>
internal static class ArticleFormats
{
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
            _ => ArticleFormat.Unknown,
        };
    }

    /// <summary>The format that the text begins like; <see cref="ArticleFormat.PlainText"/> when it begins like no other.</summary>
    public static ArticleFormat ByContent(string head)
    {
        var text = head.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (text.StartsWith("{") || text.StartsWith("[{"))
            return ArticleFormat.Json;
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return ArticleFormat.Html;
        if (text.StartsWith("<?xml") || text.StartsWith("<rss") || text.StartsWith("<feed"))
            return ArticleFormat.Unknown;
        return text.StartsWith("---\n") || text.StartsWith("---\r\n") ? ArticleFormat.Markdown : ArticleFormat.PlainText;
    }
}
