using NewsBot.Core.Answers.Wording;
using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Answers.Wording;

public sealed class StandaloneQuestionTests
{
    private static readonly Turn Before = new()
    {
        AskedAs = "What is going on with the talks in Bergen?",
        AskedAt = new DateTimeOffset(2025, 7, 22, 18, 0, 0, TimeSpan.Zero),
        Answer = "Norland and Sudland resume their talks in Bergen on Wednesday. It is the third round.",
        IsSupported = true,
    };

    [Theory]
    [InlineData("Does Norland want a truce in the Bergen talks?")]
    [InlineData("Has any side spoken of a truce since the third round of the talks in Bergen?")]
    [InlineData("What does the Norlandic side want?")]
    [InlineData("What does President Mayer of Sudland want?")]
    [InlineData("What do the Norland-Sudland talks bring?")]
    public void A_question_of_the_names_that_were_said_is_taken(string written) =>
        Assert.Equal(written, StandaloneQuestion.Accept(written, "What does Mayer want?", [Before]));

    [Theory]
    [InlineData("<think>The reader means Mr Petrov.</think>\nWhat does Mayer want from the talks in Bergen?")]
    [InlineData("Standalone question: What does Mayer want from the talks in Bergen?")]
    [InlineData("**Question:** What does Mayer want from the talks in Bergen?")]
    [InlineData("Here is it:\n\n“What does Mayer want from the talks in Bergen?”")]
    public void The_habits_of_a_model_around_the_question_are_taken_off(string written) =>
        Assert.Equal("What does Mayer want from the talks in Bergen?", StandaloneQuestion.Accept(written, "What does Mayer want?", [Before]));

    [Theory]
    [InlineData("What does Petrov want from the talks in Bergen?")]
    [InlineData("Petrov wants what from the talks in Bergen?")]
    [InlineData("What does Mayer want from the 4 talks in Bergen?")]
    [InlineData("What does Mayer want from the talks in Oslo?")]
    [InlineData("<think>What does Mayer want?")]
    [InlineData("")]
    public void A_question_with_a_name_or_a_number_of_the_models_own_is_not(string written) =>
        Assert.Null(StandaloneQuestion.Accept(written, "What does Mayer want?", [Before]));
}
