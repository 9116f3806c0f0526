using System.Xml.Linq;
using NewsBot.Cli.Evaluation;
using NewsBot.Core.Answers;

namespace NewsBot.Tests.Host.Cli.Evaluation;

public sealed class ReliabilityTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_error_is_the_distance_of_probability_and_share_weighed_by_the_number_of_replies()
    {
        var reliability = Of((0, false), (0.05, false), (0.25, true), (0.29, false), (1, true), (1, false));
        Assert.Equal(
            [(0.0, 2, 0.0), (0.2, 2, 0.5), (0.9, 2, 0.5)],
            reliability.Bins.Select(bin => (bin.From, bin.Count, bin.Right)));
        Assert.Equal(((0.025 * 2) + (0.23 * 2) + (0.5 * 2)) / 6, reliability.ExpectedError, 12);
        Assert.Equal("  0.2 to 0.3                         2    .270    .500", reliability.Lines().ElementAt(2));
        Assert.Equal("  expected calibration error      .252        6", reliability.Lines().Last());
    }

    [Fact]
    public void A_reply_without_a_probability_or_a_known_answer_does_not_count()
    {
        var reliability = Of((null, true), (0.5, null));
        Assert.Equal((0, 0), (reliability.Count, reliability.ExpectedError));
    }

    [Fact]
    public void The_picture_is_valid_and_has_a_mark_a_bin_sized_by_its_number()
    {
        var picture = XDocument.Parse(ReliabilityPlot.Draw(Of((0.1, false), (0.5, true), (0.51, true), (0.52, false), (0.53, false))));
        var marks = picture.Descendants(Svg + "circle").ToList();
        Assert.Equal(["100", "249.4"], marks.Select(mark => mark.Attribute("cx")!.Value));
        Assert.Equal(["432", "252"], marks.Select(mark => mark.Attribute("cy")!.Value));
        Assert.Equal(["7.5", "15"], marks.Select(mark => mark.Attribute("r")!.Value));
        Assert.Contains("prefers-color-scheme: dark", picture.Root!.Element(Svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_nothing_has_axes_and_no_mark() =>
        Assert.Empty(XDocument.Parse(ReliabilityPlot.Draw(new Reliability())).Descendants(Svg + "circle"));

    private static Reliability Of(params (double? Probability, bool? IsRight)[] replies)
    {
        var reliability = new Reliability();
        foreach (var (probability, isRight) in replies)
        {
            reliability.Add(new ReplyScore
            {
                Question = new EvalQuestion("1", "?", null, [], [], true),
                Tier = AnswerTier.None,
                ArticleRank = -1,
                WouldBeRight = isRight,
                IsRight = null,
                Probability = probability,
            });
        }

        return reliability;
    }
}
