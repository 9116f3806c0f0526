namespace NewsBot.Core.Retrieval;

/// <summary>Joins the ranking by words with the ranking by meaning: adds up a passage's worth in each.</summary>
/// <remarks>
/// A convex combination of scores, which keeps by how much one passage is ahead of another; it needs fewer questions to be tuned than reciprocal ranks and ranks better (Bruch, Gai
/// and Ingber, An Analysis of Fusion Functions for Hybrid Retrieval, ACM TOIS 42, 2023). The words' scores have the unit of the query's weights already; similarities, whose range
/// is each model's own, are stretched over the hits of the one search.
/// </remarks>
public static class RankFusion
{
    /// <summary>How many passages that are near in meaning join those that hold the question's words.</summary>
    public const int Hits = 100;

    /// <summary>The worth of each hit, from 1 for the nearest to 0 for the last; 1 for all when they are equally near.</summary>
    /// <param name="hits">Nearest first.</param>
    public static double[] Worths(IReadOnlyList<VectorHit> hits)
    {
        var worths = new double[hits.Count];
        for (var i = 0; i < worths.Length; i++)
        {
            var range = hits[0].Similarity - hits[^1].Similarity;
            worths[i] = range > 0 ? (hits[i].Similarity - hits[^1].Similarity) / range : 1;
        }

        return worths;
    }
}
