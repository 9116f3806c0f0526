using NewsBot.Core.Articles;

namespace NewsBot.Storage;

/// <summary>The stored articles as a batch of new ones meets them: what was stored earlier in the batch is found, too.</summary>
internal interface IArticleBatch
{
    /// <summary>The article with this id, in its current revision; null when there is none.</summary>
    StoredArticleRow? FindById(string id);

    /// <summary>The article with this canonical address, in its current revision; null when there is none.</summary>
    StoredArticleRow? FindByUrl(string canonical);

    /// <summary>The article that first had this text, in its current revision; null when none ever had it.</summary>
    StoredArticleRow? FindByText(string hash);

    /// <summary>Whether any revision of the article has this text.</summary>
    bool HadText(StoredArticleRow stored, string hash);

    /// <summary>Stores an article that is new.</summary>
    void Insert(Article article, string? canonical, string hash);

    /// <summary>Stores a new revision of an article.</summary>
    void Replace(StoredArticleRow stored, Article article, string? canonical, string hash);
}
