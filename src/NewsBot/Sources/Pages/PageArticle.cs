using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Pages;

/// <summary>Reads a page, saved or fetched, as an article.</summary>
internal static class PageArticle
{
    /// <summary>The article, or the reason why there is none.</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, ArticleOrigin origin)
    {
        if (PageReader.Read(bytes, origin.ContentType, origin.Address, origin.ReadAt) is not { } page)
            return ReadResult.NoText(origin.Name, bytes.Span);
        if (page.Body is null)
            return new ReadResult.Rejected(origin.Name, null, "holds no article text");
        return new ArticleDraft
        {
            Title = page.Title,
            Url = page.Url,
            Source = page.Outlet,
            Author = page.Author,
            PublishedAt = page.PublishedAt,
            Language = page.Language,
            Body = page.Body,
        }.Finish(origin.Name, line: null);
    }
}
