using System.Runtime.InteropServices;

namespace NewsBot.Core.Stories;

/// <summary>Finds the articles that resemble a new one, by an inverted index of their features; for one thread at a time.</summary>
/// <remarks>
/// Two articles are as alike as the weighted mean of their cosines over the kinds of <see cref="StoryEvidence"/>, 0 to 1; a kind that
/// one of them lacks counts as 0. Within a kind a feature weighs tf / (tf + <see cref="HalfCount"/>) times its inverse document
/// frequency, counted over the articles held and <see cref="PriorArticles"/> of news at large. Every vector is lengthened by
/// <see cref="Unsaid"/>, so that two articles that share their only number are not alike in numbers.
/// </remarks>
internal sealed class StoryIndex
{
    // In the order of StoryEvidence. These, and all constants here, are round numbers on a plateau of ECB+ (Cybulska and Vossen,
    // LREC 2014), taken by the mean over topics that took no part in the choice, for whole articles and for their first 15 to 60 words alike.
    private static readonly double[] Weights = [0.4, 0.2, 0.2, 0.2];
    private const double PriorArticles = 500;
    private const double HalfCount = 1;
    private const double Unsaid = 3;

    // Below this, similarity is noise: a third of what holds a story together.
    private const float LeastSimilarity = 0.06f;

    // Bounds on the work for one article, for any number of articles held: a feature of this many others tells no event
    // from another, and an event is known by the articles that resemble it most.
    private const int MostPostings = 2_000;
    private const int MostAlike = 50;

    private readonly Dictionary<ulong, Postings> postings = [];
    private readonly List<int> touched = [];

    // The least alike of those found comes out first, of equals the later one.
    private readonly PriorityQueue<int, (float Similarity, int Order)> best = new();
    private float[] scores = new float[1024];
    private int held;

    /// <summary>Counts an article's features; comes before <see cref="Add"/>, for every article of a batch, so that they weigh alike.</summary>
    public void Count(StoryFeature[] features)
    {
        held++;
        foreach (var feature in features)
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, feature.Key, out _);
            found ??= new Postings();
            found.Articles++;
        }
    }

    /// <summary>Adds an article under a new number, and finds the earlier ones that resemble it.</summary>
    /// <param name="article">The article's number, small: arrays are as long as the largest.</param>
    /// <param name="features">What was counted.</param>
    /// <param name="into">Empty; receives the 50 others most alike, the most alike first, and their similarity, above 0, at most 1.</param>
    public void Add(int article, StoryFeature[] features, List<(int Article, float Similarity)> into)
    {
        if (article >= scores.Length)
            Array.Resize(ref scores, Math.Max(article + 1, scores.Length * 2));
        var weights = Weigh(features);
        for (var i = 0; i < features.Length; i++)
        {
            if (weights[i] <= 0)
                continue;
            var items = postings[features[i].Key].Items;
            if (items.Count >= MostPostings)
                continue;
            foreach (var (other, weight) in CollectionsMarshal.AsSpan(items))
            {
                if (scores[other] == 0)
                    touched.Add(other);
                scores[other] += weight * weights[i];
            }

            items.Add((article, weights[i]));
        }

        foreach (var other in touched)
        {
            if (scores[other] >= LeastSimilarity)
            {
                best.Enqueue(other, (Math.Min(1, scores[other]), -other));
                if (best.Count > MostAlike)
                    best.Dequeue();
            }

            scores[other] = 0;
        }

        touched.Clear();
        while (best.TryDequeue(out var other, out var rank))
            into.Add((other, rank.Similarity));
        into.Reverse();
    }

    /// <summary>Removes articles; their numbers may be used again.</summary>
    /// <param name="isGone">Asked by number.</param>
    /// <param name="features">All that the articles let go of were counted with.</param>
    public void Remove(Predicate<int> isGone, IReadOnlyCollection<StoryFeature[]> features)
    {
        held -= features.Count;
        foreach (var article in features)
        {
            foreach (var feature in article)
                postings[feature.Key].Articles--;
        }

        foreach (var (key, found) in postings)
        {
            if (found.Articles == 0)
                postings.Remove(key);
            else
                found.Items.RemoveAll(item => isGone(item.Article));
        }
    }

    /// <summary>The weight of each feature, such that the product of two articles' weights sums up to their similarity.</summary>
    private float[] Weigh(StoryFeature[] features)
    {
        Span<double> squares = stackalloc double[Weights.Length];
        squares.Clear();
        var weights = new float[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            var feature = features[i];
            var rarity = Math.Log((held + PriorArticles + 1) / (postings[feature.Key].Articles + (PriorArticles * feature.Share) + 0.5));
            var weight = Math.Max(0, rarity) * feature.Count / (feature.Count + HalfCount);
            weights[i] = (float)weight;
            squares[(int)feature.Evidence] += weight * weight;
        }

        for (var i = 0; i < features.Length; i++)
        {
            var kind = (int)features[i].Evidence;
            if (squares[kind] > 0)
                weights[i] *= (float)Math.Sqrt(Weights[kind] / (squares[kind] + Unsaid));
        }

        return weights;
    }

    private sealed class Postings
    {
        public int Articles { get; set; }

        public List<(int Article, float Weight)> Items { get; } = [];
    }
}
