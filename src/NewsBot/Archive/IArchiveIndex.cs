using NewsBot.Core.Retrieval;

namespace NewsBot.Archive;

/// <summary>A process's own passage index, which follows the archive's article log.</summary>
internal interface IArchiveIndex
{
    /// <summary>The state that questions are answered from; empty before the first update. Reading it never waits.</summary>
    PassageIndex Current { get; }

    /// <summary>Follows the article log to its end; the first call opens the index, or makes it again when it is missing or damaged.</summary>
    /// <param name="onProgress">Told how many articles of how many are indexed; null to be silent.</param>
    /// <param name="cancellationToken">Stops between articles; the next call indexes the articles of this call again.</param>
    Task UpdateAsync(Action<int, int>? onProgress, CancellationToken cancellationToken);
}
