namespace NewsBot.Core.Articles;

/// <summary>A line of one archive's article log; it differs from the line of the same number in any other archive or history.</summary>
/// <param name="Sequence">The line; 0 is before the first.</param>
/// <param name="Fingerprint">
/// Differs between archives, and between two histories of one archive (a restored backup that went on differently) whose lines here differ.
/// </param>
public readonly record struct LogPosition(long Sequence, Guid Fingerprint);
