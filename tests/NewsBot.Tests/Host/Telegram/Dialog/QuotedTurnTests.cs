using NewsBot.Telegram.Dialog;

namespace NewsBot.Tests.Host.Telegram.Dialog;

/// <summary>Words in reply to a claim that only ask whether it is true.</summary>
public sealed class QuotedTurnTests
{
    [Theory]
    [InlineData("is this true?")]
    [InlineData("Can someone verify this?")]
    [InlineData("is there any truth to that")]
    [InlineData("how accurate is this?")]
    [InlineData("did he really say that?")]
    [InlineData("чи правда це?")]
    [InlineData("а це фейк?")]
    [InlineData("Правда ли это?")]
    [InlineData("это правда или нет")]
    [InlineData("Проверьте это")]
    public void Such_words_ask_for_the_claim(string words) => Assert.True(QuotedTurn.AsksWhetherTrue(words));

    [Theory]
    [InlineData("is this true of the other bridge?")]
    [InlineData("when was this?")]
    [InlineData("правда про міст")]
    [InlineData("did he really say when it opens?")]
    public void Other_words_ask_for_more(string words) => Assert.False(QuotedTurn.AsksWhetherTrue(words));
}
