using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A passage that the index found.</summary>
/// <param name="Segment">Number of the segment in the index.</param>
/// <param name="Passage">Number of the passage in the segment.</param>
/// <param name="Article">Number of its article in the segment.</param>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Score">Weights of the query's terms in it, with the priors; in the unit of the query's weights.</param>
public readonly record struct PassageCandidate(int Segment, int Passage, int Article, long RevisionId, TextSpan Span, double Score);
