using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Says how many tokens the language model took, for administrators.</summary>
internal interface IModelReport
{
    /// <summary>The tokens of today, UTC.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<ModelReport> ReadAsync(CancellationToken cancellationToken);
}
