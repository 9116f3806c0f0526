using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A model whose vectors a store holds.</summary>
/// <param name="Id">Unique in the store.</param>
/// <param name="Key">As in <see cref="VectorSettings"/>.</param>
/// <param name="Dimensions">Of each of its vectors.</param>
/// <param name="Stamp">Drawn when the model came into the store: tells its vectors from those of the same model in any other archive.</param>
public sealed record VectorModel(long Id, string Key, int Dimensions, Guid Stamp);

/// <summary>The vectors of a revision's passages.</summary>
/// <param name="Passages">Where the passages stand in its text; empty for a text without any.</param>
/// <param name="Values">The vectors of length 1 one after another, in the order of the passages.</param>
public sealed record RevisionVectors(long RevisionId, IReadOnlyList<TextSpan> Passages, Half[] Values)
{
    /// <summary>The growing number that the store gave it; 0 before it is stored.</summary>
    public long Sequence { get; init; }
}
