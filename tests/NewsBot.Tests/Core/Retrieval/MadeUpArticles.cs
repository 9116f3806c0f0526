using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Retrieval;

/// <summary>Random articles over few words, so that every query finds many passages; the same at every run.</summary>
internal static class MadeUpArticles
{
    public static readonly DateTimeOffset FirstDay = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Outlets = ["Reuters", "cnn.com", "BBC", null];

    public static ArticleRevision Article(long revisionId, string body, DateTimeOffset? published = null, string? source = null, string? title = null) =>
        new(revisionId, 1, new Article { Id = $"a{revisionId}", Title = title ?? "Untitled", Body = body, PublishedAt = published, Source = source });

    public static List<ArticleRevision> Random(int seed, int count, long firstRevision = 1, int maxSentences = 30)
    {
        var random = new Random(seed);
        var articles = new List<ArticleRevision>(count);
        for (var i = 0; i < count; i++)
        {
            var body = string.Join(' ', Enumerable.Range(0, random.Next(1, maxSentences)).Select(_ => Sentence(random, random.Next(3, 40))));
            DateTimeOffset? published = random.Next(8) == 0 ? null : FirstDay.AddHours(random.Next(24 * 400));
            articles.Add(Article(firstRevision + i, body, published, Outlets[random.Next(Outlets.Length)], Sentence(random, random.Next(1, 8))));
        }

        return articles;
    }

    /// <summary>Words 'w0', 'w1', …: the higher the number, the rarer.</summary>
    public static string Sentence(Random random, int words) =>
        "W0 " + string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random))) + ".";

    public static string Word(Random random) => $"w{(int)Math.Exp(random.NextDouble() * 6)}";

    public static PassageSegment Segment(IEnumerable<ArticleRevision> articles, LogPosition position = default) => Open(Bytes(articles, position));

    public static byte[] Bytes(IEnumerable<ArticleRevision> articles, LogPosition position = default)
    {
        var builder = new PassageSegmentBuilder();
        foreach (var article in articles)
            builder.Add(article);
        return builder.Build(position);
    }

    public static PassageSegment Open(byte[] bytes)
    {
        Assert.True(PassageSegment.TryOpen(bytes, out var segment, out var problem), problem);
        return segment;
    }

    public static PassageIndex Index(params PassageSegment[] segments) => new(segments, new HashSet<long>());

    public static List<PassageQuery> Queries(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => new PassageQuery
        {
            Terms = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Word(random)).Distinct().Select(word => new WeightedTerm(word, 0.25 + random.NextDouble()))],
            AsOf = number % 3 == 0 ? null : FirstDay.AddDays(random.Next(500)),
            RecencyWeight = 0.3,
            IsWantedOutlet = number % 4 == 1 ? static name => name is "BBC" or "Reuters" : null,
            OutletWeight = 0.4,
            From = number % 5 == 2 ? FirstDay.AddDays(random.Next(300)) : null,
            To = number % 7 == 3 ? FirstDay.AddDays(random.Next(100, 400)) : null,
            Count = 100,
        })];
    }

    /// <summary>What a search found, without the numbers that depend on how the articles lie in segments.</summary>
    public static List<(long Revision, TextSpan Span, double Score)> Found(PassageIndex index, PassageQuery query) =>
        [.. index.Search(query).Select(candidate => (candidate.RevisionId, candidate.Span, candidate.Score))];
}
