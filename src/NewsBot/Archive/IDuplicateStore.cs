using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>Which of the archive's revisions run one text; kept with the articles, as they come in.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface IDuplicateStore
{
    /// <summary>The groups of revisions: those with one number are near duplicates, whoever ran them and under whatever title.</summary>
    /// <param name="revisionIds">Any number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Of each revision that has a group; one that is gone, says too little, or was not looked at yet has none.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IReadOnlyDictionary<long, long>> FindGroupsAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken);
}
