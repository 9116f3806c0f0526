namespace NewsBot.Core.LanguageModels;

/// <summary>Tells administrators what the language model took.</summary>
public interface IModelReport
{
    /// <summary>What it took today, UTC.</summary>
    /// <exception cref="Articles.ArchiveException">The store failed.</exception>
    Task<ModelReport> ReadAsync(CancellationToken cancellationToken);
}
