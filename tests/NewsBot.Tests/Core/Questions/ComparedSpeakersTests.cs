using NewsBot.Core.Questions;

namespace NewsBot.Tests.Core.Questions;

public sealed class ComparedSpeakersTests
{
    [Theory]
    [InlineData("What do Norby and Dalby say about the dam?", "what did Norby say about the dam?", "what did Dalby say about the dam?")]
    [InlineData("what did the mayor of Orvik and Marta Lind each say about the toll", "what did the mayor of Orvik say about the toll", "what did Marta Lind say about the toll")]
    [InlineData("Compare what Norby and Dalby said about the dam", "what did Norby said about the dam", "what did Dalby said about the dam")]
    [InlineData("How do Norby and Dalby differ on the dam?", "what did Norby say on the dam?", "what did Dalby say on the dam?")]
    [InlineData("What is the difference between the positions of Norby and Dalby on the dam?", "what did Norby say on the dam?", "what did Dalby say on the dam?")]
    public void Each_is_asked_for_alone(string text, string first, string second) => Assert.Equal((first, second), ComparedSpeakers.Of(text));

    [Theory]
    [InlineData("What did the report say about Norby and Dalby?")]
    [InlineData("What did Lind and Lind say about the recall?")]
    [InlineData("What did Norby say about the dam and Dalby say about the toll?")]
    [InlineData("Who said that Norby and Dalby want a dam?")]
    [InlineData("What happened between Norby and Dalby?")]
    [InlineData("")]
    public void Another_question_stays_whole(string text) => Assert.Null(ComparedSpeakers.Of(text));
}
