using AngleSharp.Html.Dom;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Pages;

/// <summary>Reads web pages: the article's text, what the page says of it, and the feeds that it names.</summary>
internal static class PageReader
{
    // When the text in JSON-LD is taken instead of what the page shows: it is an article, and twice as long.
    private const int MinLinkedChars = 300;
    private const int MinTimesLonger = 2;

    /// <summary>The content of the page.</summary>
    /// <param name="bytes">The page as it was sent, or saved.</param>
    /// <param name="contentType">The value of the header Content-Type, which may name the encoding; null when there was none.</param>
    /// <param name="address">Where the page was read from, after redirects; null when not known.</param>
    /// <param name="readAt">When that was: the page's date is not later.</param>
    /// <returns>Null when the bytes are not text.</returns>
    public static Page? Read(ReadOnlyMemory<byte> bytes, string? contentType, Uri? address, DateTimeOffset readAt)
    {
        using var page = Parse(bytes, contentType);
        if (page is null)
            return null;
        var linked = LinkedData.Find(page);
        var metadata = PageMetadata.Read(page, linked, address, readAt);
        var body = PageBody.Find(page, metadata.Title);
        // A page that is put together by scripts has its article in JSON-LD only.
        if (linked.Body is { Length: >= MinLinkedChars } text && text.Length > body.Length * MinTimesLonger)
            body = PageBody.OfMarkup(text);
        if (PageNotices.IsNoArticle(metadata.Title, body))
            body = "";
        return metadata with { Body = body.Length > 0 ? body : null, Feeds = FeedLinks.Find(page, address) };
    }

    /// <summary>The absolute addresses of the feeds that a page names, in order, each once; empty when it names none, or is not text.</summary>
    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<string> FindFeeds(ReadOnlyMemory<byte> bytes, string? contentType, Uri? address)
    {
        using var page = Parse(bytes, contentType);
        return page is null ? [] : FeedLinks.Find(page, address);
    }

    private static IHtmlDocument? Parse(ReadOnlyMemory<byte> bytes, string? contentType) =>
        SourceEncoding.DecodePage(bytes.Span, contentType) is { } html ? PageParser.Parse(html) : null;
}
