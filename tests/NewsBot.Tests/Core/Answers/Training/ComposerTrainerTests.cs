using NewsBot.Core.Answers.Composing;
using NewsBot.Core.Answers.Training;
using NewsBot.Tests.Host.Answering;

namespace NewsBot.Tests.Core.Answers.Training;

/// <summary>What the weights learn from which set of questions.</summary>
public sealed class ComposerTrainerTests
{
    private static readonly string[] Towns = ["Varna", "Lovech", "Harsk", "Odesa", "Turku", "Gdynia", "Bergen", "Aarhus", "Ostend", "Cork", "Vigo", "Split"];

    [Fact]
    public void A_probability_means_the_share_of_right_replies_among_the_calibrating_examples()
    {
        var most = Constant(isCalibrating: set => set == 0);
        var half = Constant(isCalibrating: set => set == 1);

        Assert.True(half < most - 1, $"{half} where half of the replies are right, {most} where most are");
    }

    [Fact]
    public void Without_a_right_reply_among_the_calibrating_examples_nothing_moves() =>
        Assert.Equal(Constant(isCalibrating: _ => false), Constant(isCalibrating: set => set == 2));

    /// <summary>The constant of the support. It learns from three sets: in the first all replies but one are right, in the second half of them, in the third none.</summary>
    private static double Constant(Func<int, bool> isCalibrating)
    {
        var articles = Towns.Select((town, i) => MadeUpArchive.Article($"The ferry to {town}", $"A seat on the ferry to {town} costs {i + 20} euros from June on."));
        var archive = new MadeUpArchive([.. articles]);
        var trainer = new ComposerTrainer((given, known) => known.Contains(given));
        for (var set = 0; set < 3; set++)
        {
            foreach (var (i, town) in Towns.Index())
            {
                var isRight = (set == 0 && i > 0) || (set == 1 && i % 2 == 0);
                archive.Teach(trainer, $"How much does a seat on the ferry to {town} cost?", isRight ? $"{i + 20} euros" : null, new ExampleSet(set, isCalibrating(set)));
            }
        }

        return trainer.Train(refused: 0.9, shortPrecision: 0.75, quoted: 0.4).Model.Support[(int)SupportFeature.Constant];
    }
}
