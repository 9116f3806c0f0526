using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers;

namespace NewsBot.Tests.Host.Cli.Evaluation;

public sealed class KindTableTests
{
    [Fact]
    public void Kinds_tiers_and_totals_are_shares_of_what_was_asked()
    {
        var table = new KindTable();
        table.Add(Score("who", "a", AnswerTier.Sure, isRight: true));
        table.Add(Score("who", "a", AnswerTier.Sure, isRight: false));
        table.Add(Score("who", "b", AnswerTier.Unsure, isRight: true));
        table.Add(Score("why", "b", AnswerTier.None, isRight: true, rank: -1));
        table.Add(Score("absent", "a", AnswerTier.Unsure, isRight: false, isAnswerable: false));
        table.Add(Score("absent", "b", AnswerTier.None, isRight: false, isAnswerable: false));
        table.Add(new ReplyScore
        {
            Question = new EvalQuestion("unknown", "?", null, [], [], null) { Kind = "who" },
            Tier = AnswerTier.Sure,
            ArticleRank = -1,
            WouldBeRight = null,
            IsRight = null,
            Probability = null,
        });
        var lines = table.Lines().ToList();
        Assert.Equal(
            [
                "with an answer        n   Hits@1   Hits@4  Hits@10    would |   sure    right   useful |  +unsure",
                "  who                 3    1.000    1.000    1.000     .667 |   .667     .500     .333 |     .667",
                "  why                 1     .000     .000     .000    1.000 |   .000        -     .000 |     .000",
                "  all                 4     .750     .750     .750     .750 |   .500     .500     .250 |     .500",
                "",
                "without an answer     n     sure   quoted",
                "  absent              2     .000     .500",
                "",
            ],
            lines.Take(8));
        Assert.Contains("  sure: answered                   .500   .000 to 1.000        4", lines);
        Assert.Contains("  without an answer: quoted        .500   .000 to 1.000        2", lines);
        Assert.Equal(lines, table.Lines());
    }

    [Fact]
    public void Questions_over_one_article_are_drawn_together()
    {
        var apart = Enumerable.Range(0, 100).Select(i => Score("who", $"article {i}", AnswerTier.Sure, isRight: i % 2 == 0)).ToList();
        var together = Enumerable.Range(0, 100).Select(i => Score("who", i % 2 == 0 ? "a" : "b", AnswerTier.Sure, isRight: i % 2 == 0)).ToList();
        Assert.Equal((0, 1), new ArticleBootstrap(together).Interval(score => score.IsRight == true, _ => true));
        var (low, high) = new ArticleBootstrap(apart).Interval(score => score.IsRight == true, _ => true);
        Assert.InRange(low, 0.37, 0.43);
        Assert.InRange(high, 0.57, 0.63);
    }

    private static ReplyScore Score(string kind, string article, AnswerTier tier, bool isRight, bool isAnswerable = true, int rank = 0) => new()
    {
        Question = new EvalQuestion(kind, "?", null, ["x"], [article], isAnswerable) { Kind = kind },
        Tier = tier,
        ArticleRank = rank,
        WouldBeRight = isRight,
        IsRight = tier == AnswerTier.None ? null : isRight,
        Probability = 0.5,
    };
}
