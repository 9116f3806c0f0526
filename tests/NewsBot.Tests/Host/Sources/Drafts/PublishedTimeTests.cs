using NewsBot.Sources.Drafts;

namespace NewsBot.Tests.Host.Sources.Drafts;

public sealed class PublishedTimeTests
{
    [Theory]
    [InlineData("2022-02-07", "2022-02-07T00:00:00Z")]
    [InlineData("2022-02-07T10:11:12Z", "2022-02-07T10:11:12Z")]
    [InlineData("2022-02-07 10:11", "2022-02-07T10:11:00Z")]
    [InlineData("2022-02-07T10:11:12.123456789+02:00", "2022-02-07T08:11:12Z")]
    [InlineData("2022-02-07T10:11:12-0500", "2022-02-07T15:11:12Z")]
    [InlineData("Mon, 07 Feb 2022 10:11:12 GMT", "2022-02-07T10:11:12Z")]
    [InlineData("7 February 2022 10:11 EST", "2022-02-07T15:11:00Z")]
    [InlineData("1644228672", "2022-02-07T10:11:12Z")]
    [InlineData("1644228672000", "2022-02-07T10:11:12Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    public void Every_usual_form_is_read(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), PublishedTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2022")]
    [InlineData("2022-13-01")]
    [InlineData("2022-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("12:30")]
    [InlineData("99999999999999999")]
    [InlineData("-9223372036854775808")]
    [InlineData("2022-02-07T25:00:00Z")]
    [InlineData("2022-02-07T10:00:00+99:99")]
    public void Anything_else_is_no_time(string text) => Assert.Null(PublishedTime.Parse(text));
}
