namespace NewsBot.Sources.Pages;

/// <summary>A web page's article and its metadata; a string is one line and not blank, except <see cref="Body"/>.</summary>
internal sealed record Page
{
    /// <summary>The article's own headline, without the outlet's name; null when the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>The authors' names, joined by commas; null when it names nobody.</summary>
    public string? Author { get; init; }

    /// <summary>UTC; null when it does not say, or in no form that can be read.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The outlet's name, or its host where the page does not name it and its address is known; null otherwise.</summary>
    public string? Outlet { get; init; }

    /// <summary>BCP 47 tag ('en-GB'); null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The address that the page gives as its own, absolute, else the one it was read from; null when there is neither.</summary>
    public string? Url { get; init; }

    /// <summary>The article's paragraphs in order, a blank line between two; null when the page has no article text.</summary>
    public string? Body { get; init; }

    /// <summary>Absolute addresses of the feeds that the page names, in order, each once.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];
}
