using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A passage after the close look at its article.</summary>
/// <param name="RevisionId">The revision that it is a passage of.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Score">What it is ranked by, in the unit of the query's term weights.</param>
/// <param name="TextScore">The score without the priors of date and outlet.</param>
/// <param name="Share">The text score as a share of the sum of the query's weights, about 0 to 2.</param>
/// <param name="ArticleShare">The part of the query's weight that the article's text holds, 0 to 1.</param>
/// <param name="TitleShare">The part of the query's weight that the title holds, 0 to 1.</param>
/// <param name="Recency">The article's recency prior, 0 to 1; 0 when undated or no day is asked about.</param>
public sealed record RankedPassage(
    long RevisionId, TextSpan Span, double Score, double TextScore, double Share, double ArticleShare, double TitleShare, double Recency);
