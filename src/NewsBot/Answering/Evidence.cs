using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Answering;

/// <summary>Passages with what they are read in.</summary>
/// <param name="Ranked">Best first.</param>
/// <param name="Revisions">The articles of the best, by the id of their revision.</param>
internal sealed record Evidence(IReadOnlyList<RankedPassage> Ranked, IReadOnlyDictionary<long, ArticleRevision> Revisions);
