using NewsBot.Core.Articles;
using NewsBot.Core.Duplicates;

namespace NewsBot.Tests.Core.Duplicates;

public sealed class DuplicateIndexTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Copies_are_found_among_many_texts_and_nothing_else_is()
    {
        var index = new DuplicateIndex();
        for (var seed = 0; seed < 500; seed++)
        {
            Assert.Null(index.Find(Text(NewsTexts.Make(seed, 250), "First")));
            index.Add(Text(NewsTexts.Make(seed, 250), "First"), seed);
        }

        for (var seed = 0; seed < 500; seed += 7)
        {
            var text = NewsTexts.Make(seed, 250);
            Assert.Equal(seed, index.Find(Text(text, "Other")));
            Assert.Equal(seed, index.Find(Text(NewsTexts.Cut(text, 0.5), "Other")));
            Assert.Equal(seed, index.Find(Text("Our own reporters were there when it began.\n" + text + "\nMore on page two.", "Other")));
            Assert.Equal(seed, index.Find(Text(NewsTexts.Edit(text, 25), "Other")));
        }

        Assert.Equal(500, index.Count);
    }

    [Fact]
    public void The_most_alike_of_several_counts()
    {
        var text = NewsTexts.Make(1, 300);
        var index = new DuplicateIndex();
        index.Add(Text(NewsTexts.Edit(text, 20), "A"), 1);
        index.Add(Text(text, "B"), 2);
        index.Add(Text(NewsTexts.Edit(text, 30), "C"), 3);
        Assert.Equal(2, index.Find(Text(text + " A few words more.", "D")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100)]
    public void The_oldest_drop_out_of_a_full_index(int held)
    {
        var index = new DuplicateIndex(held);
        for (var seed = 0; seed < 300; seed++)
            index.Add(Text(NewsTexts.Make(seed, 80), "First"), seed);
        Assert.Equal(held, index.Count);
        Assert.Equal(
            Enumerable.Range(0, 300).Select(seed => seed < 300 - held ? (long?)null : seed),
            Enumerable.Range(0, 300).Select(seed => index.Find(Text(NewsTexts.Make(seed, 80), "Other"))));
    }

    [Fact]
    public void A_text_takes_some_hundred_bytes_of_an_index()
    {
        const int texts = 4_600;
        var held = Enumerable.Range(0, texts).Select(seed => Text(NewsTexts.Make(seed, 80), "First")).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var index = new DuplicateIndex();
        foreach (var (number, text) in held.Index())
            index.Add(text, number);

        // All that it had on the way to its size, of which it holds a third.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / texts, 256, 1_024);
    }

    [Fact]
    public void However_many_have_one_text_each_is_found_to_be_a_copy()
    {
        var index = new DuplicateIndex();
        var text = Text(NewsTexts.Make(1, 100), "First");
        for (var copy = 0; copy < 2_000; copy++)
        {
            Assert.Equal(copy == 0 ? null : 0, index.Find(text));
            index.Add(text, 0);
        }
    }

    [Fact]
    public void The_same_words_weeks_later_are_no_copy()
    {
        var text = NewsTexts.Make(1, 200);
        var first = Text(text, "A");
        Assert.NotNull(first.CopyOf(Text(text, "B", Day + ReportedText.Window)));
        Assert.Null(first.CopyOf(Text(text, "B", Day + ReportedText.Window + TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void What_an_outlet_shares_with_itself_says_less_than_what_it_shares_with_others()
    {
        var column = NewsTexts.Make(1, 300);
        var next = NewsTexts.Cut(column, 0.75) + " " + NewsTexts.Make(2, 75);
        Assert.NotNull(Text(column, "A").CopyOf(Text(next, "B")));
        Assert.Null(Text(column, "A").CopyOf(Text(next, "A")));
        Assert.NotNull(Text(column, "A").CopyOf(Text(NewsTexts.Edit(column, 60), "A")));
        Assert.NotNull(Text(column, null).CopyOf(Text(next, null)));
    }

    [Fact]
    public void A_teaser_is_a_copy_of_teasers_only()
    {
        var text = NewsTexts.Make(1, 300);
        var teaser = NewsTexts.Cut(text, 0.15);
        Assert.Null(Text(teaser, "A").CopyOf(Text(text, "B")));
        Assert.NotNull(Text(teaser, "A").CopyOf(Text(teaser + " He said so.", "B")));
    }

    [Fact]
    public void An_outlet_is_known_by_its_site()
    {
        static ReportedText Of(string? url, string? source) =>
            ReportedText.Of(new Article { Id = "x", Title = "Title", Body = NewsTexts.Make(1, 100), Url = url, Source = source }, Day)!;

        Assert.Equal(Of("https://www.a.com/1", "A - World").Outlet, Of("http://amp.a.com/2", "A - Top").Outlet);
        Assert.NotEqual(Of("https://a.com/1", "A").Outlet, Of("https://b.com/1", "A").Outlet);
        Assert.Equal(Of(null, "Reuters").Outlet, Of(null, "REUTERS").Outlet);
        Assert.Equal(0, Of(null, null).Outlet);
    }

    private static ReportedText Text(string body, string? outlet, DateTimeOffset? at = null) =>
        ReportedText.Of(new Article { Id = "x", Title = "A title of a few words", Body = body, Source = outlet, PublishedAt = at }, Day)!;
}
