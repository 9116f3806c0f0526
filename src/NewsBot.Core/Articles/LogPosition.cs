namespace NewsBot.Core.Articles;

/// <summary>A line of one archive's article log, told apart from the line of that number in any other archive or history.</summary>
/// <param name="Sequence">The line; 0 is before the first.</param>
/// <param name="Fingerprint">
/// Differs between archives, and between two histories of one archive (a restored backup that went on differently) that have another line here.
/// </param>
public readonly record struct LogPosition(long Sequence, Guid Fingerprint);
