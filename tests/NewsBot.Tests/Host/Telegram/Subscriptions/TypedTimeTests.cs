using NewsBot.Telegram.Subscriptions;

namespace NewsBot.Tests.Host.Telegram.Subscriptions;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("7", 7, 0)]
    [InlineData("07:30", 7, 30)]
    [InlineData(" 19.05 ", 19, 5)]
    [InlineData("0:00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    [InlineData("7 pm", 19, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12:15 P.M.", 12, 15)]
    [InlineData("8h30", 8, 30)]
    public void A_time_is_read(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TypedTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("7:60")]
    [InlineData("13 pm")]
    [InlineData("0 am")]
    [InlineData("7:3")]
    [InlineData("-1")]
    [InlineData("at 7")]
    [InlineData("7:30:15")]
    [InlineData("99999999999999999999")]
    public void What_is_no_time_is_none(string typed) => Assert.Null(TypedTime.Read(typed));
}
