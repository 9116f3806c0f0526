namespace NewsBot.Core.Articles;

/// <summary>One news article as it came in; its text is never changed.</summary>
public sealed record Article
{
    // Set by the text, which every article has.
    private readonly ArticleText body = null!;

    /// <summary>The id that came in, or one made at ingest from the canonical URL or the text; never empty.</summary>
    public required string Id { get; init; }

    /// <summary>One line, never empty: the given title, else the first line or first sentence of the text.</summary>
    public required string Title { get; init; }

    /// <summary>The address as it came in, http or https; null when there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet, as a name or a host ('Reuters', 'cnn.com'); null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>The author's name; null when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, UTC; midnight when only a date is known; null when unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 tag ('en', 'uk'); null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The file it was read from (name only), for articles that have no address; else null.</summary>
    public string? FileName { get; init; }

    /// <summary>The whole text, unchanged; never blank. Offsets everywhere count its UTF-16 units.</summary>
    public required string Body
    {
        get => body.Value;
        init => body = new ArticleText(value);
    }

    /// <summary>Packs <see cref="Body"/> into about half the memory. Each reading of it then unpacks it. For an article that is kept long and read seldom.</summary>
    internal void Pack() => body.Pack();
}
