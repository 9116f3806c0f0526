using NewsBot.Core.Questions;
using NewsBot.Core.Retrieval;
using NewsBot.Hosting;

namespace NewsBot.Models;

/// <summary>Searches the archive without composing an answer.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface IArchiveSearch
{
    /// <summary>Finds the best passage of each of the nearest articles.</summary>
    /// <param name="text">At most <see cref="QuestionAnalyzer.MaxLength"/> units.</param>
    /// <param name="asOf">What 'now' is; null for the clock's.</param>
    /// <param name="until">The last instant of what is found, undated articles apart; null for no bound.</param>
    /// <param name="count">The most articles.</param>
    /// <returns>The query as understood, and the hits, best first.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<(Question Question, IReadOnlyList<SearchHit> Hits)> SearchAsync(
        string text, DateTimeOffset? asOf, DateTimeOffset? until, int count, CancellationToken cancellationToken);
}
