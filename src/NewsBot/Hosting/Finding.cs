namespace NewsBot.Hosting;

/// <summary>What one look at a part of newsbot found.</summary>
/// <param name="Part">The part, in a word or two: 'telegram'.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Sentence">What was found and, where there is something to mend, what to do; without a secret. It may hold words from outside.</param>
internal sealed record Finding(string Part, FindingState State, string Sentence)
{
    /// <summary>A part that is as it should be.</summary>
    public static Finding Ok(string part, string sentence) => new(part, FindingState.Ok, sentence);

    /// <summary>A part that nobody has switched on; the sentence says how.</summary>
    public static Finding Off(string part, string sentence) => new(part, FindingState.Off, sentence);

    /// <summary>A part that does not work; the sentence says what to do.</summary>
    public static Finding Mend(string part, string sentence) => new(part, FindingState.Mend, sentence);
}

/// <summary>How a part is.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Not switched on.</summary>
    Off,

    /// <summary>Somebody has to do something.</summary>
    Mend,
}

/// <summary>Looks at one part of newsbot for 'newsbot doctor'. Nothing is changed, and nothing outside is asked that the settings do not name.</summary>
internal interface ICheckup
{
    /// <summary>Whether it reads the archive, so that there has to be one.</summary>
    bool NeedsArchive => false;

    /// <summary>Looks.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken);
}
