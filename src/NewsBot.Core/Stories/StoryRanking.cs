namespace NewsBot.Core.Stories;

/// <summary>Puts stories into the order in which a reader wants them.</summary>
public static class StoryRanking
{
    /// <summary>After this time a story weighs half.</summary>
    public static readonly TimeSpan HalfLife = TimeSpan.FromHours(18);

    // What one article more weighs against one outlet more: an outlet may write ten times about its own subject.
    private const double ArticleWeight = 0.3;

    // Any large event has its comment and its live pages.
    private const double EnoughNews = 0.75;

    // Further down the list, a reader does not mind meeting a subject again.
    private const int VariedCount = 60;

    /// <summary>The stories, most important first; among the first, one about the subject of another gives way by as much as they share.</summary>
    /// <param name="stories">In any order.</param>
    /// <param name="asOf">What 'now' is.</param>
    /// <returns>Each once; ties by the first article's id.</returns>
    public static IReadOnlyList<Story> Order(IEnumerable<Story> stories, DateTimeOffset asOf)
    {
        var ordered = stories
            .Select(story => (Story: story, Importance: Importance(story, asOf)))
            .OrderByDescending(item => item.Importance)
            .ThenBy(item => item.Story.Articles[0].Id, StringComparer.Ordinal)
            .ToList();
        var varied = Vary(ordered[..Math.Min(VariedCount, ordered.Count)]);
        return [.. varied, .. ordered.Skip(VariedCount).Select(item => item.Story)];
    }

    /// <summary>
    /// (log2(1 + independent outlets) + 0.3 log2(1 + articles)) / 2^(age / <see cref="HalfLife"/>) : each doubling of the outlets adds
    /// as much. A story whose articles have a mean <see cref="NewsValue"/> below 0.75 loses by the square of what it lacks.
    /// </summary>
    /// <param name="asOf">What 'now' is; later reports count as of now.</param>
    /// <returns>At least 0; larger is more important. A story without a time counts as of now; one without any news is 0.</returns>
    public static double Importance(Story story, DateTimeOffset asOf)
    {
        var size = Math.Log2(1 + story.IndependentOutlets.Count) + (ArticleWeight * Math.Log2(1 + story.Articles.Count));
        var age = story.LastReport is { } last && last < asOf ? asOf - last : TimeSpan.Zero;
        var value = Math.Min(1, story.Articles.Average(NewsValue.Of) / EnoughNews);
        return size * value * value * Math.Pow(2, -(age / HalfLife));
    }

    /// <summary>Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): takes the best that is left, the subjects taken so far counted against it.</summary>
    private static List<Story> Vary(List<(Story Story, double Importance)> ordered)
    {
        var left = ordered.ConvertAll(item => (item.Story, item.Importance, Subject: new StorySubject(item.Story), Overlap: 0.0));
        var varied = new List<Story>(left.Count);
        while (left.Count > 0)
        {
            var best = 0;
            for (var i = 1; i < left.Count; i++)
            {
                if (left[i].Importance * (1 - left[i].Overlap) > left[best].Importance * (1 - left[best].Overlap))
                    best = i;
            }

            var taken = left[best];
            varied.Add(taken.Story);
            left.RemoveAt(best);
            left = left.ConvertAll(item => item with { Overlap = Math.Max(item.Overlap, item.Subject.Overlap(taken.Subject)) });
        }

        return varied;
    }
}
