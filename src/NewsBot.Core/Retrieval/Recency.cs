namespace NewsBot.Core.Retrieval;

/// <summary>How much an article's age speaks for it when a question is about the news of a day.</summary>
/// <remarks>The sum of a fast and a slow decay, fitted on news questions; flat for the five days before the question.</remarks>
public static class Recency
{
    private const int MaxDays = 8_000;
    private static readonly float[] ByAge = [.. Enumerable.Range(-MaxDays, (2 * MaxDays) + 1).Select(age => (float)Of(age))];

    /// <summary>The prior of an article.</summary>
    /// <param name="ageDays">Days from publication to the question; negative when it came later.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(double ageDays)
    {
        var distance = Math.Max(0, Math.Abs(ageDays - 2.5) - 2.5);
        var prior = (0.65 * Math.Exp(-distance / 12)) + (0.35 * Math.Exp(-distance / 400));
        return ageDays < -4 ? 0.2 * prior : prior;
    }

    /// <summary>As <see cref="Of"/>, by table.</summary>
    internal static float OfWholeDays(long ageDays) => ByAge[Math.Clamp(ageDays, -MaxDays, MaxDays) + MaxDays];

    /// <summary>The most of <see cref="OfWholeDays"/> from one age to another: it rises to the flat days before the question and falls from there.</summary>
    internal static float MostOfWholeDays(long leastAgeDays, long mostAgeDays) =>
        OfWholeDays(leastAgeDays > 0 ? leastAgeDays : Math.Min(mostAgeDays, 0));
}
