namespace NewsBot.Core.Duplicates;

/// <summary>How much two texts have in common, by their shingles.</summary>
/// <param name="Resemblance">The shingles of both, as a share of the shingles of either (Jaccard's index), 0 to 1.</param>
/// <param name="Containment">The shingles of both, as a share of those of the smaller text, 0 to 1: 1 for a text and its beginning.</param>
public readonly record struct Similarity(double Resemblance, double Containment)
{
    /// <summary>The similarity of two sets of which the resemblance and the sizes are known.</summary>
    internal static Similarity Of(double resemblance, int size, int otherSize)
    {
        // Of sets of sizes a and b that share s, the resemblance is s / (a + b - s).
        var shared = resemblance / (1 + resemblance) * ((double)size + otherSize);
        return new Similarity(resemblance, Math.Min(1, shared / Math.Max(1, Math.Min(size, otherSize))));
    }
}
