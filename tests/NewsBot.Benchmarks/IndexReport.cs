using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Benchmarks;

/// <summary>Builds an index in memory, times it over questions, and compares it with scoring every passage one by one.</summary>
internal static class IndexReport
{
    private const int Compared = 1_000;
    private const int ComparedPassages = 100;

    public static int Run(string articlesPath, string questionsPath, TextWriter output)
    {
        var articles = ArticleLines.Read(articlesPath);
        var textBytes = articles.Sum(revision => (long)Encoding.UTF8.GetByteCount(revision.Article.Body));
        var started = Stopwatch.GetTimestamp();
        var segment = Build(articles, output);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles, {segment.PassageCount} passages, {segment.TermCount} terms; built in {seconds:f1} s"));
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"index {segment.ByteCount / 1e6:f1} MB, text {textBytes / 1e6:f1} MB: {(double)segment.ByteCount / textBytes:p1}"));

        var weights = new RankingWeights();
        var index = new PassageIndex([segment], new HashSet<long>());
        var queries = new List<PassageQuery>();
        foreach (var line in ArticleLines.Lines(questionsPath))
        {
            using var document = JsonDocument.Parse(line);
            var day = ArticleLines.Text(document.RootElement, "asked_at") ?? "2024-01-01";
            var asOf = DateTimeOffset.Parse(day, styles: DateTimeStyles.AssumeUniversal);
            var question = QuestionAnalyzer.Analyze(ArticleLines.Text(document.RootElement, "question")!, asOf);
            queries.Add(new PassageQuery
            {
                Terms = [.. question.Terms.Select(term => new WeightedTerm(term.Text, term.Weight))],
                AsOf = asOf,
                RecencyWeight = weights.Recency,
            });
        }

        Time("search", queries, query => index.Search(query).Count, output);
        Time("search, no recency", queries, query => index.Search(query with { AsOf = null }).Count, output);
        Time("search and rank", queries, query => PassageRanker.Rank(index, query, weights).Count, output);
        output.WriteLine($"fingerprint of all rankings: {Fingerprint(index, queries, weights):X8}");
        return Compare(index, segment, queries, output);
    }

    /// <summary>One segment of all articles.</summary>
    internal static PassageSegment Build(List<ArticleRevision> articles, TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        var segments = new ConcurrentBag<PassageSegment>();
        Parallel.ForEach(articles.Chunk(1_000), chunk =>
        {
            var builder = new PassageSegmentBuilder();
            foreach (var revision in chunk)
                builder.Add(revision);
            segments.Add(Open(builder.Build()));
        });
        var built = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var merged = Open(PassageSegmentMerger.Merge([.. segments], static _ => false, position: default));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"segments {built:f1} s, merge {Stopwatch.GetElapsedTime(started).TotalSeconds - built:f1} s"));
        return merged;
    }

    private static PassageSegment Open(byte[] bytes) =>
        PassageSegment.TryOpen(bytes, out var segment, out var problem) ? segment : throw new InvalidOperationException(problem);

    /// <summary>Prints how long a question takes, after one round of all questions to warm up.</summary>
    private static void Time(string what, List<PassageQuery> queries, Func<PassageQuery, int> work, TextWriter output)
    {
        var times = new double[queries.Count];
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < times.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                work(queries[i]);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: p50 {times[times.Length / 2]:f2} ms, p99 {times[times.Length * 99 / 100]:f2} ms, slowest {times[^1]:f2} ms"));
    }

    /// <summary>A number that stays as long as every ranking does.</summary>
    private static uint Fingerprint(PassageIndex index, List<PassageQuery> queries, RankingWeights weights)
    {
        var fingerprint = 0u;
        foreach (var passage in queries.SelectMany(query => PassageRanker.Rank(index, query, weights)))
        {
            fingerprint = System.Numerics.BitOperations.Crc32C(fingerprint, (ulong)passage.RevisionId << 32 | (uint)passage.Span.Start);
            fingerprint = System.Numerics.BitOperations.Crc32C(fingerprint, BitConverter.DoubleToUInt64Bits(passage.Score));
            fingerprint = System.Numerics.BitOperations.Crc32C(fingerprint, BitConverter.DoubleToUInt64Bits(passage.TitleShare + passage.ArticleShare));
        }

        return fingerprint;
    }

    private static int Compare(PassageIndex index, PassageSegment segment, List<PassageQuery> queries, TextWriter output)
    {
        var scan = new PassageScan(segment);
        var (equal, compared) = (0, 0);
        foreach (var query in queries.Take(Compared).Select(query => query with { Count = ComparedPassages }))
        {
            var scale = new SearchPlan(index, query).Scale;
            var found = index.Search(query).Select(candidate => (candidate.Passage, (int)Math.Round(candidate.Score * scale)));
            if (found.SequenceEqual(scan.Top(index, query, ComparedPassages)))
                equal++;
            compared++;
        }

        output.WriteLine($"{equal} of {compared} equal");
        return equal == compared ? 0 : 1;
    }
}
