using System.Buffers.Text;
using NewsBot.Telegram.Dialog;

namespace NewsBot.Tests.Host.Telegram.Dialog;

public sealed class DeepLinkTests
{
    [Theory]
    [InlineData("Who won?")]
    [InlineData("Хто переміг?")]
    public void A_question_is_read_back(string question) =>
        Assert.Equal(question, DeepLink.Read("ask-" + Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(question))));

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("ask-")]
    [InlineData("ask-%%%")]
    [InlineData("ask-_w")]
    [InlineData("ask-ICAg")]
    public void Anything_else_holds_none(string parameter) => Assert.Null(DeepLink.Read(parameter));
}
