using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;

namespace NewsBot.Tests.Core.Retrieval;

public sealed class QuestionSearchTests
{
    private static readonly DateTimeOffset AsOf = new(2023, 7, 15, 0, 0, 0, TimeSpan.Zero);

    private static readonly PassageIndex Index = MadeUpArticles.Index(MadeUpArticles.Segment(
    [
        MadeUpArticles.Article(1, "Negotiators met in Istanbul and signed a ceasefire.", new(2023, 5, 10, 0, 0, 0, TimeSpan.Zero), "Reuters"),
        MadeUpArticles.Article(2, "Negotiators met in Istanbul and signed a ceasefire.", new(2023, 7, 14, 0, 0, 0, TimeSpan.Zero), "BBC"),
        MadeUpArticles.Article(3, "Volcano tourists walked home and signed autographs.", new(2023, 3, 3, 0, 0, 0, TimeSpan.Zero), "BBC"),
        MadeUpArticles.Article(4, "Negotiators met in Istanbul and signed a ceasefire.", null, "CNN"),
    ]));

    [Theory]
    [InlineData("Who signed a ceasefire in Istanbul in May 2023?", 1)]
    [InlineData("Who signed a ceasefire in Istanbul?", 2)]
    public void Days_that_the_question_names_are_searched_first(string text, long first)
    {
        var ranked = Rank(text);
        Assert.Equal(first, ranked[0].RevisionId);
        Assert.Equal(first == 1, ranked.All(passage => passage.RevisionId == 1));
    }

    [Theory]
    [InlineData("Who signed a ceasefire in Istanbul in March 2023?")]
    [InlineData("Who signed a ceasefire in Istanbul in January 2019?")]
    public void Days_with_nothing_near_the_best_are_widened_to_all(string text)
    {
        var ranked = Rank(text);
        Assert.Contains(ranked, passage => passage.RevisionId == 2);
        Assert.NotEqual(3, ranked[0].RevisionId);
    }

    [Fact]
    public void One_passage_an_article_and_each_revision_once()
    {
        RankedPassage[] ranked = [Passage(7), Passage(7), Passage(3), Passage(7), Passage(5)];
        Assert.Equal([7, 3, 5], QuestionSearch.BestOfEachArticle(ranked).Select(passage => passage.RevisionId));
        Assert.Equal([7, 3], QuestionSearch.RevisionsOf(ranked, passages: 4));

        static RankedPassage Passage(long revision) => new(revision, new(0, 1), 1, 1, 1, 1, 1, 1);
    }

    [Theory]
    [InlineData("Who signed a ceasefire in Istanbul?", new long[] { 1, 3 }, new long[] { 1, 3 })]
    [InlineData("Who signed?", new long[] { 3 }, new long[] { 3 })]
    [InlineData("Who signed a ceasefire in Istanbul in May 2023?", new long[] { 2, 99 }, new long[] { 2 })]
    [InlineData("Who signed a ceasefire in Istanbul?", new long[] { }, new long[] { })]
    public void Only_the_wanted_revisions_are_found(string text, long[] wanted, long[] found)
    {
        var ranked = QuestionSearch.Rank(Index, QuestionAnalyzer.Analyze(text, AsOf), new RankingWeights(), wanted.ToHashSet());
        Assert.Equal(found, ranked.Select(passage => passage.RevisionId).Order());
    }

    [Theory]
    [InlineData("Who signed a ceasefire in Istanbul?", "2023-07-14T00:00Z", new long[] { 1, 2, 3, 4 })]
    [InlineData("Who signed a ceasefire in Istanbul?", "2023-07-13T23:59Z", new long[] { 1, 3, 4 })]
    [InlineData("Who signed a ceasefire in Istanbul?", "2023-05-10T00:00Z", new long[] { 1, 3, 4 })]
    [InlineData("Who signed a ceasefire in Istanbul?", "2023-02-01T00:00Z", new long[] { 4 })]
    [InlineData("Who signed a ceasefire in Istanbul in May 2023?", "2023-05-09T00:00Z", new long[] { 3, 4 })]
    [InlineData("Who signed a ceasefire in Istanbul in May 2023?", "2023-05-11T00:00Z", new long[] { 1 })]
    public void Nothing_later_than_the_question_is_found_and_undated_articles_are(string text, string until, long[] found)
    {
        var question = QuestionAnalyzer.Analyze(text, AsOf) with { Until = DateTimeOffset.Parse(until) };
        Assert.Equal(found, QuestionSearch.Rank(Index, question, new RankingWeights()).Select(passage => passage.RevisionId).Order());
    }

    [Fact]
    public void A_question_of_now_finds_an_article_that_is_dated_a_little_later()
    {
        var question = QuestionAnalyzer.Analyze("Who signed a ceasefire in Istanbul?", new(2023, 7, 13, 22, 0, 0, TimeSpan.Zero));
        Assert.Contains(QuestionSearch.Rank(Index, question, new RankingWeights()), passage => passage.RevisionId == 2);
    }

    [Theory]
    [InlineData("2023-07-14T00:00+03:00", "2023-07-13T23:59:59.9999999Z")]
    [InlineData("2023-07-14T23:59Z", "2023-07-14T23:59:59.9999999Z")]
    [InlineData("9999-12-31T12:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void A_day_ends_in_UTC(string instant, string end) => Assert.Equal(DateTimeOffset.Parse(end), Question.EndOfDay(DateTimeOffset.Parse(instant)));

    [Fact]
    public void A_question_without_words_finds_nothing() => Assert.Empty(Rank("?"));

    private static IReadOnlyList<RankedPassage> Rank(string text) =>
        QuestionSearch.Rank(Index, QuestionAnalyzer.Analyze(text, AsOf), new RankingWeights());
}
