namespace NewsBot.Core.Stories;

/// <summary>A kind of evidence that two articles tell of one event.</summary>
internal enum StoryEvidence
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
