namespace NewsBot.Core.Stories;

/// <summary>A word of an article, as one kind of evidence.</summary>
/// <param name="Key">The kind and the text in 64 bits; two of 100 million collide with a probability of under 0.001.</param>
/// <param name="Evidence">The kind.</param>
/// <param name="Share">The share of articles in news at large that hold it, above 0, at most 0.9.</param>
/// <param name="Count">Occurrences, at least 1.</param>
/// <remarks>Sixteen bytes: the features of a day of news are kept.</remarks>
internal readonly record struct StoryFeature(ulong Key, StoryEvidence Evidence, float Share, ushort Count);

/// <summary>A kind of evidence that two articles tell of one event.</summary>
internal enum StoryEvidence : byte
{
    /// <summary>Words of the title and of the first sentences.</summary>
    Lead,

    /// <summary>Words inside names.</summary>
    Names,

    /// <summary>Words inside names of persons, once more.</summary>
    Persons,

    /// <summary>Words with a digit: counts, sums, years, days of the month.</summary>
    Numbers,
}
