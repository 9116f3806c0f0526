using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("Plain.\nText.", "Plain.\nText.")]
    [InlineData("<p>One <b>bold</b>\n word.</p><p>Two.</p>", "One bold word.\n\nTwo.")]
    [InlineData("One<br>line, <br/><br/> another", "One line,\n\nanother")]
    [InlineData("A &amp; B &lt;c&gt; &#8212; d", "A & B <c> — d")]
    [InlineData("<div>One<ul><li>Two</li><li>Three</li></ul>Four</div>", "One\n\nTwo\n\nThree\n\nFour")]
    [InlineData("<p>Text</p><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><figure><figcaption>Photo: me</figcaption></figure>", "Text")]
    [InlineData("<p>Never closed <i>at all", "Never closed at all")]
    [InlineData("3 < 4 & 5 > 2", "3 < 4 & 5 > 2")]
    public void Markup_becomes_paragraphs(string? markup, string text) => Assert.Equal(text, MarkupText.Paragraphs(markup));

    [Fact]
    public void Depth_does_not_matter()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><span>", 200_000)) + "deep" + string.Concat(Enumerable.Repeat("</span></div>", 200_000));
        Assert.Equal("deep", MarkupText.Paragraphs(deep));
    }

    [Theory]
    [InlineData("<b>News</b> &amp;\n more\u202e", 100, "News & more")]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("<img src=x>", 9, null)]
    public void A_line_is_short_and_safe(string markup, int maxChars, string? line) => Assert.Equal(line, MarkupText.Line(markup, maxChars));
}
