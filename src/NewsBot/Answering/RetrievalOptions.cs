using Microsoft.Extensions.Options;
using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>How passages are ranked; the configuration section 'Retrieval'.</summary>
internal sealed class RetrievalOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Retrieval";

    /// <summary>What a fresh article is worth, 0 (nothing) to 2, as a share of a full match of the question's words; 0.3 by default.</summary>
    public double RecencyWeight { get; set; } = new RankingWeights().Recency;

    /// <summary>What an outlet that the question names is worth, 0 to 2, likewise; 0.3 by default.</summary>
    public double OutletWeight { get; set; } = new RankingWeights().Outlet;

    /// <summary>The weights that the ranking takes.</summary>
    public RankingWeights ToWeights() => new() { Recency = RecencyWeight, Outlet = OutletWeight };
}

/// <summary>Refuses weights out of range.</summary>
internal sealed class RetrievalOptionsValidator : IValidateOptions<RetrievalOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetrievalOptions options)
    {
        if (options.RecencyWeight is not (>= 0 and <= 2))
            return ValidateOptionsResult.Fail($"Retrieval:RecencyWeight is {options.RecencyWeight}; it takes a number from 0 to 2.");
        return options.OutletWeight is >= 0 and <= 2
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Retrieval:OutletWeight is {options.OutletWeight}; it takes a number from 0 to 2.");
    }
}
