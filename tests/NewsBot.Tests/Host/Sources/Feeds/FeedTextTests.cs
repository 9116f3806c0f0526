using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedTextTests
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
    [InlineData("<![CDATA[<p>One</p>]]>", "One")]
    [InlineData("Caf&eacute und mehr", "Café und mehr")]
    public void Markup_becomes_paragraphs(string? markup, string text) => Assert.Equal(text, FeedText.Paragraphs(markup));

    [Theory]
    [InlineData("<div><span>", 200_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("&amp;<br>", 200_000)]
    public void Hostile_depth_costs_no_more_than_a_page_does(string part, int times)
    {
        var began = Environment.TickCount64;
        Assert.StartsWith("Text", FeedText.Paragraphs($"<p>Text</p>{string.Concat(Enumerable.Repeat(part, times))}deep"), StringComparison.Ordinal);
        Assert.InRange(Environment.TickCount64 - began, 0, 20_000);
    }

    [Theory]
    [InlineData("<div>", "x")]
    [InlineData("<b>", "<p>")]
    public void Hundreds_of_hostile_items_cost_no_more_than_a_page_does(string first, string then)
    {
        var item = $"{string.Concat(Enumerable.Repeat(first, 800))}{string.Concat(Enumerable.Repeat(then, 800))}";
        var began = Environment.TickCount64;
        for (var i = 0; i < 200; i++)
            _ = FeedText.Paragraphs(item);
        Assert.InRange(Environment.TickCount64 - began, 0, 20_000);
    }

    [Theory]
    [InlineData("<b>News</b> &amp;\n more\u202e", 100, "News & more")]
    [InlineData("abcdef", 3, "abc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("<img src=x>", 9, null)]
    public void A_line_is_short_and_safe(string markup, int maxChars, string? line) => Assert.Equal(line, FeedText.Line(markup, maxChars));
}
