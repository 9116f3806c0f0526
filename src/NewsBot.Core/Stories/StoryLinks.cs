using System.Runtime.InteropServices;

namespace NewsBot.Core.Stories;

/// <summary>Joins the articles whose groups are alike on average, the most alike first; one thread at a time.</summary>
/// <remarks>
/// Agglomeration by the average over all pairs of two groups (UPGMA; Sokal and Michener 1958). Pairs without a link count as 0.
/// Groups are never split again, so later articles only add to them.
/// </remarks>
/// <param name="threshold">The average similarity, by the size of the larger group, from which two groups may be one; above 0.</param>
/// <param name="mayJoin">Asked for two such groups, by their articles and their average; whether they are.</param>
internal sealed class StoryLinks(Func<int, double> threshold, Func<IReadOnlyList<int>, IReadOnlyList<int>, double, bool> mayJoin)
{
    private readonly Dictionary<long, Group> groups = [];
    private readonly PriorityQueue<(long First, long Second, double Average), (double, long, long)> queue = new();

    /// <summary>Every group's number and its articles', in no order.</summary>
    public IEnumerable<(long Group, IReadOnlyList<int> Articles)> Groups => groups.Select(group => (group.Key, (IReadOnlyList<int>)group.Value.Articles));

    /// <summary>Makes a group of one article.</summary>
    /// <param name="group">Its number; no two alike, larger than all before. Ties are joined in the order of these numbers.</param>
    /// <param name="article">The article's number.</param>
    public void Add(long group, int article) => groups.Add(group, new Group { Articles = { article } });

    /// <summary>Links an article of one group to an article of another; <see cref="Join"/> takes it into account.</summary>
    public void Link(long first, long second, double similarity)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(groups[first].Links, second, out _) += similarity;
        CollectionsMarshal.GetValueRefOrAddDefault(groups[second].Links, first, out _) += similarity;
    }

    /// <summary>Joins until no two groups are alike enough.</summary>
    /// <param name="added">The groups that were added since the last time, each once; what was linked since has one of them on one side.</param>
    /// <param name="moved">Told of each group that went into another: the one that is left, and the articles that it gained.</param>
    public void Join(IReadOnlyCollection<long> added, Action<long, IReadOnlyList<int>> moved)
    {
        // Both groups of a pair may have changed; it is looked at once.
        var numbers = added.ToHashSet();
        foreach (var group in added)
            Enqueue(group, other => other < group && numbers.Contains(other));
        while (queue.TryDequeue(out var pair, out _))
        {
            if (!groups.TryGetValue(pair.First, out var first) || !groups.TryGetValue(pair.Second, out var second))
                continue;
            // Whatever changed a pair has queued it again; this one is old.
            if (Average(first, second, first.Links[pair.Second]) != pair.Average)
                continue;
            if (!mayJoin(first.Articles, second.Articles, pair.Average))
                continue;
            Merge(pair.First, first, pair.Second, second);
            moved(pair.First, second.Articles);
            Enqueue(pair.First, isLeftOut: null);
        }
    }

    public void Remove(long group)
    {
        foreach (var other in groups[group].Links.Keys)
            groups[other].Links.Remove(group);
        groups.Remove(group);
    }

    private void Enqueue(long number, Predicate<long>? isLeftOut)
    {
        var group = groups[number];
        foreach (var (other, sum) in group.Links)
        {
            if (isLeftOut?.Invoke(other) == true)
                continue;
            var second = groups[other];
            var average = Average(group, second, sum);
            if (average < threshold(Math.Max(group.Articles.Count, second.Articles.Count)))
                continue;
            var (low, high) = number < other ? (number, other) : (other, number);
            queue.Enqueue((low, high, average), (-average, low, high));
        }
    }

    private void Merge(long number, Group group, long goneNumber, Group gone)
    {
        group.Articles.AddRange(gone.Articles);
        group.Links.Remove(goneNumber);
        foreach (var (other, sum) in gone.Links)
        {
            if (other == number)
                continue;
            ref var link = ref CollectionsMarshal.GetValueRefOrAddDefault(group.Links, other, out _);
            link += sum;
            var links = groups[other].Links;
            links.Remove(goneNumber);
            links[number] = link;
        }

        groups.Remove(goneNumber);
    }

    private static double Average(Group first, Group second, double sum) => sum / ((double)first.Articles.Count * second.Articles.Count);

    private sealed class Group
    {
        public List<int> Articles { get; } = [];

        /// <summary>Per other group the sum of similarity over all pairs of articles; the same number on both sides.</summary>
        public Dictionary<long, double> Links { get; } = [];
    }
}
