namespace NewsBot.Core.Answers.Checking;

/// <summary>An answer after the citation check, and what the check took out of it.</summary>
/// <param name="Answer">What may be shown: every sentence cited, citations numbered from 1 in the order of first use.</param>
/// <param name="Dropped">The sentences taken out, in their order; empty when all passed.</param>
public sealed record CitationCheckResult(Answer Answer, IReadOnlyList<DroppedSentence> Dropped);

/// <summary>A sentence that failed the citation check.</summary>
/// <param name="Sentence">The sentence as the composer gave it.</param>
/// <param name="Why">What is wrong, in a few words for a log: 'the number 12 is not in the cited passage'.</param>
public sealed record DroppedSentence(AnswerSentence Sentence, string Why);
