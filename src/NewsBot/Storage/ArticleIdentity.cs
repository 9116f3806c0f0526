using NewsBot.Archive;
using NewsBot.Core.Articles;

namespace NewsBot.Storage;

/// <summary>Decides which stored article an incoming one is, and what is stored of it; the rules of <see cref="IArticleStore.AddAsync"/>, the same in every database.</summary>
internal static class ArticleIdentity
{
    /// <summary>Stores an article, or finds it stored.</summary>
    public static IngestOutcome Store(this IArticleBatch batch, Article article)
    {
        var canonical = article.Url is { } url ? CanonicalUrl.From(url) : null;
        var hash = ContentHash.Of(article.Body);
        var byAddress = canonical is null ? null : batch.FindByUrl(canonical);
        if (batch.FindById(article.Id) is { } same)
        {
            // One address has one article: where another article has it already, this one keeps the address that it had.
            var taken = canonical is null || (byAddress is not null && byAddress.ArticleKey != same.ArticleKey);
            return Meet(batch, same, article, taken ? same.CanonicalUrl : canonical, hash);
        }

        // Before the address: a text that stands under many addresses (a consent form) must not replace an article.
        if (batch.FindByText(hash) is { } copy)
        {
            // Found by its text alone, it says nothing about an article that has another address.
            if (copy.ArticleKey == byAddress?.ArticleKey || (copy.CanonicalUrl is null && byAddress is null))
                return Meet(batch, copy, article, canonical ?? copy.CanonicalUrl, hash);
            return IngestOutcome.Unchanged;
        }

        if (byAddress is not null)
            return Meet(batch, byAddress, article, canonical, hash);
        batch.Insert(article, canonical, hash);
        return IngestOutcome.Added;
    }

    /// <summary>Brings together what is stored of an article and what came in of it.</summary>
    private static IngestOutcome Meet(IArticleBatch batch, StoredArticleRow stored, Article article, string? canonical, string hash)
    {
        if (stored.ContentHash == hash)
        {
            if (Fill(stored.ToArticle(), article) is { } filled)
                batch.Replace(stored, filled, canonical, hash);
            return IngestOutcome.Unchanged;
        }

        // An older state that comes in again, from an old file or a second copy, is not news.
        if (batch.HadText(stored, hash))
            return IngestOutcome.Unchanged;
        batch.Replace(stored, article, canonical, hash);
        return IngestOutcome.Updated;
    }

    /// <summary>The stored metadata with its gaps filled from what came in; null when there is nothing to fill.</summary>
    private static Article? Fill(Article stored, Article given)
    {
        var filled = stored with
        {
            Url = stored.Url ?? given.Url,
            Source = stored.Source ?? given.Source,
            Author = stored.Author ?? given.Author,
            PublishedAt = stored.PublishedAt ?? given.PublishedAt,
            Language = stored.Language ?? given.Language,
            FileName = stored.FileName ?? given.FileName,
        };
        return filled == stored ? null : filled with { Body = given.Body };
    }
}
