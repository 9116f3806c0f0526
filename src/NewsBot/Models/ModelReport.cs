namespace NewsBot.Models;

/// <summary>The tokens that the language model took on a day.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Usage">The tokens.</param>
/// <param name="Cost">Their price in the currency of the settings; null when the settings name no price.</param>
internal sealed record ModelReport(string Model, ModelUsage Usage, decimal? Cost);
