namespace NewsBot.Core.Digests;

/// <summary>Puts stories into the order in which a reader wants to hear of them.</summary>
public static class StoryRanking
{
    /// <summary>After this time a story weighs half.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromHours(18);

    // What one article more weighs against one outlet more: an outlet may write ten times about its own subject.
    private const double ArticleWeight = 0.3;

    /// <summary>The stories, most important first.</summary>
    /// <param name="stories">In any order.</param>
    /// <param name="asOf">What 'now' is.</param>
    /// <returns>Each once; ties by the first article's id.</returns>
    public static IReadOnlyList<Story> Order(IEnumerable<Story> stories, DateTimeOffset asOf) =>
        [.. stories.OrderByDescending(story => Importance(story, asOf)).ThenBy(story => story.Articles[0].Id, StringComparer.Ordinal)];

    /// <summary>
    /// (log2(1 + independent outlets) + 0.3 log2(1 + articles)) / 2^(age / <see cref="HalfLife"/>): each doubling of the outlets adds as much.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="asOf">What 'now' is; later reports count as of now.</param>
    /// <returns>Above 0; larger is more important. A story without a time counts as of now.</returns>
    public static double Importance(Story story, DateTimeOffset asOf)
    {
        var size = Math.Log2(1 + story.IndependentOutlets.Count) + (ArticleWeight * Math.Log2(1 + story.Articles.Count));
        var age = story.LastReport is { } last && last < asOf ? asOf - last : TimeSpan.Zero;
        return size * Math.Pow(2, -(age / HalfLife));
    }
}
