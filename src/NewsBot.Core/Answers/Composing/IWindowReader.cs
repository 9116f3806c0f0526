using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>A model that reads a question and a few sentences at once, and says which of them answers.</summary>
public interface IWindowReader
{
    /// <summary>Reads windows of text for a question.</summary>
    /// <param name="question">As it was asked; a follow-up question with what it goes on from.</param>
    /// <param name="windows">Any number; all of one question together, so that several can be read at once.</param>
    /// <returns>One a window, in their order.</returns>
    IReadOnlyList<WindowReading> Read(string question, IReadOnlyList<TextWindow> windows);
}

/// <summary>What is read at once.</summary>
/// <param name="Title">The article's; empty when it has none.</param>
/// <param name="Sentences">Sentences that follow one another, at least one.</param>
public sealed record TextWindow(string Title, IReadOnlyList<string> Sentences);

/// <summary>What a model found in a window.</summary>
/// <param name="Holds">Log-odds that the window holds an answer.</param>
/// <param name="Sentences">One a sentence, in their order; fewer where the window is longer than the model reads.</param>
public sealed record WindowReading(double Holds, IReadOnlyList<SentenceJudgement> Sentences);

/// <summary>What a model found in a sentence.</summary>
/// <param name="Relevance">Log-odds that the sentence answers, against 'no sentence does'.</param>
/// <param name="Margin">How much better the best stretch of it is as the answer itself than 'there is none here', in log-odds.</param>
/// <param name="Answer">That stretch, in UTF-16 units from the start of the sentence; empty when there is none.</param>
public readonly record struct SentenceJudgement(double Relevance, double Margin, TextSpan Answer);
