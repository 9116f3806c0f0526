namespace NewsBot.Core.Retrieval;

/// <summary>A term of a query.</summary>
/// <param name="Text">Folded and stemmed.</param>
/// <param name="Weight">Above 0, dimensionless: 1 for a plain word, more for a name; rarity comes on top.</param>
public readonly record struct WeightedTerm(string Text, double Weight);
