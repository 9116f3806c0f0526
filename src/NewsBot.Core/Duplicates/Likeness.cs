namespace NewsBot.Core.Duplicates;

/// <summary>How much of two texts is the same, by their shingles.</summary>
/// <param name="Resemblance">What they share as a share of what either has (Jaccard's index), 0 to 1.</param>
/// <param name="Containment">What they share as a share of what the smaller has, 0 to 1: 1 for a text and its beginning.</param>
public readonly record struct Likeness(double Resemblance, double Containment)
{
    /// <summary>The likeness of two sets of which the resemblance and the sizes are known.</summary>
    internal static Likeness Of(double resemblance, int size, int otherSize)
    {
        // Of sets of sizes a and b that share s, the resemblance is s / (a + b - s).
        var shared = resemblance / (1 + resemblance) * ((double)size + otherSize);
        return new Likeness(resemblance, Math.Min(1, shared / Math.Max(1, Math.Min(size, otherSize))));
    }
}
