using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A passage that is near in meaning.</summary>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Similarity">The cosine, -1 to 1.</param>
public readonly record struct VectorHit(long RevisionId, TextSpan Span, double Similarity);
