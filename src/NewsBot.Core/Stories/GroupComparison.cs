using System.Runtime.InteropServices;

namespace NewsBot.Core.Stories;

/// <summary>Compares the words that most articles of one group share with the words of another group.</summary>
/// <remarks>
/// Two events of one kind share the words of that kind ('quake', 'magnitude', 'rescuers') and, article by article, look alike. What sets
/// them apart is in nearly every article of one and in none of the other: who, where, how many.
/// </remarks>
internal static class GroupComparison
{
    /// <summary>The fewest articles that have a core; the words of one or two articles are chance.</summary>
    public const int LeastArticles = 3;

    /// <summary>The most articles of a group that are compared; more need not be given.</summary>
    public const int MostArticles = 20;

    private const double CoreShare = 0.5;
    private const double CommonShare = 0.001;

    // A name and a year are in everything that is written about a president.
    private const double LeastCore = 30;

    /// <summary>The share of one group's core that the other group has too, weighted by rarity; the larger of both directions.</summary>
    /// <param name="first">The features of each article of a group; at least one article.</param>
    /// <param name="second">The other's.</param>
    /// <returns>0 to 1; a group of fewer than <see cref="LeastArticles"/> has no core.</returns>
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

    /// <summary>Per feature, the share of articles that hold it, and its rarity in news in general.</summary>
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
