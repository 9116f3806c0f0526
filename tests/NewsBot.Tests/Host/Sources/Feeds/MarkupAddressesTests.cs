using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class MarkupAddressesTests
{
    [Theory]
    [InlineData("<a href='../x'>a</a>", "<a href=\"http://a.example/x\">a</a>")]
    [InlineData("<img alt=i src=\"i.png?a=1&amp;b=2\">", "<img alt=i src=\"http://a.example/b/i.png?a=1&amp;b=2\">")]
    [InlineData("<a href='http://o.example/'>o</a>", "<a href='http://o.example/'>o</a>")]
    [InlineData("<a href='javascript:x'>o</a>", "<a href='javascript:x'>o</a>")]
    [InlineData("a < b href='x'", "a < b href='x'")]
    public void Addresses_are_made_absolute_and_nothing_else_changes(string html, string expected) =>
        Assert.Equal(expected, MarkupAddresses.MakeAbsolute(html, "http://a.example/b/c"));

    [Fact]
    public void Without_a_base_they_stay() => Assert.Equal("<a href='x'>", MarkupAddresses.MakeAbsolute("<a href='x'>", @base: null));
}
