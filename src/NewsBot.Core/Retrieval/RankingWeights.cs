namespace NewsBot.Core.Retrieval;

/// <summary>The weight of each signal beside a passage's own score; dimensionless, tuned on questions about dated news.</summary>
public sealed record RankingWeights
{
    /// <summary>The article's score over its whole text.</summary>
    public double Article { get; init; } = 0.6;

    /// <summary>Rarity of the query's terms in the title.</summary>
    public double Title { get; init; } = 0.5;

    /// <summary>A fresh article, as a share of the sum of the query's weights. The right value depends on how dense the archive is around the day asked about.</summary>
    public double Recency { get; init; } = 0.3;

    /// <summary>An outlet that the question names, as a share of the sum of the query's weights.</summary>
    public double Outlet { get; init; } = 0.3;
}
