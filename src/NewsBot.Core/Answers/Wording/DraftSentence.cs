namespace NewsBot.Core.Answers.Wording;

/// <summary>A sentence that a language model wrote, not checked yet.</summary>
/// <param name="Text">On one line, without the marks of its passages; empty when further marks came after those of the sentence before.</param>
/// <param name="Ids">The ids in its marks, known or not; empty when it has none.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<string> Ids);
