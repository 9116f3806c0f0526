using NewsBot.Core.Articles;
using NewsBot.Hosting;

namespace NewsBot.Archive;

/// <summary>The articles, their revisions and the log of their changes; the truth that every index is built from.</summary>
/// <remarks>Safe for many readers beside one writer, in this process and in others.</remarks>
internal interface IArticleStore
{
    /// <summary>Stores a batch in one transaction.</summary>
    /// <returns>The outcome of each article, in the order given.</returns>
    /// <exception cref="StoreException">The store failed; nothing of the batch is stored.</exception>
    /// <remarks>
    /// An article is known by its id; else by its text (<see cref="ContentHash"/>, of any revision); else by its
    /// canonical address. Known by id or address with a text it never had: a new revision under the first id. In
    /// every other case it is unchanged, so that the same batch again changes nothing; metadata that was null is
    /// filled from what came in, which makes a revision with the same text and counts as unchanged too.
    /// </remarks>
    Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>The log after <paramref name="sequence"/> (0 for all of it), oldest first.</summary>
    IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>The log's last sequence; 0 when the archive is empty.</summary>
    Task<long> GetLastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>Distinguishes a line of this archive's log from the same line of any other archive; null when the log has no such line.</summary>
    /// <remarks>An index of the log keeps the position that it has reached, and is made again when the archive does not know that position.</remarks>
    Task<LogPosition?> FindLogPositionAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>How many articles are current.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);

    /// <summary>The named revisions, in the order asked; a revision that is gone is left out.</summary>
    Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken);

    /// <summary>The current revision of the article with this id; null when there is none.</summary>
    Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The last revisions of the article with this id, oldest first; empty when there is none.</summary>
    Task<IReadOnlyList<StoredRevision>> ReadRevisionsAsync(string articleId, int limit, CancellationToken cancellationToken);
}

/// <summary>A revision and when it came in.</summary>
/// <param name="Revision">What was stored.</param>
/// <param name="StoredAt">When, UTC, to the second.</param>
internal sealed record StoredRevision(ArticleRevision Revision, DateTimeOffset StoredAt);

/// <summary>A line of the store's article log, which every passage index follows.</summary>
/// <param name="Sequence">Position in the log, growing, without repeats.</param>
/// <param name="RevisionId">The revision that became current; null when an article was removed.</param>
/// <param name="ReplacedRevisionId">The revision that ceased to be current; null when the article is new.</param>
internal readonly record struct ArticleLogEntry(long Sequence, long? RevisionId, long? ReplacedRevisionId);

/// <summary>What the store did with an article.</summary>
internal enum IngestOutcome
{
    /// <summary>It was not known and is stored now.</summary>
    Added,

    /// <summary>It was known with another text; a new revision is current now.</summary>
    Updated,

    /// <summary>The same text was stored already; at most gaps in its metadata were filled.</summary>
    Unchanged,
}
