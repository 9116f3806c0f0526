using NewsBot.Core.Articles;

namespace NewsBot.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void A_span_cuts_its_text() => Assert.Equal("b", new TextSpan(1, 2).In("abc"));
}
