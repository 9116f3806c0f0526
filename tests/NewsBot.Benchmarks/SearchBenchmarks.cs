using BenchmarkDotNet.Attributes;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Benchmarks;

/// <summary>Searches an archive of made-up articles whose words follow Zipf's law; the same at every run.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private static readonly DateTimeOffset FirstDay = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private PassageIndex index = PassageIndex.Empty;
    private PassageQuery query = new() { Terms = [] };

    /// <summary>Articles in the archive.</summary>
    [Params(1_000, 10_000)]
    public int Articles { get; set; }

    /// <summary>Builds the index.</summary>
    [GlobalSetup]
    public void Build()
    {
        var random = new Random(1);
        var builder = new PassageSegmentBuilder();
        for (var i = 1; i <= Articles; i++)
        {
            builder.Add(new ArticleRevision(i, 1, new Article
            {
                Id = $"{i}",
                Title = Sentence(random, 8),
                Body = string.Join(' ', Enumerable.Range(0, 40).Select(_ => Sentence(random, 18))),
                PublishedAt = FirstDay.AddHours(i),
            }));
        }

        if (!PassageSegment.TryOpen(builder.Build(), out var segment, out var problem))
            throw new InvalidOperationException(problem);
        index = new PassageIndex([segment], new HashSet<long>());
        query = new PassageQuery
        {
            Terms = [.. Enumerable.Range(0, 10).Select(place => new WeightedTerm($"w{1 << place}", 1))],
            AsOf = FirstDay.AddHours(Articles),
            RecencyWeight = 0.3,
        };
    }

    /// <summary>The 300 best passages by the words alone.</summary>
    [Benchmark(Baseline = true)]
    public int Words() => index.Search(query with { AsOf = null }).Count;

    /// <summary>With the recency prior.</summary>
    [Benchmark]
    public int WordsAndRecency() => index.Search(query).Count;

    /// <summary>With the close look at their articles.</summary>
    [Benchmark]
    public int Rank() => PassageRanker.Rank(index, query, new RankingWeights()).Count;

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => $"w{(int)Math.Exp(random.NextDouble() * 11)}")) + ".";
}
