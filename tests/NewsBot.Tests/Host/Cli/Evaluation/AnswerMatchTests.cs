using NewsBot.Cli.Evaluation;

namespace NewsBot.Tests.Host.Cli.Evaluation;

/// <summary>What counts as a known answer.</summary>
public sealed class AnswerMatchTests
{
    [Theory]
    [InlineData("A review of the harbour board’s accounts found gaps.", "the Harbour Board", true)]
    [InlineData("Lena Ortiz's boat came first.", "Lena Ortiz", true)]
    [InlineData("It cost 4,500 dollars.", "4500", true)]
    [InlineData("It was in the harbourage.", "harbour", false)]
    [InlineData("Its owner is unknown.", "It", false)]
    public void An_answer_stands_in_a_text_in_whole_words_with_or_without_a_possessive(string text, string answer, bool isHeld) =>
        Assert.Equal(isHeld, AnswerMatch.Holds(text, [answer]));
}
