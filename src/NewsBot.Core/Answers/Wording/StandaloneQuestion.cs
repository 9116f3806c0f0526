using NewsBot.Core.Answers.Checking;
using NewsBot.Core.Questions;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Accepts a question that a language model rewrote so that it stands alone, when it adds nothing of its own.</summary>
public static class StandaloneQuestion
{
    private const int MaxChars = 300;

    /// <summary>How many turns a model is shown, and may take names from.</summary>
    public const int MaxTurns = 3;

    /// <summary>The conversation as a prompt shows it, oldest first: a line for each question and each answer.</summary>
    /// <param name="before">Newest first.</param>
    public static string Describe(IReadOnlyList<Turn> before) =>
        string.Join('\n', before.Take(MaxTurns).Reverse().Select(turn => $"Q: {Line(turn.AskedAs)}\nA: {Line(turn.Answer)}"));

    /// <summary>The rewritten question.</summary>
    /// <param name="written">What the model wrote.</param>
    /// <param name="asked">What was typed.</param>
    /// <param name="before">Newest first.</param>
    /// <returns>One line; null when it is empty, too long, or has a number, a name or a quotation that was not said before.</returns>
    public static string? Accept(string written, string asked, IReadOnlyList<Turn> before)
    {
        var line = Line(written);
        if (line.Length is 0 or > MaxChars || !line.Any(char.IsLetter))
            return null;
        var said = asked + "\n" + Describe(before);
        return new SentenceClaims(line).FindFault([new PassageClaims(said, said)]) is null ? line : null;
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
