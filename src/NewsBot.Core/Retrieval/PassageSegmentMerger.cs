using NewsBot.Core.Articles;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Core.Retrieval;

/// <summary>Joins segments into one, in time order, leaving removed articles out.</summary>
public static class PassageSegmentMerger
{
    /// <summary>Writes one segment with the current articles of several.</summary>
    /// <param name="segments">Any number, none of them twice.</param>
    /// <param name="isRemoved">Whether a revision is to be left out.</param>
    /// <param name="position">What the result says of itself: the last line of the article log that it has seen.</param>
    /// <returns>The bytes of the new segment.</returns>
    /// <exception cref="SegmentTooLargeException">They would be more than 2 GB.</exception>
    public static byte[] Merge(IReadOnlyList<PassageSegment> segments, Func<long, bool> isRemoved, LogPosition position)
    {
        using var output = new MemoryStream();
        Merge(segments, isRemoved, position, output);
        return output.ToArray();
    }

    /// <inheritdoc cref="Merge(IReadOnlyList{PassageSegment}, Func{long, bool}, LogPosition)"/>
    /// <param name="output">Empty; takes the segment, and can be read and sought. Into a file, a merge takes a fraction of the segment's size in memory.</param>
    public static void Merge(IReadOnlyList<PassageSegment> segments, Func<long, bool> isRemoved, LogPosition position, Stream output)
    {
        var writer = new SegmentWriter(output);
        writer.Reserve(segments);
        var passageNumbers = NumberArticles(segments, isRemoved, writer, out var titleSources);
        var termNumbers = new int[segments.Count][];
        for (var i = 0; i < segments.Count; i++)
        {
            termNumbers[i] = new int[segments[i].TermCount];
            Array.Fill(termNumbers[i], -1);
        }

        MergeTerms(segments, passageNumbers, termNumbers, writer);
        foreach (ref var article in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(writer.Articles))
        {
            var (segment, row) = titleSources[article.FirstTitleTerm];
            article.FirstTitleTerm = writer.TitleTerms.Count;
            foreach (var term in segments[segment].TitleTerms(row))
            {
                if (termNumbers[segment][term] >= 0)
                    writer.TitleTerms.Add(termNumbers[segment][term]);
            }
        }

        writer.Complete(position);
    }

    private static int[][] NumberArticles(
        IReadOnlyList<PassageSegment> segments, Func<long, bool> isRemoved, SegmentWriter writer, out List<(int Segment, int Row)> kept)
    {
        var numbers = new int[segments.Count][];
        var order = new List<(long PublishedAt, long RevisionId, int Segment, int Row)>();
        for (var i = 0; i < segments.Count; i++)
        {
            numbers[i] = new int[segments[i].PassageCount];
            Array.Fill(numbers[i], -1);
            var articles = segments[i].Articles;
            for (var row = 0; row < articles.Length; row++)
            {
                if (!isRemoved(articles[row].RevisionId))
                    order.Add((articles[row].PublishedAt, articles[row].RevisionId, i, row));
            }
        }

        order.Sort();
        kept = new List<(int Segment, int Row)>(order.Count);
        var outlets = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, _, number, row) in order)
        {
            var segment = segments[number];
            var article = segment.Articles[row];
            var end = segment.PassageEnd(row);
            for (var passage = article.FirstPassage; passage < end; passage++)
            {
                numbers[number][passage] = writer.Passages.Count;
                writer.Passages.Add(segment.Passages[passage] with { Article = writer.Articles.Count });
            }

            article.FirstPassage = writer.Passages.Count - (end - article.FirstPassage);
            if (article.Outlet >= 0)
            {
                var name = segment.Outlet(article.Outlet);
                if (!outlets.TryGetValue(name, out var outlet))
                {
                    outlets.Add(name, outlet = writer.Outlets.Count);
                    writer.Outlets.Add(name);
                }

                article.Outlet = outlet;
            }

            article.FirstTitleTerm = kept.Count;
            kept.Add((number, row));
            writer.Articles.Add(article);
        }

        return numbers;
    }

    private static void MergeTerms(IReadOnlyList<PassageSegment> segments, int[][] passageNumbers, int[][] termNumbers, SegmentWriter writer)
    {
        var next = new int[segments.Count];
        var entries = new List<ulong>();
        while (true)
        {
            var first = -1;
            for (var i = 0; i < segments.Count; i++)
            {
                if (next[i] < segments[i].TermCount && (first < 0 || segments[i].TermBytes(next[i]).SequenceCompareTo(segments[first].TermBytes(next[first])) < 0))
                    first = i;
            }

            if (first < 0)
                return;

            var term = segments[first].TermBytes(next[first]);
            entries.Clear();
            var sources = 0;
            for (var i = first; i < segments.Count; i++)
            {
                if (next[i] >= segments[i].TermCount || !segments[i].TermBytes(next[i]).SequenceEqual(term))
                    continue;
                var before = entries.Count;
                Collect(segments[i].PostingsOf(next[i]), passageNumbers[i], entries);
                if (entries.Count > before)
                {
                    sources++;
                    termNumbers[i][next[i]] = writer.TermCount;
                }

                next[i]++;
            }

            if (entries.Count == 0)
                continue;
            var sorted = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries);
            if (sources > 1)
                sorted.Sort();
            writer.AddTerm(term, sorted);
        }
    }

    private static void Collect(PassageSegment.Postings postings, int[] passageNumbers, List<ulong> into)
    {
        var at = 0;
        for (var block = 0; block < postings.Blocks.Length; block += 2)
        {
            var origin = postings.Blocks[block] << BlockBits;
            var end = at + postings.Blocks[block + 1] + 1;
            for (; at < end; at++)
            {
                var number = passageNumbers[origin + postings.Ids[at]];
                if (number >= 0)
                    into.Add(((ulong)number << 8) | postings.Impacts[at]);
            }
        }
    }
}
