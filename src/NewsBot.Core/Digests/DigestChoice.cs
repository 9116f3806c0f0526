using NewsBot.Core.Articles;
using NewsBot.Core.Stories;

namespace NewsBot.Core.Digests;

/// <summary>Chooses the stories of a digest: the important ones, of different kinds, none twice.</summary>
internal static class DigestChoice
{
    // Comment, reviews and advice alone make no story of a digest.
    private const double LeastValue = 0.6;

    // Stories this alike are one that the grouping took apart.
    private const double Same = 0.45;

    // The second of two similar stories loses this much weight for each part of similarity.
    private const double Sameness = 1.5;

    // Those behind are less important by far, and each is compared with all chosen.
    private const int MostCandidates = 400;

    // A story counts as changed when this many more outlets have it, and at least as many as had it before.
    private const int MarkedOutlets = 4;

    // A story goes on when several outlets report facts that are mostly in no article of an earlier digest.
    private const int SeveralOutlets = 3;
    private const double MostKnown = 0.5;
    private const int MaxReadChars = 4_000;

    /// <summary>The stories, most important first.</summary>
    /// <param name="stories">Most important first.</param>
    /// <param name="request">How many stories, and which articles earlier digests had.</param>
    /// <param name="tell">The summary of a story; null when no sentence of it can stand alone.</param>
    public static List<ChosenStory> Choose(IEnumerable<CandidateStory> stories, DigestRequest request, Func<CandidateStory, StorySummary?> tell)
    {
        var candidates = stories.Where(story => story.Value >= LeastValue).Take(MostCandidates).ToList();
        var weights = candidates.ConvertAll(story => story.Importance);
        var chosen = new List<ChosenStory>();
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
                    weights[i] = Reweigh(weights[i], story.Profile.Similarity(candidates[i].Profile));
            }
        }

        return chosen;
    }

    private static double Reweigh(double weight, double similarity) => similarity >= Same ? 0 : weight * Math.Max(0, 1 - (Sameness * similarity));

    private static ChosenStory? Tell(CandidateStory story, IReadOnlySet<string> told, Func<CandidateStory, StorySummary?> tell)
    {
        if (told.Count == 0 || !(story.Core.Any(IsTold) || story.Earlier.Any(IsTold)))
            return tell(story) is { } whole ? new ChosenStory(story, whole, IsNew: story.Earlier.Count == 0) : null;

        // The articles of earlier digests count as the past, whenever they were published.
        if (story.Without(IsTold) is not { } fresh)
            return null;
        List<ArchivedArticle> before = [.. story.Earlier, .. story.Articles.Where(IsTold)];
        var telling = StorySummary.Of(new CandidateStory(fresh.Articles, before, fresh.To));
        var toldArticles = before.FindAll(IsTold);
        var isWorthTelling = telling is not null && (telling.Changed is not null || HasGrown(toldArticles, fresh) || SaysNews(telling, toldArticles, fresh));
        return isWorthTelling ? new ChosenStory(fresh, telling!, IsNew: false) : null;

        bool IsTold(ArchivedArticle article) => told.Contains(article.Article.Id);
    }

    /// <summary>Whether many more outlets tell it now.</summary>
    private static bool HasGrown(List<ArchivedArticle> told, CandidateStory fresh)
    {
        var before = new Story([.. told.Select(article => article.Article)], "").IndependentOutlets.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return fresh.Story.IndependentOutlets.Count(outlet => !before.Contains(outlet)) >= Math.Max(MarkedOutlets, before.Count);
    }

    /// <summary>Whether several outlets go on with it, and the new summary was in no earlier digest.</summary>
    private static bool SaysNews(StorySummary telling, List<ArchivedArticle> told, CandidateStory fresh)
    {
        if (fresh.Story.IndependentOutlets.Count < SeveralOutlets)
            return false;
        var words = StoryProfile.WordsOf(telling.Sentences[0].Text);
        return told.TrueForAll(article => words.Count(StoryProfile.WordsOf(article.Article.Title + "\n" + Start(article.Article.Body)).Contains) < MostKnown * words.Count);
    }

    private static string Start(string body) => body[..Math.Min(body.Length, MaxReadChars)];
}

/// <summary>A story that was chosen for a digest, with its summary.</summary>
/// <param name="Story">The whole of it in the window.</param>
/// <param name="Summary">What is said.</param>
/// <param name="IsNew">Whether it began in the window, and no earlier digest had it.</param>
internal sealed record ChosenStory(CandidateStory Story, StorySummary Summary, bool IsNew);
