using System.Globalization;

namespace NewsBot.Cli.Evaluation;

/// <summary>Compares the probabilities that replies give with how often they are right.</summary>
/// <remarks>Guo et al., 'On Calibration of Modern Neural Networks', ICML 2017: ten bins of equal width.</remarks>
internal sealed class Reliability
{
    private const int BinCount = 10;

    private readonly double[] sums = new double[BinCount];
    private readonly int[] rights = new int[BinCount];
    private readonly int[] counts = new int[BinCount];

    /// <summary>Replies counted.</summary>
    public int Count => counts.Sum();

    /// <summary>The bins that hold a reply, in the order of their probabilities.</summary>
    public IEnumerable<ReliabilityBin> Bins => Enumerable.Range(0, BinCount)
        .Where(bin => counts[bin] > 0)
        .Select(bin => new ReliabilityBin((double)bin / BinCount, counts[bin], sums[bin] / counts[bin], (double)rights[bin] / counts[bin]));

    /// <summary>How far probabilities and shares lie apart, on average over replies, 0 to 1; 0 when nothing is counted.</summary>
    public double ExpectedError => Count == 0 ? 0 : Bins.Sum(bin => bin.Count * Math.Abs(bin.Mean - bin.Right)) / Count;

    /// <summary>Counts a reply that gives a probability, when it is known whether it would be right.</summary>
    public void Add(ReplyScore score)
    {
        if (score is not { Probability: { } probability, WouldBeRight: { } isRight })
            return;
        var bin = Math.Clamp((int)(probability * BinCount), 0, BinCount - 1);
        counts[bin]++;
        sums[bin] += probability;
        rights[bin] += isRight ? 1 : 0;
    }

    /// <summary>The bins as lines of text.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "reliability: 'probability'            n    mean   right";
        foreach (var bin in Bins)
            yield return string.Create(CultureInfo.InvariantCulture, $"  {bin.From:0.0} to {bin.From + (1.0 / BinCount),-20:0.0}{bin.Count,9}{bin.Mean,8:.000}{bin.Right,8:.000}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{"  expected calibration error",-32}{ExpectedError,6:.000} {Count,8}");
    }
}

/// <summary>Replies of about the same probability.</summary>
/// <param name="From">The least probability of the bin.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean probability.</param>
/// <param name="Right">The share of them that is right.</param>
internal readonly record struct ReliabilityBin(double From, int Count, double Mean, double Right);
