using NewsBot.Core.Articles;
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
        var read = Draft(page, page.Url).Finish(origin.Name, line: null);
        var isClaimed = page.Url is { } url && (origin.Address is null || CanonicalUrl.From(url) != CanonicalUrl.From(origin.Address.AbsoluteUri));
        return read is ReadResult.Found found && isClaimed && Draft(page, origin.Address?.AbsoluteUri).Finish(origin.Name, line: null) is ReadResult.Found apart
            ? found with { Apart = apart.Article }
            : read;
    }

    private static ArticleDraft Draft(Page page, string? url) => new()
    {
        Title = page.Title,
        Url = url,
        Source = page.Outlet,
        Author = page.Author,
        PublishedAt = page.PublishedAt,
        Language = page.Language,
        Body = page.Body!,
    };
}
