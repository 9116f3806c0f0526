using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;

namespace NewsBot.Tests.Core.Answers.Composing;

public sealed class AnswerModelTests
{
    [Fact]
    public void The_shipped_weights_survive_a_round_trip()
    {
        var model = AnswerModel.Parse(AnswerModel.Default.ToJson());

        Assert.Equal(AnswerModel.Default.Sentence, model.Sentence);
        Assert.Equal(AnswerModel.Default.Support, model.Support);
        Assert.Equal(AnswerModel.Default.Short, model.Short);
        Assert.Equal(AnswerModel.Default.ScopedSupportThreshold, model.ScopedSupportThreshold);
    }

    [Fact]
    public void Within_given_articles_it_takes_more_support() =>
        Assert.True(AnswerModel.Default.ScopedSupportThreshold > AnswerModel.Default.SupportThreshold);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"sentence":{"Shoe":1},"support":{},"short":{},"supportThreshold":0.5,"scopedSupportThreshold":0.5,"shortThreshold":0.5}""")]
    public void What_are_no_weights_is_refused_with_a_reason(string json) =>
        Assert.Throws<FormatException>(() => AnswerModel.Parse(json));

    [Fact]
    public void Ranking_learns_which_feature_marks_the_right_row()
    {
        var random = new Random(7);
        var groups = Enumerable.Range(0, 200).Select(_ =>
        {
            var rows = Enumerable.Range(0, 5).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
            var best = rows.Max(row => row[0]);
            return (rows, rows.Select(row => row[0] == best).ToArray());
        }).ToList();
        var weights = LinearTrainer.FitRanking(groups, ridge: 0.001, [0, 0]);

        Assert.True(weights[0] > 5);
        Assert.InRange(weights[1], -1, 1);
    }

    [Fact]
    public void A_feature_that_hardly_occurs_keeps_its_prior()
    {
        var groups = Enumerable.Range(0, 50).Select(number => (new double[][] { [1, number == 0 ? 1 : 0], [0, 0] }, new[] { true, false })).ToList();

        Assert.Equal(3, LinearTrainer.FitRanking(groups, ridge: 0.001, [0, 3])[1]);
    }

    [Fact]
    public void A_sign_holds_against_the_data()
    {
        var rows = Enumerable.Range(0, 100).Select(number => new[] { 1.0, number / 100.0 }).ToList();
        var isRight = rows.Select(row => row[1] < 0.5).ToList();
        var shares = rows.Select(_ => 0.01).ToList();

        Assert.True(LinearTrainer.FitLogistic(rows, isRight, shares, [0, 0], ridge: 0.001)[1] < -1);
        Assert.Equal(0, LinearTrainer.FitLogistic(rows, isRight, shares, [0, 1], ridge: 0.001)[1]);
    }
}
