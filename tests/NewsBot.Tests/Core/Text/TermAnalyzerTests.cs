using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Text;

public sealed class TermAnalyzerTests
{
    [Fact]
    public void Words_become_terms_with_their_places()
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze("The U.S. airlines’ mergers", terms, offset: 100);
        Assert.Equal(
            [new Term("the", 100, 103, true), new Term("u.s", 104, 108, false), new Term("airlin", 109, 117, false), new Term("merger", 119, 126, false)],
            terms);
    }

    [Fact]
    public void Equal_terms_share_one_string()
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze("Merged merging MERGES", terms);
        Assert.All(terms, term => Assert.Same(terms[0].Text, term.Text));
    }

    [Fact]
    public void A_long_token_counts_up_to_the_limit_and_keeps_its_place()
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze(new string('ﬃ', 100_000), terms);
        var term = Assert.Single(terms);
        Assert.Equal(TermAnalyzer.MaxTermLength, term.Text.Length);
        Assert.Equal(100_000, term.End);
    }

    [Fact]
    public void More_words_than_the_cache_holds_give_the_same_terms()
    {
        var analyzer = new TermAnalyzer();
        var terms = new List<Term>();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 150_000; i++)
            {
                terms.Clear();
                analyzer.Analyze($"Word{i}s", terms);
                Assert.Equal($"word{i}s", terms[0].Text);
            }
        }
    }

    [Fact]
    public void Threads_share_what_they_remember()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"Sharings{i}"));
        new TermAnalyzer().Analyze(text, []);
        var terms = new List<Term>(3_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        new TermAnalyzer().Analyze(text, terms);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000);
        Assert.Equal("sharings7", terms[7].Text);
    }

    [Fact]
    public void Threads_that_work_beside_each_other_give_the_same_terms()
    {
        var wrong = 0;
        Parallel.For(0, 8, thread =>
        {
            var terms = new List<Term>();
            for (var i = 0; i < 30_000; i++)
            {
                terms.Clear();
                TermAnalyzer.OfThisThread.Analyze($"Beside{(i * 7) + thread}", terms);
                if (terms[0].Text != $"beside{(i * 7) + thread}")
                    Interlocked.Increment(ref wrong);
            }
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void No_term_is_empty()
    {
        var analyzer = new TermAnalyzer();
        var terms = new List<Term>();
        foreach (var text in Texts.Random(3000, 40))
            analyzer.Analyze(text, terms);
        Assert.All(terms, term => Assert.InRange(term.Text.Length, 1, TermAnalyzer.MaxTermLength));
    }

    [Theory]
    [InlineData("the", true)]
    [InlineData("us", true)]
    [InlineData("don't", true)]
    [InlineData("u.s", false)]
    [InlineData("may", false)]
    [InlineData("talks", false)]
    public void Function_words_are_stop_words(string folded, bool isStopWord) => Assert.Equal(isStopWord, StopWords.Contains(folded));

    [Theory]
    [InlineData("Київ Києва Києву Києві Києвом")]
    [InlineData("Харків Харкова Харкові Харковом")]
    [InlineData("Одеса Одеси Одесі Одесу Одесою")]
    [InlineData("Ольга Ольги Ользі Ольгу Ольгою")]
    [InlineData("Зеленський Зеленського Зеленському Зеленським")]
    [InlineData("Тернопіль Тернополя Тернополі Тернополем")]
    [InlineData("Москва Москвы Москве Москву Москвой")]
    [InlineData("Россия России Россию Россией")]
    [InlineData("Андрей Андрея Андрею Андреем")]
    public void Cases_of_a_name_are_one_term(string forms)
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze(forms, terms);
        Assert.Single(terms.Select(term => term.Text).Distinct());
    }

    [Theory]
    [InlineData("Петро Петров")]
    [InlineData("Іван Іванов")]
    [InlineData("Одеса Одеська")]
    public void Different_names_stay_different_terms(string names)
    {
        var terms = new List<Term>();
        new TermAnalyzer().Analyze(names, terms);
        Assert.Equal(2, terms.Select(term => term.Text).Distinct().Count());
    }
}
