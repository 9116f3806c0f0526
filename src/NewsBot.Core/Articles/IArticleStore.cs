namespace NewsBot.Core.Articles;

/// <summary>The articles, their revisions and the log of their changes; the truth that every index is built from.</summary>
/// <remarks>Safe for many readers beside one writer, in this process and in others.</remarks>
public interface IArticleStore
{
    /// <summary>Stores a batch in one transaction.</summary>
    /// <returns>What became of each article, in the order given.</returns>
    /// <remarks>
    /// An article is known by its id, by its canonical address, or by the hash of its text. Known with the same
    /// text: unchanged. Known by id or address with another text: a new revision under the first id. Known by its
    /// text only: unchanged, stored once.
    /// </remarks>
    Task<IReadOnlyList<IngestOutcome>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>The log after <paramref name="sequence"/> (0 for all of it), oldest first.</summary>
    IAsyncEnumerable<ArticleLogEntry> ReadLogAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>The log's last sequence; 0 when the archive is empty.</summary>
    Task<long> GetLastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>How many articles are current.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);

    /// <summary>The named revisions, in the order asked; a revision that is gone is left out.</summary>
    Task<IReadOnlyList<ArticleRevision>> GetAsync(IReadOnlyList<long> revisionIds, CancellationToken cancellationToken);

    /// <summary>The current revision of the article with this id; null when there is none.</summary>
    Task<ArticleRevision?> FindAsync(string articleId, CancellationToken cancellationToken);
}
