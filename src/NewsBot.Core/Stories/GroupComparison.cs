using System.Runtime.InteropServices;

namespace NewsBot.Core.Stories;

/// <summary>Compares what most articles of one group say with what the other group says.</summary>
/// <remarks>
/// Two events of one kind share the words of that kind ('quake', 'magnitude', 'rescuers') and, article by article, look alike. What sets
/// them apart is what nearly every article of one tells and none of the other does: who, where, how many.
/// </remarks>
internal static class GroupComparison
{
    /// <summary>From so many articles a group has a core; what one or two articles say is chance.</summary>
    public const int LeastArticles = 3;

    /// <summary>So many articles of a large group speak for it; more need not be given.</summary>
    public const int MostArticles = 20;

    private const double CoreShare = 0.5;
    private const double CommonShare = 0.001;

    // A name and a year are the core of everything that is written about a president.
    private const double LeastCore = 30;

    /// <summary>The share of one group's core that the other group tells as well, weighted by rarity; the larger of both directions.</summary>
    /// <param name="first">The features of each article of a group; at least one article.</param>
    /// <param name="second">The other's.</param>
    /// <returns>0 to 1; a group of fewer than <see cref="LeastArticles"/> has no core of its own.</returns>
    public static double Agreement(IReadOnlyList<StoryFeature[]> first, IReadOnlyList<StoryFeature[]> second)
    {
        var (one, other) = (SharesOf(first), SharesOf(second));
        return Math.Max(
            first.Count < LeastArticles ? 0 : ToldShare(one, other),
            second.Count < LeastArticles ? 0 : ToldShare(other, one));
    }

    private static double ToldShare(Dictionary<ulong, (double Share, float Weight)> core, Dictionary<ulong, (double Share, float Weight)> other)
    {
        var (told, total) = (0.0, 0.0);
        foreach (var (key, (share, weight)) in core)
        {
            if (share < CoreShare)
                continue;
            total += weight;
            if (other.TryGetValue(key, out var found))
                told += weight * Math.Min(1, found.Share / share);
        }

        return told / Math.Max(total, LeastCore);
    }

    /// <summary>Per feature the share of articles that hold it, and its rarity in news at large.</summary>
    private static Dictionary<ulong, (double Share, float Weight)> SharesOf(IReadOnlyList<StoryFeature[]> articles)
    {
        var shares = new Dictionary<ulong, (double Share, float Weight)>();
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var feature in articles[i])
            {
                // A person's words stand among the names already.
                if (feature.Evidence == StoryEvidence.Persons)
                    continue;
                ref var share = ref CollectionsMarshal.GetValueRefOrAddDefault(shares, feature.Key, out _);
                share = (share.Share + (1.0 / articles.Count), (float)-Math.Log(feature.Share + CommonShare));
            }
        }

        return shares;
    }
}
