using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class QuestionWordsTests
{
    [Theory]
    [InlineData("what hapened in Istanbul", "what happened in Istanbul")]
    [InlineData("Wich lawyer spoke", "Which lawyer spoke")]
    [InlineData("how mutch did teh team pay", "how much did the team pay")]
    [InlineData("how manny people came", "how many people came")]
    [InlineData("whats going on", "what's going on")]
    [InlineData("why wont they sign", "why won't they sign")]
    public void Words_that_form_a_question_are_put_right(string typed, string right) => Assert.Equal(right, QuestionWords.PutRight(typed));

    [Theory]
    [InlineData("who is Manny Pacquiao")]
    [InlineData("who is manny pacquiao")]
    [InlineData("What did Wen Jiabao say?")]
    [InlineData("who said \"teh end\"")]
    [InlineData("Talks in Istanbul resume")]
    [InlineData("")]
    public void Names_quotations_and_right_words_stay(string text) => Assert.Equal(text, QuestionWords.PutRight(text));
}
