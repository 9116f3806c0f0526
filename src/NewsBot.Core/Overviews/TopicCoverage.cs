namespace NewsBot.Core.Overviews;

/// <summary>How much of a topic an article has, by the weight of the topic's words.</summary>
/// <param name="Title">The share that its title has, 0 to 1.</param>
/// <param name="Lead">The share that its title and its beginning have, 0 to 1.</param>
/// <param name="Whole">The share that it has anywhere, 0 to 1.</param>
/// <param name="Missing">The first name of the topic of which it has no word, as the topic has it; null when it has all.</param>
public sealed record TopicCoverage(double Title, double Lead, double Whole, string? Missing);
