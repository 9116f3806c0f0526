using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>The features of articles that are grouped again and again, each article read once; for one thread at a time.</summary>
/// <remarks>An article is known as an object: two that are equal are read both.</remarks>
internal sealed class StoryReadings
{
    private readonly StoryReader reader = new();
    private readonly Dictionary<Article, StoryFeature[]> features = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many articles were read.</summary>
    public int Count => features.Count;

    /// <summary>The article's features, see <see cref="StoryReader.Read(Article)"/>.</summary>
    public StoryFeature[] Of(Article article)
    {
        if (!features.TryGetValue(article, out var known))
            features.Add(article, known = reader.Read(article));
        return known;
    }

    /// <summary>Those of some articles only; what was not read of them is read when it is asked for.</summary>
    public StoryReadings Only(IEnumerable<Article> articles)
    {
        var few = new StoryReadings();
        foreach (var article in articles)
        {
            if (features.TryGetValue(article, out var known))
                few.features.Add(article, known);
        }

        return few;
    }
}
