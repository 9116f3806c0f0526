using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>The vectors of a revision's passages.</summary>
/// <param name="RevisionId">The revision.</param>
/// <param name="Passages">Where the passages stand in its text; empty for a text without any.</param>
/// <param name="Values">The vectors of length 1 one after another, in the order of the passages.</param>
public sealed record RevisionVectors(long RevisionId, IReadOnlyList<TextSpan> Passages, Half[] Values)
{
    /// <summary>The growing number that the store gave it; 0 before it is stored.</summary>
    public long Sequence { get; init; }
}
