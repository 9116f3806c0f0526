using System.Buffers.Binary;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using static NewsBot.Core.Retrieval.SegmentFormat;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class PassageSegmentTests
{
    private static readonly LogPosition Position = new(42, Guid.Parse("6f1ed002-ab32-4f2f-a1c8-9e1ac2cd5a11"));

    [Fact]
    public void A_segment_keeps_articles_in_time_order_with_the_undated_first()
    {
        var segment = MadeUpArticles.Segment(
            [
                MadeUpArticles.Article(1, "Late text.", MadeUpArticles.FirstDay.AddDays(9), "Reuters"),
                MadeUpArticles.Article(2, "Undated text."),
                MadeUpArticles.Article(3, "Early text.", MadeUpArticles.FirstDay.AddYears(-80), "BBC"),
                MadeUpArticles.Article(4, "Late too.", MadeUpArticles.FirstDay.AddDays(9)),
            ],
            Position);
        Assert.Equal([2, 3, 1, 4], segment.RevisionIds());
        Assert.Equal(Position, segment.Position);
        Assert.Equal(["", "BBC", "Reuters", ""], segment.Articles.ToArray().Select(row => row.Outlet < 0 ? "" : segment.Outlet(row.Outlet)));
    }

    [Fact]
    public void Every_term_is_found_in_the_passages_that_hold_it_and_no_other_term_is()
    {
        var articles = MadeUpArticles.Random(seed: 1, count: 60);
        var segment = MadeUpArticles.Segment(articles);
        var bodies = articles.ToDictionary(revision => revision.RevisionId, revision => revision.Article);
        var analyzer = new TermAnalyzer();
        var terms = new List<Term>();
        for (var term = 0; term < segment.TermCount; term++)
        {
            var name = Encoding.UTF8.GetString(segment.TermBytes(term));
            Assert.Equal(term, segment.FindTerm(name));
            var held = new List<int>();
            for (var passage = 0; passage < segment.PassageCount; passage++)
            {
                var row = segment.Passages[passage];
                var article = bodies[segment.Articles[row.Article].RevisionId];
                terms.Clear();
                analyzer.Analyze(article.Title, terms);
                analyzer.Analyze(article.Body.AsSpan(row.Start..row.End), terms);
                if (terms.Exists(found => found.Text == name && !found.IsStopWord))
                    held.Add(passage);
            }

            Assert.Equal(held, Walk(segment, term));
            Assert.Equal(held.Count, segment.PassagesWith(term));
        }

        Assert.Equal(-1, segment.FindTerm(""));
        Assert.Equal(-1, segment.FindTerm("zzz"));
        Assert.Equal(-1, segment.FindTerm(new string('x', 100_000)));
    }

    [Fact]
    public void A_cursor_leaps_where_a_plain_walk_goes()
    {
        // More passages than a block has, in articles of one short sentence.
        var random = new Random(2);
        var segment = MadeUpArticles.Segment(Enumerable.Range(1, 140_000).Select(id => MadeUpArticles.Article(id, $"w{random.Next(4)} w{random.Next(50_000)}.")));
        Assert.True(segment.PassageCount > 2 * BlockLength);
        foreach (var name in (string[])["w0", "w3", "w7", "w49000", "untitl"])
        {
            if (segment.FindTerm(name) is not (>= 0 and var term))
                continue;
            var passages = Walk(segment, term);
            for (var round = 0; round < 50; round++)
            {
                var cursor = new PostingsCursor(segment.PostingsOf(term));
                var wanted = 0;
                while (true)
                {
                    wanted += random.Next(1 << random.Next(1, 18));
                    cursor.MoveTo(wanted);
                    var at = passages.BinarySearch(wanted);
                    at = at < 0 ? ~at : at;
                    Assert.Equal(at < passages.Count ? passages[at] : int.MaxValue, cursor.Passage);
                    if (at >= passages.Count)
                        break;
                    if (random.Next(2) == 0)
                        continue;
                    cursor.MoveNext();
                    Assert.Equal(at + 1 < passages.Count ? passages[at + 1] : int.MaxValue, cursor.Passage);
                    if (at + 1 == passages.Count)
                        break;
                    wanted = cursor.Passage;
                }
            }
        }
    }

    [Fact]
    public void A_file_cut_short_or_with_any_one_byte_changed_is_refused()
    {
        var bytes = MadeUpArticles.Bytes(MadeUpArticles.Random(seed: 3, count: 20), Position);
        Assert.True(PassageSegment.TryOpen(bytes, out _, out _));
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++)
        {
            var at = round < HeaderLength ? round : random.Next(bytes.Length);
            var flip = (byte)(1 << random.Next(8));
            bytes[at] ^= flip;
            Assert.False(PassageSegment.TryOpen(bytes, out var segment, out var problem), $"byte {at}");
            Assert.Null(segment);
            Assert.Equal(at < 8 ? "other format" : "damaged", problem);
            bytes[at] ^= flip;

            var length = round < HeaderLength ? round : random.Next(bytes.Length);
            Assert.False(PassageSegment.TryOpen(bytes.AsMemory(0, length), out _, out problem));
            Assert.Equal(length < HeaderLength ? "too short" : "damaged", problem);
        }

        Assert.False(PassageSegment.TryOpen(new byte[100_000], out _, out var other));
        Assert.Equal("other format", other);
    }

    [Fact]
    public void A_file_whose_checksum_is_right_and_whose_numbers_are_not_is_refused_or_harmless()
    {
        var whole = MadeUpArticles.Bytes(MadeUpArticles.Random(seed: 5, count: 20), Position);
        var queries = MadeUpArticles.Queries(seed: 6, count: 4);
        var random = new Random(7);
        int[] values = [-1, int.MinValue, int.MaxValue, 0, 1, 0x7FFF, 0xFFFF, 0x10000];
        var refused = 0;
        for (var round = 0; round < 6_000; round++)
        {
            var bytes = whole.ToArray();
            var at = round < 400 ? CountsAt + (round % ((HeaderLength - CountsAt) / 4) * 4) : random.Next(CountsAt, bytes.Length - 4);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), random.Next(3) == 0 ? random.Next() : values[random.Next(values.Length)]);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), Checksum(bytes.AsSpan(TotalLengthAt)));
            if (!PassageSegment.TryOpen(bytes, out var segment, out var problem))
            {
                refused++;
                Assert.Equal("inconsistent", problem);
                continue;
            }

            foreach (var query in queries)
            {
                Assert.All(PassageRanker.Rank(MadeUpArticles.Index(segment), query, new RankingWeights()), passage => Assert.True(passage.Span.Start >= 0));
                _ = PassageSegmentMerger.Merge([segment], static _ => false, default);
            }
        }

        // Some numbers may be anything: revision ids, impacts, places in texts.
        Assert.InRange(refused, 1_000, 5_999);
    }

    [Fact]
    public void An_archive_of_nothing_is_a_segment_too()
    {
        var segment = MadeUpArticles.Segment([]);
        Assert.Equal((0, 0, 0), (segment.ArticleCount, segment.PassageCount, segment.TermCount));
        Assert.Empty(MadeUpArticles.Index(segment).Search(MadeUpArticles.Queries(1, 1)[0]));
        Assert.Equal(0, MadeUpArticles.Open(PassageSegmentMerger.Merge([segment, segment], static _ => false, default)).PassageCount);
    }

    [Fact]
    public void A_merge_into_a_file_takes_less_memory_than_the_segment_has_and_gives_the_same()
    {
        var parts = Enumerable.Range(0, 4).Select(part => MadeUpArticles.Segment(MadeUpArticles.Random(part, 3_000, firstRevision: 1 + (part * 3_000), maxSentences: 60))).ToList();
        var expected = PassageSegmentMerger.Merge(parts, static id => id % 5 == 0, default);
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PassageSegmentMerger.Merge(parts, static id => id % 5 == 0, default, file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, expected.Length / 2);
        Assert.Equal(expected.Length, file.Length);
        var written = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(written);
        Assert.Equal(expected, written);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(39)]
    public void The_checksum_tells_bytes_in_another_order(int at)
    {
        var bytes = Enumerable.Range(0, 80).Select(value => (byte)value).ToArray();
        var before = Checksum(bytes);
        (bytes[at], bytes[at + 40]) = (bytes[at + 40], bytes[at]);
        Assert.NotEqual(before, Checksum(bytes));
    }

    private static List<int> Walk(PassageSegment segment, int term)
    {
        var passages = new List<int>();
        for (var cursor = new PostingsCursor(segment.PostingsOf(term)); cursor.Passage != int.MaxValue; cursor.MoveNext())
            passages.Add(cursor.Passage);
        return passages;
    }
}
