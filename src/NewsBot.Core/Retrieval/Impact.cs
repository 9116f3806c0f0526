namespace NewsBot.Core.Retrieval;

/// <summary>The weight of a term in a passage, BM25's saturated term frequency, kept in one byte.</summary>
/// <remarks>
/// Robertson and Zaragoza, 'The Probabilistic Relevance Framework', 2009; k1 and b as measured on news questions. The length is normalised by a
/// fixed pivot, not by the mean of the moment, so that an impact never changes when articles come in.
/// </remarks>
public static class Impact
{
    /// <summary>Dimensionless; how soon a repeated term stops to count.</summary>
    public const double K1 = 0.9;

    /// <summary>From 0 (length does not matter) to 1.</summary>
    public const double B = 0.4;

    /// <summary>Words of a passage that counts as neither long nor short.</summary>
    public const double PivotTokens = 128;

    // Per impact, its part of saturation and the rest of it.
    private static readonly double[] Saturated = [.. Enumerable.Range(0, 256).Select(impact => Math.Min(impact, 254) / 255.0)];
    private static readonly double[] Unsaturated = [.. Saturated.Select(saturated => 1 - saturated)];

    /// <summary>Quantises a frequency.</summary>
    /// <param name="frequency">Weighted occurrences in the passage, above 0.</param>
    /// <param name="tokens">Words of the passage.</param>
    /// <returns>1 to 255, for a saturated frequency of 0 to 1.</returns>
    public static byte Quantise(double frequency, int tokens) =>
        (byte)Math.Clamp(Math.Round(255 * frequency / (frequency + Norm(tokens))), 1, 255);

    /// <summary>The frequency that an impact stands for, to about a tenth for frequencies up to five.</summary>
    public static double Frequency(byte impact, int tokens) => Norm(tokens) * Saturated[impact] / Unsaturated[impact];

    private static double Norm(int tokens) => K1 * (1 - B + (B * tokens / PivotTokens));
}
