using NewsBot.Core.Articles;

namespace NewsBot.Core.Digests;

/// <summary>Finds the articles of a story that tell of what most of them tell of.</summary>
/// <remarks>A group may have drawn in articles that share its subject and not its event: they would lend it outlets that never reported it.</remarks>
internal static class StoryCore
{
    // Shares of the likeness that the most central article has with all of them.
    private const double LeastShare = 0.6;

    private const int MostArticles = 400;

    /// <summary>The core, in the order given.</summary>
    /// <param name="articles">At least one.</param>
    /// <returns>At least one; all when there are only two.</returns>
    public static IReadOnlyList<ArchivedArticle> Of(IReadOnlyList<ArchivedArticle> articles)
    {
        if (articles.Count <= 2)
            return articles;
        var profiles = articles.Take(MostArticles).Select(article => StoryProfile.Of(article.Article)).ToList();
        var centre = StoryProfile.Of(profiles);
        var likeness = profiles.ConvertAll(centre.Likeness);
        var least = likeness.Max() * LeastShare;
        return [.. articles.Take(MostArticles).Where((_, i) => likeness[i] >= least)];
    }
}
