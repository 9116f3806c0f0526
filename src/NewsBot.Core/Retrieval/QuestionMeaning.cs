namespace NewsBot.Core.Retrieval;

/// <summary>A question's vector, and the index of vectors to compare it with.</summary>
/// <param name="Index">The passages' vectors.</param>
/// <param name="Vector">The question's, of length 1 and of the index's dimensions.</param>
/// <param name="Weight">What the nearest passage in meaning is worth, as a share of the sum of the query's weights; 0 or more.</param>
public sealed record QuestionMeaning(VectorIndex Index, float[] Vector, double Weight);
