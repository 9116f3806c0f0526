namespace NewsBot.Tests.Host.Telegram.Api;

/// <summary>The fake's parser decides whether a text could be sent at all, so what it accepts and refuses is Telegram's own verdict (TDLib 1.8.67).</summary>
public sealed class FakeBotApiHtmlTests
{
    [Theory]
    [InlineData("a &lt;b&gt; &amp;amp; &quot;c&quot; &nbsp; &#39;&#x1F600; &", "a <b> &amp; \"c\" &nbsp; '😀 &")]
    [InlineData(" <b>x</b>\n", "x")]
    [InlineData("<B>x</b >", "x")]
    [InlineData("<b>x</>", "x")]
    [InlineData("<b x>y</b>", "y")]
    [InlineData("<a href=x>y</a>", "y")]
    [InlineData("<blockquote expandable><i>x</i></blockquote>", "x")]
    [InlineData("<span class=\"tg-spoiler\">x</span><tg-spoiler>y</tg-spoiler>", "xy")]
    [InlineData("a > b", "a > b")]
    public void Is_accepted(string html, string text) => Assert.Equal(text, FakeBotApiHtml.Parse(html).Text);

    [Theory]
    [InlineData("<b>")]
    [InlineData("</b>")]
    [InlineData("<b><i>x</b></i>")]
    [InlineData("<h1>x</h1>")]
    [InlineData("<br/>")]
    [InlineData("a < b")]
    [InlineData("1 <2")]
    [InlineData("<span>x</span>")]
    [InlineData("<a href=\"x>y</a>")]
    [InlineData("<b x=\"1>y</b>")]
    public void Is_refused(string html)
    {
        var refusal = Assert.Throws<FakeBotApiRefusalException>(() => FakeBotApiHtml.Parse(html));
        Assert.StartsWith("Bad Request: can't parse entities: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_lie_on_the_text_that_people_see()
    {
        var (text, entities) = FakeBotApiHtml.Parse(" 😀<b>a<i>b</i></b> <a href=\"https://a.com/?x=1&amp;y=2\">c</a> <a href=\"nowhere\">d</a>");
        Assert.Equal("😀ab c d", text);
        Assert.Equal(
            """[{"type":"bold","offset":2,"length":2},{"type":"italic","offset":3,"length":1},{"type":"text_link","offset":5,"length":1,"url":"https://a.com/?x=1\u0026y=2"}]""",
            entities.ToJsonString());
    }
}
