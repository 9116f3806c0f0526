using Microsoft.Extensions.Options;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Answering;

/// <summary>How passages are ranked; the configuration section 'Retrieval'.</summary>
internal sealed class RetrievalOptions
{
    public const string Section = "Retrieval";

    /// <summary>What a fresh article is worth, 0 (nothing) to 2, as a share of a full match of the question's words; 0.3 by default.</summary>
    [SettingRange(0, 2)]
    public double RecencyWeight { get; set; } = new RankingWeights().Recency;

    /// <summary>What an outlet that the question names is worth, 0 to 2, likewise; 0.3 by default.</summary>
    [SettingRange(0, 2)]
    public double OutletWeight { get; set; } = new RankingWeights().Outlet;

    /// <summary>The weights that the ranking takes.</summary>
    public RankingWeights ToWeights() => new() { Recency = RecencyWeight, Outlet = OutletWeight };
}

/// <summary>Refuses weights out of range.</summary>
[OptionsValidator]
internal sealed partial class RetrievalOptionsValidator : IValidateOptions<RetrievalOptions>;
