namespace NewsBot.Sources.Pages;

/// <summary>Reads a saved page as an article.</summary>
internal static class PageArticle
{
    /// <summary>The article, or the reason why there is none.</summary>
    public static ReadResult Read(string file, ReadOnlyMemory<byte> bytes)
    {
        if (PageReader.Read(bytes, contentType: null, address: null) is not { } page)
            return TextDecoding.NoText(file, bytes.Span);
        if (page.Body is null)
            return new ReadResult.Rejected(file, null, "holds no article text");
        return new ArticleDraft
        {
            Title = page.Title,
            Url = page.Url,
            Source = page.Outlet,
            Author = page.Author,
            PublishedAt = page.PublishedAt,
            Language = page.Language,
            Body = page.Body,
        }.Finish(file, line: null);
    }
}
