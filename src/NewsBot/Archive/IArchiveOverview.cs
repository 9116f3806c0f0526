using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>The archive seen from above: what is new in it and where it comes from.</summary>
/// <remarks>Safe for concurrent use; every method throws <see cref="StoreException"/> when the store fails.</remarks>
internal interface IArchiveOverview
{
    /// <summary>How far after now an article of now may be dated: in a time zone ahead of ours, or by a clock that is a little off. A later date is a mistake.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    /// <summary>The current revisions published before <paramref name="before"/>, newest first; articles without a date are left out.</summary>
    Task<IReadOnlyList<ArticleRevision>> ReadNewestAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>The current revisions published after <paramref name="from"/> and not after <paramref name="to"/>, newest first; articles without a date are left out.</summary>
    Task<IReadOnlyList<ArchivedArticle>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>The outlets by number of articles, most first; articles without an outlet are left out.</summary>
    Task<IReadOnlyList<OutletCount>> ReadOutletsAsync(int limit, CancellationToken cancellationToken);
}
