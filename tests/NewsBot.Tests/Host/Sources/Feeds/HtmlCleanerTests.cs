using FsCheck;
using FsCheck.Fluent;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("a<SCRIPT\n src='x'>alert('</b>')</script >b", "ab")]
    [InlineData("a<script>alert(1)", "a")]
    [InlineData("<style>p{}</style>a", "a")]
    [InlineData("<p onclick=\"x\">a</p>", "<p>a</p>")]
    [InlineData("<p ONMOUSEOVER=x class=c>a</p>", "<p class=\"c\">a</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\" />")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a href=\"\">a</a>")]
    [InlineData("<a href=\" jAvA&#x09;script:alert(1)\">a</a>", "<a href=\"\">a</a>")]
    [InlineData("<a href='data:text/html,x'>a</a>", "<a href=\"\">a</a>")]
    [InlineData("<img src='data:image/svg+xml,x'>", "<img src=\"\" />")]
    [InlineData("<iframe src='http://a.example/'>a</iframe>", "a")]
    [InlineData("<object data='x'><embed src='x'>a</object>", "a")]
    [InlineData("<meta http-equiv=refresh content='0'><link rel=stylesheet href=x><base href=x>a", "a")]
    [InlineData("<svg onload='x'><a xlink:href='javascript:x'>a</a></svg>", "<svg><a>a</a></svg>")]
    [InlineData("<p style='position: fixed; color: red'>a</p>", "<p style=\"color: red;\">a</p>")]
    [InlineData("<p style='background: url(http://a.example/)'>a</p>", "<p>a</p>")]
    [InlineData("<p style='width: expression(alert(1))'>a</p>", "<p>a</p>")]
    [InlineData("<p style='color: r\\65 d'>a</p>", "<p>a</p>")]
    [InlineData("<!-- a --><?php b ?>c", "c")]
    [InlineData("<form action='javascript:x'><button formaction='javascript:x'>a</button></form>", "<form action=\"\"><button>a</button></form>")]
    [InlineData("<p title=\"a\" onclick", "")]
    [InlineData("x<y and z", "x&lt;y and z")]
    [InlineData("<<script>alert(1)</script>", "&lt;")]
    [InlineData("<<!-- a -->script>alert(1)</script>", "&lt;script>alert(1)")]
    [InlineData("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>a</p></noscript>", "<p title=\"&lt;/noscript>&lt;img src=x onerror=alert(1)>\">a</p>")]
    [InlineData("<textarea><p>a</textarea>", "<p>a")]
    [InlineData("<p title=\"a>b", "<p title=\"&quot;a\">b")]
    [InlineData("a <!b", "a &lt;!b")]
    [InlineData("<img srcset='1.png 1x, javascript:x 2x' src='1.png'>", "<img src=\"1.png\" />")]
    public void What_may_do_harm_goes(string html, string expected) => Assert.Equal(expected, HtmlCleaner.Clean(html, @base: null));

    [Theory]
    [InlineData("plain & simple < text")]
    [InlineData("<p class='a'>One<br/>two<br>three &nbsp; &lt;</p>")]
    [InlineData("<A HREF=\"http://a.example/?a=1&amp;b=2\" title='x > y'>link</A>")]
    [InlineData("<img src='data:image/png;base64,AAAA' width=1 data-x='1' aria-label='l'>")]
    [InlineData("<p style=\"color: red; margin-left: 2em; font-family: &quot;A B&quot;, serif\">x</p>")]
    [InlineData("<a href='mailto:a@a.example'>m</a><table><tr><td colspan=2>x</td></tr></table>")]
    public void What_is_harmless_stays_letter_by_letter(string html) => Assert.Equal(html, HtmlCleaner.Clean(html, @base: null));

    [Fact]
    public void Addresses_are_made_absolute()
    {
        const string Html = "<a href='../x'>a</a><img src=\"i.png\" srcset=\"i.png 1x, /j.png 2x\"><a href='http://o.example/'>o</a>";
        Assert.Equal(
            "<a href=\"http://a.example/x\">a</a><img src=\"http://a.example/b/i.png\" srcset=\"http://a.example/b/i.png 1x, http://a.example/j.png 2x\" /><a href='http://o.example/'>o</a>",
            HtmlCleaner.Clean(Html, "http://a.example/b/c"));
    }

    [Theory]
    [InlineData("<x a='<img src=x onerror=alert(1)> ")]
    [InlineData("<x a=\"<p style=\" /'&;&lt; ")]
    public void A_tag_within_what_is_no_tag_is_none(string html)
    {
        var clean = HtmlCleaner.Clean(html, @base: null);
        Assert.DoesNotContain("onerror", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("<p", clean, StringComparison.Ordinal);
        Assert.Equal(clean, HtmlCleaner.Clean(clean, @base: null));
    }

    [Fact]
    public void Clean_markup_is_clean_however_it_was_put_together()
    {
        var part = Gen.Elements(
            "<", ">", "<script", "</script>", "<p ", "<img src=", "javascript:", "onerror=x", " ", "\"", "'", "=", "/", "a", "<!--", "-->", "<![CDATA[", "&lt;", "&#x3c;", "style=", "<svg>", "href=", "\n", "&", ";");
        Prop.ForAll(part.ArrayOf().Select(string.Concat).ToArbitrary(), html =>
        {
            var clean = HtmlCleaner.Clean(html, @base: null);
            return !clean.Contains("<script", StringComparison.OrdinalIgnoreCase) && HtmlCleaner.Clean(clean, @base: null) == clean;
        }).QuickCheckThrowOnFailure();
    }
}
