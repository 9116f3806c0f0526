namespace NewsBot.Core.Answers;

/// <summary>A citation as a stored answer keeps it.</summary>
/// <param name="Number">The mark, from 1.</param>
/// <param name="RevisionId">The revision quoted.</param>
/// <param name="Start">First UTF-16 unit of the quote in its text.</param>
/// <param name="End">One past its last.</param>
public sealed record CitedPassage(int Number, long RevisionId, int Start, int End)
{
    /// <summary>The part of a citation that is stored.</summary>
    public static CitedPassage Of(Citation citation) => new(citation.Number, citation.Revision.RevisionId, citation.Span.Start, citation.Span.End);
}
