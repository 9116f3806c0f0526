using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class PassageIndexTests
{
    [Fact]
    public void A_search_equals_scoring_every_passage_one_by_one()
    {
        var index = MadeUpArticles.Index(
            MadeUpArticles.Segment(MadeUpArticles.Random(seed: 11, count: 150)),
            MadeUpArticles.Segment(MadeUpArticles.Random(seed: 12, count: 80, firstRevision: 1_000)));
        foreach (var query in MadeUpArticles.Queries(seed: 13, count: 200))
            Assert.Equal(OneByOne(index, query), Points(index, query));
    }

    [Fact]
    public void A_search_over_several_blocks_equals_scoring_every_passage_one_by_one()
    {
        var random = new Random(14);
        var articles = Enumerable.Range(1, 150_000)
            .Select(id => MadeUpArticles.Article(id, MadeUpArticles.Word(random) + " " + MadeUpArticles.Word(random), MadeUpArticles.FirstDay.AddMinutes(random.Next(400 * 1440))));
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(articles));
        Assert.True(index.PassageCount > 2 * SegmentFormat.BlockLength);
        foreach (var query in MadeUpArticles.Queries(seed: 15, count: 25))
            Assert.Equal(OneByOne(index, query), Points(index, query));
    }

    [Fact]
    public void Removed_revisions_are_not_found()
    {
        var articles = MadeUpArticles.Random(seed: 16, count: 120);
        var removed = articles.Where(revision => revision.RevisionId % 3 == 0).Select(revision => revision.RevisionId).ToHashSet();
        var segment = MadeUpArticles.Segment(articles);
        var index = new PassageIndex([segment], removed);
        foreach (var query in MadeUpArticles.Queries(seed: 17, count: 100))
        {
            Assert.Equal(OneByOne(index, query), Points(index, query));
            Assert.DoesNotContain(index.Search(query), candidate => removed.Contains(candidate.RevisionId));
        }
    }

    [Fact]
    public void Merged_segments_find_what_one_segment_finds()
    {
        var articles = MadeUpArticles.Random(seed: 18, count: 240);
        var whole = MadeUpArticles.Index(MadeUpArticles.Segment(articles));
        var parts = articles.Chunk(50).Select(chunk => MadeUpArticles.Segment(chunk)).ToArray();
        var merged = MadeUpArticles.Index(MadeUpArticles.Open(PassageSegmentMerger.Merge(parts, static _ => false, default)));
        Assert.Equal(whole.Segments[0].RevisionIds(), merged.Segments[0].RevisionIds());
        foreach (var query in MadeUpArticles.Queries(seed: 19, count: 150))
        {
            Assert.Equal(MadeUpArticles.Found(whole, query), MadeUpArticles.Found(merged, query));
            Assert.Equal(PassageRanker.Rank(whole, query, new RankingWeights()), PassageRanker.Rank(merged, query, new RankingWeights()));

            // Several segments order ties otherwise, so scores are what is compared.
            var all = query with { Count = 100_000 };
            Assert.Equal(InOrder(MadeUpArticles.Found(whole, all)), InOrder(MadeUpArticles.Found(MadeUpArticles.Index(parts), all)));
        }

        static IEnumerable<(long Revision, TextSpan Span, double Score)> InOrder(IEnumerable<(long Revision, TextSpan Span, double Score)> found) =>
            found.OrderBy(passage => passage.Revision).ThenBy(passage => passage.Span.Start);
    }

    [Fact]
    public void A_merge_leaves_removed_revisions_out_as_if_they_had_never_been_there()
    {
        var articles = MadeUpArticles.Random(seed: 20, count: 200);
        var whole = MadeUpArticles.Index(MadeUpArticles.Segment(articles.Where(revision => revision.RevisionId % 2 == 0)));
        var merged = MadeUpArticles.Index(MadeUpArticles.Open(PassageSegmentMerger.Merge(
            [.. articles.Chunk(60).Select(chunk => MadeUpArticles.Segment(chunk))], static revision => revision % 2 != 0, default)));
        Assert.Equal(Dump(whole.Segments[0]), Dump(merged.Segments[0]));
        foreach (var query in MadeUpArticles.Queries(seed: 21, count: 100))
            Assert.Equal(PassageRanker.Rank(whole, query, new RankingWeights()), PassageRanker.Rank(merged, query, new RankingWeights()));
    }

    [Fact]
    public void The_ranking_is_the_same_at_every_run_and_best_first()
    {
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(MadeUpArticles.Random(seed: 22, count: 150)));
        foreach (var query in MadeUpArticles.Queries(seed: 23, count: 60))
        {
            var ranked = PassageRanker.Rank(index, query, new RankingWeights());
            Assert.Equal(ranked, PassageRanker.Rank(index, query, new RankingWeights()));
            Assert.Equal(ranked.OrderByDescending(passage => passage.Score), ranked);
            Assert.Equal(index.Search(query with { OutletWeight = 0.3 }).Count, ranked.Count);
            Assert.All(ranked, passage => Assert.InRange(passage.ArticleShare, 0, 1.0001));
        }
    }

    [Fact]
    public void Equal_passages_come_in_the_order_of_time_and_arrival()
    {
        var articles = Enumerable.Range(1, 700).Select(id => MadeUpArticles.Article(id, "The same words here.", MadeUpArticles.FirstDay.AddDays(id % 2)));
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(articles));
        var query = new PassageQuery { Terms = [new WeightedTerm("word", 1)], Count = 400 };
        var expected = Enumerable.Range(1, 700).Where(id => id % 2 == 0).Concat(Enumerable.Range(1, 700).Where(id => id % 2 == 1)).Take(400).Select(id => (long)id).ToList();
        Assert.Equal(expected, index.Search(query).Select(candidate => candidate.RevisionId));
        Assert.Equal(expected, PassageRanker.Rank(index, query, new RankingWeights()).Select(passage => passage.RevisionId));
    }

    [Fact]
    public void A_slice_has_both_its_ends_and_no_undated_article()
    {
        var noon = MadeUpArticles.FirstDay.AddHours(12);
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(
        [
            MadeUpArticles.Article(1, "Talks."), MadeUpArticles.Article(2, "Talks.", noon), MadeUpArticles.Article(3, "Talks.", noon.AddSeconds(1)),
            MadeUpArticles.Article(4, "Talks.", noon.AddSeconds(2)),
        ]));
        var query = new PassageQuery { Terms = [new WeightedTerm("talk", 1)] };
        Assert.Equal([1, 2, 3, 4], Revisions(query));
        Assert.Equal([2, 3], Revisions(query with { From = noon, To = noon.AddSeconds(1.5) }));
        Assert.Equal([3, 4], Revisions(query with { From = noon.AddSeconds(0.5) }));
        Assert.Equal([2], Revisions(query with { To = noon }));
        Assert.Empty(Revisions(query with { From = noon.AddSeconds(1), To = noon }));
        Assert.Equal([2, 3, 4], Revisions(query with { From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue }));
        Assert.Empty(Revisions(query with { Count = 0 }));
        Assert.Equal([1, 2, 3, 4], Revisions(query with { Count = int.MaxValue }));

        IEnumerable<long> Revisions(PassageQuery asked) => index.Search(asked).Select(candidate => candidate.RevisionId);
    }

    [Fact]
    public void A_query_that_makes_no_sense_is_refused()
    {
        var query = new PassageQuery { Terms = [new WeightedTerm("talk", 1)] };
        Assert.Throws<ArgumentException>(() => PassageIndex.Empty.Search(query with { Count = -1 }));
        Assert.Throws<ArgumentException>(() => PassageIndex.Empty.Search(query with { RecencyWeight = double.NaN }));
        Assert.Throws<ArgumentException>(() => PassageIndex.Empty.Search(query with { OutletWeight = -1 }));
        Assert.Throws<ArgumentException>(() => PassageIndex.Empty.Search(query with { Terms = [new WeightedTerm("talk", 0)] }));
        Assert.Throws<ArgumentException>(() => PassageIndex.Empty.Search(query with { Terms = [new WeightedTerm("talk", double.PositiveInfinity)] }));
    }

    [Fact]
    public void A_query_of_a_thousand_terms_never_overflows()
    {
        var index = MadeUpArticles.Index(MadeUpArticles.Segment([MadeUpArticles.Article(
            1, string.Join(' ', Enumerable.Range(0, 1_000).Select(number => $"x{number}")) + ".", MadeUpArticles.FirstDay, "BBC")]));
        var query = new PassageQuery
        {
            Terms = [.. Enumerable.Range(0, 1_000).Select(number => new WeightedTerm($"x{number}", 5))],
            AsOf = MadeUpArticles.FirstDay,
            RecencyWeight = 1,
            IsWantedOutlet = static _ => true,
            OutletWeight = 1,
        };
        Assert.Equal(OneByOne(index, query), Points(index, query));
        Assert.All(Points(index, query), passage => Assert.InRange(passage.Points, 40_000, ushort.MaxValue));
    }

    [Fact]
    public void A_title_alone_makes_no_passage_and_no_harm()
    {
        // No sentence in the text: no passage.
        var segment = MadeUpArticles.Segment([MadeUpArticles.Article(1, "\u00AD", title: "Talks resume"), MadeUpArticles.Article(2, "Talks.")]);
        var merged = MadeUpArticles.Open(PassageSegmentMerger.Merge([segment], static _ => false, default));
        var query = new PassageQuery { Terms = [new WeightedTerm("talk", 1), new WeightedTerm("resum", 1)] };
        Assert.Equal(PassageRanker.Rank(MadeUpArticles.Index(segment), query, new RankingWeights()), PassageRanker.Rank(MadeUpArticles.Index(merged), query, new RankingWeights()));
    }

    private static List<(int Segment, int Passage, int Points)> Points(PassageIndex index, PassageQuery query)
    {
        var scale = new SearchPlan(index, query).Scale;
        return [.. index.Search(query).Select(candidate => (candidate.Segment, candidate.Passage, (int)Math.Round(candidate.Score * scale)))];
    }

    private static List<(int Segment, int Passage, int Points)> OneByOne(PassageIndex index, PassageQuery query)
    {
        var plan = new SearchPlan(index, query);
        var all = new List<(int Segment, int Passage, int Points)>();
        for (var number = 0; number < index.Segments.Count; number++)
        {
            var segment = index.Segment(number);
            var points = new int[segment.PassageCount];
            for (var i = 0; i < query.Terms.Count; i++)
            {
                if (segment.FindTerm(query.Terms[i].Text) is not (>= 0 and var term))
                    continue;
                for (var cursor = new PostingsCursor(segment.PostingsOf(term)); cursor.Passage != int.MaxValue; cursor.MoveNext())
                    points[cursor.Passage] += plan.PointsOf(i, cursor.Impact);
            }

            for (var passage = 0; passage < points.Length; passage++)
            {
                var article = segment.Passages[passage].Article;
                var row = segment.Articles[article];
                DateTimeOffset? published = row.PublishedAt == long.MinValue ? null : DateTimeOffset.FromUnixTimeSeconds(row.PublishedAt);
                var isOutside = (query.From is { } from && !(published >= from)) || (query.To is { } to && !(published <= to));
                if (points[passage] > 0 && !isOutside && index.RemovedArticles(number)?[article] != true)
                    all.Add((number, passage, points[passage] + plan.Prior(number, article)));
            }
        }

        return [.. all.OrderByDescending(entry => entry.Points).ThenBy(entry => entry.Segment).ThenBy(entry => entry.Passage).Take(query.Count)];
    }

    private static List<string> Dump(PassageSegment segment)
    {
        var lines = new List<string>();
        for (var term = 0; term < segment.TermCount; term++)
        {
            var line = new StringBuilder(Encoding.UTF8.GetString(segment.TermBytes(term)));
            for (var cursor = new PostingsCursor(segment.PostingsOf(term)); cursor.Passage != int.MaxValue; cursor.MoveNext())
                line.Append($" {cursor.Passage}:{cursor.Impact}");
            lines.Add(line.ToString());
        }

        for (var article = 0; article < segment.ArticleCount; article++)
            lines.Add($"{segment.Articles[article].RevisionId} {string.Join(' ', segment.TitleTerms(article).ToArray())}");
        return lines;
    }
}
