using FsCheck;
using FsCheck.Fluent;
using NewsBot.Core.Articles;

namespace NewsBot.Tests.Core.Articles;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://www.CNN.com/2022/05/21/index.html!", "https://cnn.com/2022/05/21")]
    [InlineData("https://cnn.com:443/2022/05/21/", "https://cnn.com/2022/05/21")]
    [InlineData("HTTP://cnn.com:80", "https://cnn.com")]
    [InlineData("http://a.com:8080/x", "https://a.com:8080/x")]
    [InlineData("https://a.com/x?utm_source=t&b=2&fbclid=1&a=1#top", "https://a.com/x?a=1&b=2")]
    [InlineData("https://a.com/x?a=1&amp;utm_medium=rss", "https://a.com/x?a=1")]
    [InlineData("https://a.com/index.php?id=5", "https://a.com?id=5")]
    [InlineData("https://bücher.de/straße", "https://xn--bcher-kva.de/stra%C3%9Fe")]
    [InlineData("https://a.com/%7euser/%c3%9f", "https://a.com/~user/%C3%9F")]
    [InlineData("https://a.com/Foo_(bar)", "https://a.com/Foo_(bar)")]
    [InlineData("(https://a.com/x).", "https://a.com/x")]
    [InlineData("https://a.com/x!/", "https://a.com/x")]
    [InlineData("https://user:secret@a.com/x", "https://a.com/x")]
    [InlineData("https://[2001:DB8::1]/x", "https://[2001:db8::1]/x")]
    public void One_article_has_one_spelling(string url, string expected) => Assert.Equal(expected, CanonicalUrl.From(url));

    [Theory]
    [InlineData("https://amp.a.com/2024/05/talks-resume")]
    [InlineData("https://m.a.com/2024/05/talks-resume/")]
    [InlineData("https://www.m.a.com/2024/05/talks-resume")]
    [InlineData("https://mobile.a.com/2024/05/talks-resume?amp")]
    [InlineData("https://a.com/2024/05/talks-resume/amp/")]
    [InlineData("https://a.com/amp/2024/05/talks-resume?usqp=mq331&amp_js_v=0.1")]
    [InlineData("https://a.com/2024/05/talks-resume.amp")]
    [InlineData("https://a.com/2024/05/talks-resume?amp=1&outputType=amp")]
    [InlineData("https://a-com.cdn.ampproject.org/c/s/a.com/2024/05/talks-resume")]
    [InlineData("https://a-com.cdn.ampproject.org/v/s/www.a.com/2024/05/talks-resume/amp?amp_gsa=1")]
    [InlineData("https://www.google.com/amp/s/amp.a.com/2024/05/talks-resume")]
    [InlineData("https://a.com/2024/05/talks-resume?__twitter_impression=true&ns_mchannel=social")]
    public void Editions_and_caches_show_one_article(string url) => Assert.Equal("https://a.com/2024/05/talks-resume", CanonicalUrl.From(url));

    [Theory]
    [InlineData("https://a.com/products/amp")]
    [InlineData("https://a.com/amp/news")]
    [InlineData("https://amp.dev/about")]
    [InlineData("https://m.co.uk/about")]
    [InlineData("https://m.com/about")]
    [InlineData("https://google.com/amp/help")]
    [InlineData("https://a.com/ramp")]
    [InlineData("https://cdn.ampproject.org.a.com/c/s/b.com/talks-resume")]
    [InlineData("https://amplifier.a.com/x")]
    [InlineData("https://m.1.2.3")]
    public void What_only_looks_like_an_edition_keeps_its_address(string url) => Assert.Equal(url, CanonicalUrl.From(url));

    [Theory]
    [InlineData("https://x.com/ann/status/1?s=20&t=AbC_1-d", "https://x.com/ann/status/1")]
    [InlineData("https://mobile.twitter.com/ann/status/1?s=46", "https://twitter.com/ann/status/1")]
    [InlineData("https://www.youtube.com/watch?v=abc&si=XyZ12", "https://youtube.com/watch?v=abc")]
    [InlineData("https://www.youtube.com/watch?v=abc&feature=youtu.be", "https://youtube.com/watch?v=abc")]
    [InlineData("https://ann.substack.com/p/pier?r=1ab&triedRedirect=true", "https://ann.substack.com/p/pier")]
    [InlineData("https://medium.com/@ann/pier-1ab?source=rss-1ab------2", "https://medium.com/@ann/pier-1ab")]
    [InlineData("https://t.me/ann/1?single", "https://t.me/ann/1")]
    [InlineData("https://a.com/?s=pier&t=4", "https://a.com?s=pier&t=4")]
    [InlineData("https://notx.com/pier-opens?s=4711&t=2", "https://notx.com/pier-opens?s=4711&t=2")]
    public void What_a_host_adds_when_somebody_shares_goes_on_that_host_alone(string url, string expected) => Assert.Equal(expected, CanonicalUrl.From(url));

    [Theory]
    [InlineData("")]
    [InlineData("cnn.com/x")]
    [InlineData("//cnn.com/x")]
    [InlineData("ftp://cnn.com/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("not an address")]
    public void What_is_no_web_address_has_none(string url) => Assert.Null(CanonicalUrl.From(url));

    [Fact]
    public void An_endless_address_has_none()
    {
        Assert.Null(CanonicalUrl.From("https://a.com/" + new string('x', CanonicalUrl.MaxChars)));
        Assert.Null(CanonicalUrl.From("https://a.com/" + new string('ß', 1000)));
    }

    [Fact]
    public void A_canonical_spelling_is_its_own()
    {
        var part = Gen.Elements("a", "%41", "%", "/", "//", "?", "&", "=", "#", "!", ".", "..", "index.html", "utm_x=1", "amp;", "ß", "%2e", "%00", " ", "(", ")", "\\", "@", ":",
            "amp", "/amp", ".amp", "-1", "c/s/", "https://x.cdn.ampproject.org/c/s/", "m.");
        var urls = part.ArrayOf().Select(parts => (parts.Length % 2 == 0 ? "https://www.a.com/" : "https://x.cdn.ampproject.org/c/s/") + string.Concat(parts));
        Prop.ForAll(urls.ToArbitrary(), url =>
        {
            var once = CanonicalUrl.From(url);
            return once is null || CanonicalUrl.From(once) == once;
        }).QuickCheckThrowOnFailure();
    }
}
