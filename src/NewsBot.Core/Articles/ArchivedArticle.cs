namespace NewsBot.Core.Articles;

/// <summary>An article as it is now, with the time at which the archive first had it.</summary>
/// <param name="Revision">The current revision.</param>
/// <param name="ArrivedAt">When the first revision came in, UTC, to the second.</param>
public sealed record ArchivedArticle(ArticleRevision Revision, DateTimeOffset ArrivedAt)
{
    /// <summary>The article.</summary>
    public Article Article => Revision.Article;
}
