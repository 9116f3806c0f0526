namespace NewsBot.Core.Retrieval;

/// <summary>A model whose vectors a store holds.</summary>
/// <param name="Id">Unique in the store.</param>
/// <param name="Key">As in <see cref="VectorSettings"/>.</param>
/// <param name="Dimensions">Of each of its vectors.</param>
/// <param name="Stamp">Drawn when the model came into the store: tells its vectors from those of the same model in any other archive.</param>
public sealed record VectorModel(long Id, string Key, int Dimensions, Guid Stamp);
