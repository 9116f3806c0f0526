using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A passage that a search found.</summary>
/// <param name="Revision">The revision that the passage belongs to.</param>
/// <param name="Passage">Where the passage stands in the article's text.</param>
/// <param name="Score">Larger is better; comparable only within one search.</param>
public sealed record SearchHit(ArticleRevision Revision, TextSpan Passage, double Score);
