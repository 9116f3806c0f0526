using System.Text;
using NewsBot.Telegram.Layout;

namespace NewsBot.Tests.Host.Telegram.Layout;

public sealed class ButtonDataTests
{
    [Fact]
    public void What_a_button_carries_is_read_back_and_fits()
    {
        foreach (var action in Enum.GetValues<ButtonAction>())
        {
            var data = action switch
            {
                ButtonAction.Set or ButtonAction.Speak => new ButtonData(action, Choice: "languages"),
                ButtonAction.Digest => new ButtonData(action, Choice: "t:" + new string('ж', 30)),
                _ => new ButtonData(action, long.MaxValue),
            };
            Assert.Equal(data, ButtonData.Read(data.ToString()));
            Assert.InRange(Encoding.UTF8.GetByteCount(data.ToString()), 1, 64);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("s:")]
    [InlineData("s:-1")]
    [InlineData("s: 1")]
    [InlineData("s:99999999999999999999")]
    [InlineData("x:1")]
    [InlineData("s;1")]
    [InlineData("t:aaaaaaaaaaaaaaaaa")]
    [InlineData("d:t:жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж")]
    public void Anything_else_is_nothing(string data) => Assert.Null(ButtonData.Read(data));
}
