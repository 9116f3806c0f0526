namespace NewsBot.Archive;

/// <summary>A line of the store's article log, which every passage index follows.</summary>
/// <param name="Sequence">Position in the log, growing, without repeats.</param>
/// <param name="RevisionId">The revision that became current; null when an article was removed.</param>
/// <param name="ReplacedRevisionId">The revision that ceased to be current; null when the article is new.</param>
internal readonly record struct ArticleLogEntry(long Sequence, long? RevisionId, long? ReplacedRevisionId);
