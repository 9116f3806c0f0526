using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Which of the archive's revisions run one text; stored as the articles come in.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface IDuplicateStore
{
    /// <summary>The groups of revisions: those with one number are near duplicates, whoever ran them and under whatever title.</summary>
    /// <param name="revisionIds">Any number.</param>
    /// <returns>The group of each revision that has one; a revision that is gone, says too little, or was not read yet has none.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IReadOnlyDictionary<long, long>> FindGroupsAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken);
}
