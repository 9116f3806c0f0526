namespace NewsBot.Core.Answers;

/// <summary>One sentence of an answer with the numbers of the citations it rests on.</summary>
/// <param name="Text">
/// Without citation marks. Words that the article does not have at this place (a name that resolves a pronoun) stand in square brackets.
/// </param>
/// <param name="Citations">Numbers of <see cref="Answer.Citations"/>, at least one.</param>
public sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>Our words before the sentence, which name the outlet and the day of the article that it cites first.</summary>
    public SentenceLead Lead { get; init; }
}

/// <summary>What is said before a sentence, in the words of the bot.</summary>
public enum SentenceLead
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The newest of several figures: 'As of 27 Nov 2026 (The Gazette):'.</summary>
    AsOf,

    /// <summary>A figure that a newer one has overtaken: 'Earlier, 26 Nov 2026 (The Gazette):'.</summary>
    Earlier,

    /// <summary>One of two reports that differ: 'The Gazette, 26 Nov 2026:'.</summary>
    Report,
}
