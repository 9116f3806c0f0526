using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>The vectors of the archive's passages, so that no text is sent to the model twice; the truth that the vector index is built from.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface IVectorStore
{
    /// <summary>The latest model of a key; null when it has no vectors yet.</summary>
    Task<VectorModel?> FindModelAsync(string key, CancellationToken cancellationToken);

    /// <summary>The model of a key and dimensions, made when there is none.</summary>
    Task<VectorModel> AddModelAsync(string key, int dimensions, CancellationToken cancellationToken);

    /// <summary>The current revisions that have no vectors of a model, newest first.</summary>
    /// <param name="model">The model; null for one that has no vectors at all.</param>
    /// <param name="count">The most to return.</param>
    Task<IReadOnlyList<long>> FindMissingAsync(VectorModel? model, int count, CancellationToken cancellationToken);

    /// <summary>Stores vectors in one transaction; a revision that is gone, or has its vectors already, is left out.</summary>
    Task AddAsync(VectorModel model, IReadOnlyList<RevisionVectors> vectors, CancellationToken cancellationToken);

    /// <summary>The vectors of a model that were stored after <paramref name="sequence"/> (0 for all), oldest first.</summary>
    IAsyncEnumerable<RevisionVectors> ReadAsync(VectorModel model, long sequence, CancellationToken cancellationToken);

    /// <summary>The last sequence that the vectors of any model got, and how many passages have vectors of this model.</summary>
    Task<(long LastSequence, long Passages)> CountAsync(VectorModel model, CancellationToken cancellationToken);

    /// <summary>Removes the vectors of revisions that are not current, and of every other model.</summary>
    /// <param name="kept">The model that stays.</param>
    /// <param name="cancellationToken">Stops between two transactions; removed vectors stay removed.</param>
    Task PruneAsync(VectorModel kept, CancellationToken cancellationToken);
}
