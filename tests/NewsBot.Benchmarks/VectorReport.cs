using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks;

/// <summary>Measures the exact search over made-up vectors: unit vectors around shared centres, so that neighbours are near as they are in real archives.</summary>
internal static class VectorReport
{
    private const int Queries = 100;
    private const int Wanted = 10;
    private const int PassagesPerArticle = 8;
    private const double Spread = 0.8;

    /// <summary>Runs the measurement and prints it.</summary>
    public static int Run(int count, int dimensions, TextWriter output)
    {
        var model = new VectorModel(1, "made up", dimensions, Guid.Empty);
        var random = new Random(7);
        var centres = Enumerable.Range(0, Math.Max(1, count / 250)).Select(_ => Unit(random, dimensions)).ToArray();
        var queries = Enumerable.Range(0, Queries).Select(_ => Near(random, centres[random.Next(centres.Length)])).ToArray();
        var nearest = queries.Select(_ => new PriorityQueue<int, float>()).ToArray();
        var segments = new List<VectorSegment>();
        var perSegment = VectorSegmentBuilder.MaxLength / ((3 * dimensions) + 64);
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < count; first += perSegment)
        {
            var bytes = VectorSegmentBuilder.Build(model, first, Math.Min(count, first + perSegment),
                Articles(random, centres, first, Math.Min(count, first + perSegment), (number, vector) => Compare(queries, nearest, number, vector)));
            if (!VectorSegment.TryOpen(bytes, out var segment, out var problem))
                throw new InvalidOperationException(problem);
            segments.Add(segment);
        }

        var index = new VectorIndex(dimensions, segments);
        var (stored, read) = (segments.Sum(segment => (long)segment.ByteCount) / 1e6, (double)count * dimensions / 1e6);
        output.WriteLine(Line($"{index.PassageCount:N0} passages of {dimensions} dimensions in {segments.Count} segments, {stored:N0} MB"));
        output.WriteLine(Line($"a search reads {read:N0} MB of them; made in {watch.Elapsed.TotalSeconds:N0} s"));
        GC.Collect();
        foreach (var query in queries)
            index.Search(query, Wanted, _ => true);
        var times = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        var equal = 0;
        for (var query = 0; query < queries.Length; query++)
        {
            watch.Restart();
            var found = index.Search(queries[query], Wanted, _ => true);
            times.Add(watch.Elapsed.TotalMilliseconds);
            equal += found.Select(hit => hit.Span.Start).Intersect(nearest[query].UnorderedItems.Select(item => item.Element)).Count();
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        times.Sort();
        output.WriteLine(Line($"search: p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms, least {times[0]:0.0} ms"));
        output.WriteLine(Line($"processor time of all threads {processor.TotalMilliseconds / Queries:0.0} ms a search"));
        output.WriteLine(Line($"of the top ten by float search, found: {(double)equal / (Queries * Wanted):P2}"));
        output.WriteLine(Line($"working set: {Environment.WorkingSet / 1e6:N0} MB"));
        return 0;
    }

    private static List<RevisionVectors> Articles(Random random, float[][] centres, int first, int end, Action<int, float[]> onVector)
    {
        var dimensions = centres[0].Length;
        var articles = new List<RevisionVectors>();
        for (var start = first; start < end; start += PassagesPerArticle)
        {
            var passages = Math.Min(PassagesPerArticle, end - start);
            var values = new Half[passages * dimensions];
            for (var passage = 0; passage < passages; passage++)
            {
                var vector = Near(random, centres[random.Next(centres.Length)]);
                onVector(start + passage, vector);
                for (var i = 0; i < dimensions; i++)
                    values[(passage * dimensions) + i] = (Half)vector[i];
            }

            // The span's start tells the passages apart.
            var number = start;
            articles.Add(new RevisionVectors(start, [.. Enumerable.Range(0, passages).Select(passage => new TextSpan(number + passage, number + passage + 1))], values));
        }

        return articles;
    }

    /// <summary>The float search that the other is measured by.</summary>
    private static void Compare(float[][] queries, PriorityQueue<int, float>[] nearest, int number, float[] vector)
    {
        for (var query = 0; query < queries.Length; query++)
        {
            var similarity = Dot(queries[query], vector);
            if (nearest[query].Count < Wanted)
                nearest[query].Enqueue(number, similarity);
            else if (nearest[query].TryPeek(out _, out var least) && similarity > least)
                nearest[query].DequeueEnqueue(number, similarity);
        }
    }

    private static float Dot(float[] a, float[] b)
    {
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at <= a.Length - Vector<float>.Count; at += Vector<float>.Count)
            sums += new Vector<float>(a, at) * new Vector<float>(b, at);
        var sum = Vector.Sum(sums);
        for (; at < a.Length; at++)
            sum += a[at] * b[at];
        return sum;
    }

    private static float[] Near(Random random, float[] centre)
    {
        var noise = Unit(random, centre.Length);
        return Normalised([.. centre.Select((value, i) => (float)(value + (Spread * noise[i])))]);
    }

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
            vector[i] = (random.NextSingle() * 2) - 1;
        return Normalised(vector);
    }

    private static float[] Normalised(float[] vector)
    {
        var length = Math.Sqrt(vector.Sum(value => (double)value * value));
        return Array.ConvertAll(vector, value => (float)(value / length));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
