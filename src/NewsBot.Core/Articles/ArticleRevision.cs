namespace NewsBot.Core.Articles;

/// <summary>One stored state of an article; a changed text makes a new one, and the old stays readable.</summary>
/// <param name="RevisionId">Unique in the store, growing; what passages and citations point at.</param>
/// <param name="Number">1 for the first state of an article, then 2, 3, …</param>
/// <param name="Article">The article in this state.</param>
public sealed record ArticleRevision(long RevisionId, int Number, Article Article);
