namespace NewsBot.Models;

/// <summary>A piece of what a language model writes.</summary>
/// <param name="Text">May be empty when the piece only tells the usage.</param>
/// <param name="Usage">What the whole reply took, with its last piece; null before, and where the service does not say.</param>
internal readonly record struct ModelPiece(string Text, ModelUsage? Usage = null);
