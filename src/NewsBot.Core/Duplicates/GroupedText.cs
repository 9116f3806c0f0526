namespace NewsBot.Core.Duplicates;

/// <summary>A text and its group of near duplicates.</summary>
/// <param name="RevisionId">The revision that has the text.</param>
/// <param name="Group">Equal for near duplicates: the revision that founded the group.</param>
/// <param name="Text">What tells it from other texts.</param>
public sealed record GroupedText(long RevisionId, long Group, ReportedText Text);
