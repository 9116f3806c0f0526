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
    [InlineData("Cant they sign", "Can't they sign")]
    [InlineData("how offen and how lon did they meet", "how often and how long did they meet")]
    [InlineData(" wen did they meet", " when did they meet")]
    [InlineData("Hwy is the sky blue", "Why is the sky blue")]
    public void Words_that_form_a_question_are_put_right(string typed, string right) => Assert.Equal(right, QuestionWords.PutRight(typed));

    [Theory]
    [InlineData("who is Manny Pacquiao")]
    [InlineData("who is manny pacquiao")]
    [InlineData("What did Wen Jiabao say?")]
    [InlineData("who is wen jiabao")]
    [InlineData("wen jiabao speech")]
    [InlineData("where is wat pho")]
    [InlineData("what happened on hwy 61")]
    [InlineData("who is siad barre")]
    [InlineData("who is sayed kashua")]
    [InlineData("who is whit stillman")]
    [InlineData("as is his wont and as he can with cant")]
    [InlineData("who owns happn")]
    [InlineData("who wrote moch and who wrote offen")]
    [InlineData("who said \"teh end\"")]
    [InlineData("Talks in Istanbul resume")]
    [InlineData("")]
    public void Names_quotations_and_right_words_stay(string text) => Assert.Equal(text, QuestionWords.PutRight(text));
}
