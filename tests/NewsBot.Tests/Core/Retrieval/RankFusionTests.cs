using NewsBot.Core.Articles;
using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Retrieval;

/// <summary>Words and meaning together. Article 1 answers in other words than the question's; the others share some of its words.</summary>
public sealed class RankFusionTests
{
    private const string Question = "Why did physicians begin a walkout?";
    private const int Dimensions = 64;

    private static readonly DateTimeOffset AsOf = new(2023, 7, 15, 0, 0, 0, TimeSpan.Zero);

    private static readonly List<ArticleRevision> Articles =
    [
        MadeUpArticles.Article(1, "Doctors strike over pay.", new(2023, 5, 10, 0, 0, 0, TimeSpan.Zero)),
        MadeUpArticles.Article(2, "The fair will begin in June with music.", new(2023, 6, 1, 0, 0, 0, TimeSpan.Zero)),
        MadeUpArticles.Article(3, "The volcano slept.", new(2023, 6, 1, 0, 0, 0, TimeSpan.Zero)),
    ];

    [Fact]
    public void A_passage_in_other_words_is_found_by_its_meaning_alone()
    {
        Assert.DoesNotContain(Rank(Question, meaning: false), passage => passage.RevisionId == 1);
        var ranked = Rank(Question, meaning: true);
        Assert.Equal(1, ranked[0].RevisionId);
        Assert.Equal(ranked.Select(passage => passage.Score).OrderDescending(), ranked.Select(passage => passage.Score));
    }

    [Fact]
    public void Meaning_of_no_weight_changes_no_score_and_no_order()
    {
        var plain = Rank("When will the fair begin?", meaning: false);
        var fused = Rank("When will the fair begin?", meaning: true, weight: 0);
        Assert.Equal(plain, fused.Take(plain.Count));
        Assert.All(fused.Skip(plain.Count), passage => Assert.True(passage.TextScore < plain[^1].TextScore));
    }

    [Fact]
    public void A_passage_that_only_meaning_found_has_the_score_that_the_words_would_have_given()
    {
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(Articles));
        var query = new PassageQuery { Terms = [new WeightedTerm("doctor", 1), new WeightedTerm("volcano", 1)], AsOf = AsOf, Count = 1 };
        var all = PassageRanker.Rank(index, query with { Count = 10 }, new RankingWeights());
        var fused = PassageRanker.Rank(index, query, new RankingWeights(), Meaning("volcano", weight: 0));
        Assert.Equal(all.OrderBy(passage => passage.RevisionId), fused.Where(passage => passage.TextScore > 0).OrderBy(passage => passage.RevisionId));
    }

    [Fact]
    public void Days_that_the_question_names_bound_what_meaning_finds()
    {
        Assert.Equal([2L, 3], Rank("When did the fair begin in June 2023?", meaning: true).Select(passage => passage.RevisionId).Order());
        Assert.Equal([2L], Rank("When did the fair begin in June 2023?", meaning: false).Select(passage => passage.RevisionId));
    }

    [Fact]
    public void Only_current_and_wanted_revisions_are_found()
    {
        var without = new PassageIndex([MadeUpArticles.Segment(Articles)], new HashSet<long> { 1 });
        var question = QuestionAnalyzer.Analyze(Question, AsOf);
        Assert.DoesNotContain(QuestionSearch.Rank(without, question, new RankingWeights(), meaning: Meaning(Question, 0.5)), passage => passage.RevisionId == 1);
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(Articles));
        Assert.Equal([3], QuestionSearch.Rank(index, question, new RankingWeights(), new HashSet<long> { 3 }, Meaning(Question, 0.5)).Select(passage => passage.RevisionId));
    }

    [Fact]
    public void A_question_without_words_finds_nothing() => Assert.Empty(Rank("?", meaning: true));

    [Fact]
    public void Vectors_of_passages_that_the_index_does_not_have_count_for_nothing()
    {
        var elsewhere = new RevisionVectors(1, [new TextSpan(0, 3)], [.. WordVectors.Of(Question, Dimensions).Select(value => (Half)value)]);
        var meaning = new QuestionMeaning(new VectorIndex(Dimensions, [MadeUpVectors.Segment([elsewhere], Dimensions)]), WordVectors.Of(Question, Dimensions), 0.5);
        var index = MadeUpArticles.Index(MadeUpArticles.Segment(Articles));
        var question = QuestionAnalyzer.Analyze(Question, AsOf);
        Assert.Equal(QuestionSearch.Rank(index, question, new RankingWeights()), QuestionSearch.Rank(index, question, new RankingWeights(), meaning: meaning));
    }

    [Fact]
    public void Worths_go_from_one_to_zero_in_the_order_of_the_hits()
    {
        var random = new Random(9);
        for (var round = 0; round < 100; round++)
        {
            var hits = Enumerable.Range(0, random.Next(2, 50)).Select(_ => (random.NextDouble() * 2) - 1).OrderDescending().Select(
                value => new VectorHit(1, default, value)).ToList();
            var worths = RankFusion.Worths(hits);
            Assert.Equal((1, 0), (worths[0], worths[^1]));
            Assert.Equal(worths.OrderDescending(), worths);
        }

        Assert.Empty(RankFusion.Worths([]));
        Assert.Equal([1, 1], RankFusion.Worths([new VectorHit(1, default, 0.5), new VectorHit(2, default, 0.5)]));
    }

    private static IReadOnlyList<RankedPassage> Rank(string text, bool meaning, double weight = 0.5) => QuestionSearch.Rank(
        MadeUpArticles.Index(MadeUpArticles.Segment(Articles)), QuestionAnalyzer.Analyze(text, AsOf), new RankingWeights(), meaning: meaning ? Meaning(text, weight) : null);

    private static QuestionMeaning Meaning(string text, double weight)
    {
        var vectors = Articles.Select(article => new RevisionVectors(
            article.RevisionId, [new TextSpan(0, article.Article.Body.Length)], [.. WordVectors.Of(article.Article.Body, Dimensions).Select(value => (Half)value)])).ToList();
        return new QuestionMeaning(new VectorIndex(Dimensions, [MadeUpVectors.Segment(vectors, Dimensions)]), WordVectors.Of(text, Dimensions), weight);
    }
}
