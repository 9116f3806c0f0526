namespace NewsBot.Core.Answers;

/// <summary>One sentence of an answer with the numbers of the citations it rests on.</summary>
/// <param name="Text">
/// Without citation marks. Words that the article does not have at this place (a name that resolves a pronoun) stand in square brackets.
/// </param>
/// <param name="Citations">Numbers of <see cref="Answer.Citations"/>, at least one.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations);
