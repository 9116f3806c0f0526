using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Benchmarks;

/// <summary>Every passage with its terms, to score passages one by one: what the index's search must equal.</summary>
internal sealed class PassageScan
{
    private readonly PassageSegment segment;
    private readonly int[] starts;
    private readonly int[] terms;
    private readonly byte[] impacts;

    public PassageScan(PassageSegment segment)
    {
        this.segment = segment;
        starts = new int[segment.PassageCount + 1];
        for (var term = 0; term < segment.TermCount; term++)
        {
            for (var cursor = new PostingsCursor(segment.PostingsOf(term)); cursor.Passage != int.MaxValue; cursor.MoveNext())
                starts[cursor.Passage + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        terms = new int[starts[^1]];
        impacts = new byte[starts[^1]];
        var next = starts.ToArray();
        for (var term = 0; term < segment.TermCount; term++)
        {
            for (var cursor = new PostingsCursor(segment.PostingsOf(term)); cursor.Passage != int.MaxValue; cursor.MoveNext())
            {
                var at = next[cursor.Passage]++;
                terms[at] = term;
                impacts[at] = cursor.Impact;
            }
        }
    }

    /// <summary>The best passages of an index of this one segment: number and points, best first, ties in their order.</summary>
    public List<(int Passage, int Points)> Top(PassageIndex index, PassageQuery query, int count)
    {
        var plan = new SearchPlan(index, query);
        var places = new int[segment.TermCount];
        for (var i = 0; i < query.Terms.Count; i++)
        {
            if (segment.FindTerm(query.Terms[i].Text) is >= 0 and var term)
                places[term] = i + 1;
        }

        var best = new PriorityQueue<(int Passage, int Points), (int Points, int Order)>();
        var passages = segment.Passages;
        for (var passage = 0; passage < passages.Length; passage++)
        {
            var points = 0;
            for (var i = starts[passage]; i < starts[passage + 1]; i++)
            {
                if (places[terms[i]] is > 0 and var place)
                    points += plan.PointsOf(place - 1, impacts[i]);
            }

            if (points == 0)
                continue;
            points += plan.Prior(0, passages[passage].Article);
            best.Enqueue((passage, points), (points, -passage));
            if (best.Count > count)
                best.Dequeue();
        }

        var result = new List<(int Passage, int Points)>(best.Count);
        while (best.TryDequeue(out var entry, out _))
            result.Add(entry);
        result.Reverse();
        return result;
    }
}
