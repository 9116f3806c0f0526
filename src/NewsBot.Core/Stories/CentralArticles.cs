using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>Finds the articles of a story that report one event.</summary>
/// <remarks>A group may hold articles that share its subject and not its event: they would lend it outlets that never reported it.</remarks>
internal static class CentralArticles
{
    // Similarity of titles and leads: two reports of one event mostly lie above, two of one subject below.
    private const double LeastSimilarity = 0.25;

    // A core's words together resemble each of its articles more than those resemble one another.
    private const double LeastSimilarityToAll = 0.35;

    // Every pair is compared; of a larger story only the first articles are.
    private const int MostArticles = 120;

    /// <summary>The articles that resemble the most central one, in the order given.</summary>
    /// <param name="articles">At least one.</param>
    /// <returns>At least one; all when there are only two.</returns>
    public static IReadOnlyList<ArchivedArticle> Of(IReadOnlyList<ArchivedArticle> articles)
    {
        if (articles.Count <= 2)
            return articles;
        var profiles = articles.Take(MostArticles).Select(article => StoryProfile.Of(article.Article)).ToList();
        var similarity = new double[profiles.Count, profiles.Count];
        for (var i = 0; i < profiles.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                similarity[i, j] = similarity[j, i] = profiles[i].Similarity(profiles[j]);
        }

        var numbers = Enumerable.Range(0, profiles.Count).ToList();
        var centre = numbers.MaxBy(i => numbers.Count(j => similarity[i, j] >= LeastSimilarity) + (numbers.Average(j => similarity[i, j]) / 2));
        return [.. numbers.Where(i => similarity[centre, i] >= LeastSimilarity).Select(i => articles[i])];
    }

    /// <summary>The articles of another time that report the event of a core, in the order given.</summary>
    public static IReadOnlyList<ArchivedArticle> Of(IReadOnlyList<ArchivedArticle> articles, StoryProfile core) =>
        [.. articles.Where(article => core.Similarity(StoryProfile.Of(article.Article)) >= LeastSimilarityToAll)];
}
