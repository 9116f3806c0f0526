using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Tells administrators what the language model took.</summary>
internal interface IModelReport
{
    /// <summary>What it took today, UTC.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<ModelReport> ReadAsync(CancellationToken cancellationToken);
}
