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

    /// <summary>What a group is compared by. It takes longer to make than to compare.</summary>
    /// <param name="articles">The features of each article of a group; at least one article, of more than <see cref="MostArticles"/> the first.</param>
    public static GroupWords WordsOf(IReadOnlyList<StoryFeature[]> articles)
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

        List<(ulong, double, float)> core = articles.Count < LeastArticles
            ? []
            : [.. shares.Where(word => word.Value.Share >= CoreShare).Select(word => (word.Key, word.Value.Share, word.Value.Weight))];
        return new GroupWords(shares.ToDictionary(word => word.Key, word => word.Value.Share), core);
    }

    /// <summary>The share of one group's core that the other group has too, weighted by rarity; the larger of both directions.</summary>
    /// <returns>0 to 1; a group of fewer than <see cref="LeastArticles"/> has no core.</returns>
    public static double Agreement(GroupWords first, GroupWords second) => Math.Max(ToldShare(first, second), ToldShare(second, first));

    private static double ToldShare(GroupWords first, GroupWords second)
    {
        var (told, total) = (0.0, 0.0);
        foreach (var (key, share, weight) in first.Core)
        {
            total += weight;
            if (second.Shares.TryGetValue(key, out var found))
                told += weight * Math.Min(1, found / share);
        }

        return told / Math.Max(total, LeastCore);
    }
}

/// <summary>The words of a group of articles.</summary>
/// <param name="Shares">By feature the share of the articles that hold it, above 0, at most 1.</param>
/// <param name="Core">Those that most articles hold, with their rarity in news in general; empty for a group of one or two.</param>
internal sealed record GroupWords(Dictionary<ulong, double> Shares, IReadOnlyList<(ulong Key, double Share, float Weight)> Core);
