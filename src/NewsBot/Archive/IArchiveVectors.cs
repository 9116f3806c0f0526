using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>A process's own vector index, which follows the vector store.</summary>
internal interface IArchiveVectors
{
    /// <summary>Follows the store to its end; the first call opens the index, or makes it again when its files are missing or damaged.</summary>
    /// <exception cref="StoreException">The store failed; the index stays as it was.</exception>
    Task UpdateAsync(CancellationToken cancellationToken);

    /// <summary>A question's vector, and the index that it is compared with.</summary>
    /// <param name="text">The question as it is to be understood alone.</param>
    /// <returns>Null while there are no vectors, and when the model gives none for the question in time; no question fails because of it.</returns>
    Task<QuestionMeaning?> FindMeaningAsync(string text, CancellationToken cancellationToken);
}
