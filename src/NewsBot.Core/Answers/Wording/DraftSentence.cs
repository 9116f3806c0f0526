namespace NewsBot.Core.Answers.Wording;

/// <summary>A sentence that a language model wrote, not checked yet.</summary>
/// <param name="Text">On one line, without the marks of its passages and without mark-up.</param>
/// <param name="Ids">The ids in its marks, in lower case, known or not; empty when it has none.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<string> Ids);
