using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Host.Sources.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/", "/anything", false)]
    [InlineData("/news", "/news", false)]
    [InlineData("/news", "/newspaper", false)]
    [InlineData("/news/", "/news", true)]
    [InlineData("/News", "/news", true)]
    [InlineData("", "/news", true)]
    [InlineData("/*.pdf", "/a/b.pdf?x", false)]
    [InlineData("/*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("/*.pdf$", "/a.pdf/b.pdf", false)]
    [InlineData("/*a*b*c", "/xaxbxc", false)]
    [InlineData("/*a*b*c", "/xcxbxa", true)]
    [InlineData("/$", "/", false)]
    [InlineData("/$", "/news", true)]
    [InlineData("*", "/news", false)]
    [InlineData("*/private", "/a/private/b", false)]
    [InlineData("/a**b", "/axb", false)]
    [InlineData("/a$b", "/a$b", false)]
    [InlineData("news", "/news", true)]
    [InlineData("/новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1", false)]
    [InlineData("/%d0%bd%d0%be", "/%D0%BD%D0%BE", false)]
    [InlineData("/%7Ejoe", "/~joe/x", false)]
    [InlineData("/~joe", "/%7ejoe/x", false)]
    [InlineData("/a%2Fb", "/a/b", true)]
    [InlineData("/a%2A", "/ab", true)]
    [InlineData("/?id=", "/?id=5", false)]
    [InlineData("/", "/robots.txt", true)]
    public void A_rule_is_a_beginning_of_the_path(string rule, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Parse($"User-agent: *\nDisallow: {rule}", "NewsBot").Allows(path));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/b", true)]
    [InlineData("Allow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /*.html", "/a/b.html", false)]
    [InlineData("Disallow: /\nAllow: /$", "/", true)]
    [InlineData("Disallow: /\nAllow: /$", "/a", false)]
    public void The_longest_rule_decides(string rules, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Parse($"User-agent: *\n{rules}", "NewsBot").Allows(path));

    [Theory]
    [InlineData("User-agent: NewsBot\nDisallow: /", false)]
    [InlineData("User-agent: newsbot\nDisallow: /", false)]
    [InlineData("user-AGENT :  NEWSBOT/2.0 \nDISALLOW :/", false)]
    [InlineData("\uFEFFUser-agent: NewsBot\nDisallow: /", false)]
    [InlineData("User-agent: NewsBot # us\r\nDisallow: / # all\r\n", false)]
    [InlineData("User-agent: NewsBot\rDisallow: /\r", false)]
    [InlineData("User-agent: News\nDisallow: /", true)]
    [InlineData("User-agent: NewsBotX\nDisallow: /", true)]
    [InlineData("User-agent: Other\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsBot\nDisallow: /x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsBot\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsBot", true)]
    [InlineData("User-agent: *\nAllow: /\nUser-agent: NewsBot\nDisallow: /", false)]
    [InlineData("User-agent: NewsBot\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: NewsBot\n\n# A line between.\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: NewsBot\nSitemap: https://news.example/map.xml\nUser-agent: Other\nDisallow: /", false)]
    [InlineData("User-agent: NewsBot\nAllow: /x\nUser-agent: Other\nDisallow: /", true)]
    [InlineData("User-agent: NewsBot\nDisallow: /x\nUser-agent: *\nDisallow: /y\nUser-agent: NewsBot\nDisallow: /page", false)]
    [InlineData("User-agent: *\nCrawl-delay: 5\n\nUser-agent: Other\nDisallow: /", true)]
    [InlineData("Disallow: /", true)]
    [InlineData("<html><body>Disallow: /</body></html>", true)]
    [InlineData("", true)]
    public void The_groups_of_the_robot_count_or_else_those_for_all(string text, bool isAllowed) =>
        Assert.Equal(isAllowed, RobotsRules.Parse(text, "NewsBot").Allows("/page"));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 5", 5.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: NewsBot\nDisallow: /x", null)]
    [InlineData("User-agent: *\nDisallow: /x\nCrawl-delay: 5\nUser-agent: NewsBot\nDisallow: /x", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e9", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999", 86_400.0)]
    [InlineData("User-agent: *\nCrawl-delay: -5", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: Other\nCrawl-delay: 5", null)]
    public void A_pause_may_be_asked_for(string text, double? seconds) => Assert.Equal(seconds, RobotsRules.Parse(text, "NewsBot").CrawlDelay?.TotalSeconds);

    [Fact]
    public void Rules_made_to_be_slow_are_fast()
    {
        var rules = RobotsRules.Parse($"User-agent: *\n{string.Concat(Enumerable.Repeat($"Disallow: /{string.Concat(Enumerable.Repeat("*a", 200))}b\n", 1_000))}", "NewsBot");
        Assert.True(rules.Allows("/" + new string('a', 5_000)));
    }
}
