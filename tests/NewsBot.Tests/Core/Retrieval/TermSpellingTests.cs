using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class TermSpellingTests
{
    private static readonly PassageIndex Index = MadeUpArticles.Index(
        MadeUpArticles.Segment(
        [
            MadeUpArticles.Article(1, "Sergei Lavrov spoke in Kramatorsk. Zhelnovski listened to the mokrey."),
            MadeUpArticles.Article(2, "Lavrov left. The veterinarians stayed with a monkry and a moukey."),
        ]),
        MadeUpArticles.Segment([MadeUpArticles.Article(3, "Lavrov and the moukey came back to Kramatorsk.")]));

    [Theory]
    [InlineData("Lavrof", "lavrof", "lavrov")]
    [InlineData("Lavorv", "lavorv", "lavrov")]
    [InlineData("Lavrrov", "lavrrov", "lavrov")]
    [InlineData("Kramatorks", "kramatork", "kramatorsk")]
    [InlineData("Kramtosk", "kramtosk", "kramatorsk")]
    [InlineData("vetrinarian", "vetrinarian", "veterinarian")]
    public void A_word_that_the_archive_lacks_finds_the_nearest_of_the_same_letter(string word, string term, string meant) =>
        Assert.Equal(meant, TermSpelling.Near(Index, word, term)[0]);

    [Theory]
    [InlineData("Lavrov", "lavrov")]
    [InlineData("Bavrov", "bavrov")]
    [InlineData("Lvrv", "lvrv")]
    [InlineData("lav", "lav")]
    [InlineData("Lavrov1", "lavrov1")]
    [InlineData("President", "presid")]
    [InlineData("Ukraine", "ukrain")]
    [InlineData("", "")]
    [InlineData("лавров", "лавров")]
    public void Known_short_and_far_words_and_numbers_are_left(string word, string term) => Assert.Empty(TermSpelling.Near(Index, word, term));

    [Fact]
    public void Of_words_as_near_the_one_with_the_same_letters_comes_first_then_the_more_frequent_one()
    {
        Assert.Equal("mokrey", TermSpelling.Near(Index, "mokery", "mokery")[0]);
        Assert.Equal(["moukey", "mokrey"], TermSpelling.Near(Index, "mokey", "mokey"));
    }

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("abc", "axc", 1)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("", "ab", 2)]
    public void Edits_are_counted_and_a_swap_of_neighbours_is_one(string a, string b, int edits)
    {
        Assert.Equal(edits, TermSpelling.Edits(a, b, most: 5));
        Assert.Equal(edits, TermSpelling.Edits(b, a, most: 5));
        Assert.True(edits <= 1 || TermSpelling.Edits(a, b, most: 1) > 1);
    }

    [Fact]
    public void Articles_that_hold_a_term_are_found_from_the_newest_and_none_that_is_too_new()
    {
        var day = MadeUpArticles.FirstDay;
        var dated = MadeUpArticles.Index(
            MadeUpArticles.Segment(
            [
                MadeUpArticles.Article(1, "Lavrov."), MadeUpArticles.Article(2, "Lavrov.", day), MadeUpArticles.Article(3, "Lavrov.", day.AddDays(1)),
                MadeUpArticles.Article(4, "Lavrov.", day.AddDays(2)),
            ]),
            MadeUpArticles.Segment([MadeUpArticles.Article(5, "Lavrov.", day.AddDays(3))]));
        Assert.Equal([4L, 3], dated.RevisionsWith("lavrov", 2));
        Assert.Equal([3L, 2, 1], dated.RevisionsWith("lavrov", 10, day.AddDays(1)));
        Assert.Equal([1L], dated.RevisionsWith("lavrov", 10, day.AddDays(-1)));
        Assert.Equal([4L, 3, 2, 1, 5], dated.RevisionsWith("lavrov", 10));
    }

    [Fact]
    public void Articles_that_hold_a_term_are_found_unless_a_newer_revision_has_replaced_them()
    {
        Assert.Equal([1L, 2, 3], Index.RevisionsWith("lavrov", 10).Order());
        Assert.Single(Index.RevisionsWith("lavrov", 1));
        Assert.Empty(Index.RevisionsWith("nobody", 10));
        Assert.Equal([1L, 2, 3], Index.RevisionsWith("lavrov", 10, MadeUpArticles.FirstDay).Order());
        Assert.DoesNotContain(3L, new PassageIndex(Index.Segments, new HashSet<long> { 3 }).RevisionsWith("lavrov", 10));
    }
}
