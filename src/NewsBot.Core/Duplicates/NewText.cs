using NewsBot.Core.Articles;

namespace NewsBot.Core.Duplicates;

/// <summary>A text that has no group yet.</summary>
/// <param name="RevisionId">The revision that has the text.</param>
/// <param name="ReplacedRevisionId">The article's revision before it; null when the article is new.</param>
/// <param name="Article">The article in this revision.</param>
/// <param name="SeenAt">When it came in; counts where the article has no time of publication.</param>
public readonly record struct NewText(long RevisionId, long? ReplacedRevisionId, Article Article, DateTimeOffset SeenAt);
