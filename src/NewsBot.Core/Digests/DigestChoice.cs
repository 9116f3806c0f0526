using NewsBot.Core.Articles;

namespace NewsBot.Core.Digests;

/// <summary>Chooses the stories of a digest: the important ones, of different kinds, none twice.</summary>
internal static class DigestChoice
{
    // Comment, reviews and advice alone make no story of a digest.
    private const double LeastValue = 0.6;

    // Stories this alike are one that the grouping took apart.
    private const double Same = 0.45;

    // Of two stories of a kind, the second weighs this much less for each part of likeness.
    private const double Sameness = 1.5;

    // Those behind are less important by far, and each is compared with all chosen.
    private const int MostCandidates = 400;

    // A told story that now runs in so many times the outlets has become another.
    private const int MarkedGrowth = 2;
    private const int MarkedOutlets = 4;

    /// <summary>The stories, most important first.</summary>
    /// <param name="stories">Most important first.</param>
    /// <param name="request">How many, and what was told before.</param>
    /// <param name="tell">What the digest can say of a story; null when it has no sentence for it.</param>
    public static List<ToldStory> Choose(IEnumerable<WindowStory> stories, DigestRequest request, Func<WindowStory, StoryTelling?> tell)
    {
        var candidates = stories.Where(story => story.Value >= LeastValue).Take(MostCandidates).ToList();
        var weights = candidates.ConvertAll(story => story.Importance);
        var chosen = new List<ToldStory>();
        while (chosen.Count < request.MaxStories)
        {
            var best = -1;
            for (var i = 0; i < weights.Count; i++)
            {
                if (weights[i] > 0 && (best < 0 || weights[i] > weights[best]))
                    best = i;
            }

            if (best < 0)
                break;
            weights[best] = 0;
            var story = candidates[best];
            if (Tell(story, request.Told, tell) is not { } told)
                continue;
            chosen.Add(told);
            for (var i = 0; i < weights.Count; i++)
            {
                if (weights[i] > 0)
                    weights[i] = Reweigh(weights[i], story.Profile.Likeness(candidates[i].Profile));
            }
        }

        return chosen;
    }

    private static double Reweigh(double weight, double likeness) => likeness >= Same ? 0 : weight * Math.Max(0, 1 - (Sameness * likeness));

    private static ToldStory? Tell(WindowStory story, IReadOnlySet<string> told, Func<WindowStory, StoryTelling?> tell)
    {
        if (told.Count == 0 || !(story.Core.Any(IsTold) || story.Earlier.Any(IsTold)))
            return tell(story) is { } whole ? new ToldStory(story, whole, IsNew: story.Earlier.Count == 0) : null;

        // What was told is what went before, whenever it was published.
        if (story.Without(IsTold) is not { } fresh)
            return null;
        List<ArchivedArticle> before = [.. story.Earlier, .. story.Articles.Where(IsTold)];
        var telling = StoryTelling.Of(new WindowStory(fresh.Articles, before, fresh.To));
        if (telling is null || (telling.Changed is null && !HasGrown(before.Where(IsTold), story.Articles)))
            return null;
        return new ToldStory(story, telling, IsNew: false);

        bool IsTold(ArchivedArticle article) => told.Contains(article.Article.Id);
    }

    private static bool HasGrown(IEnumerable<ArchivedArticle> told, IEnumerable<ArchivedArticle> articles)
    {
        var before = new Story([.. told.Select(article => article.Article)], "").IndependentOutlets.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var now = new Story([.. articles.Select(article => article.Article)], "").IndependentOutlets.Count(outlet => !before.Contains(outlet));
        return now >= Math.Max(MarkedOutlets, before.Count * (MarkedGrowth - 1));
    }
}
