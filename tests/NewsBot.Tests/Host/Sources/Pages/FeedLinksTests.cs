using System.Text;
using NewsBot.Sources.Pages;
using static NewsBot.Tests.Host.Sources.Pages.MadeUpPages;

namespace NewsBot.Tests.Host.Sources.Pages;

public sealed class FeedLinksTests
{
    private const string Address = "https://post.example/news/";

    [Fact]
    public void Announced_feeds_come_in_order_absolute_and_once()
    {
        var page = Read("<a href='/other/rss'>RSS</a>", """
            <link rel="alternate" type="application/rss+xml" title="All" href="/feed">
            <link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="atom.xml">
            <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json#x">
            <link rel="alternate" type="application/rss+xml" href="https://post.example/feed">
            <link rel="alternate" hreflang="de" href="/de">
            <link rel="alternate stylesheet" type="application/rss+xml" href="/style">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            """, Address);
        Assert.Equal(["https://post.example/feed", "https://post.example/news/atom.xml", "https://cdn.example/feed.json"], page.Feeds);
    }

    [Theory]
    [InlineData("""<link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/bridge/feed/"><link rel="feed" href="/feed/">""")]
    [InlineData("""<link rel="feed" title="Стрічка коментарів" href="/bridge/feed/"><link rel="feed" href="/feed/">""")]
    [InlineData("""<link rel="alternate" type="application/atom+xml" href="/bridge/feed/?of=comments"><link rel="alternate" type="application/rss+xml" href="/feed/">""")]
    [InlineData("<a href='/bridge/feed/'>Kommentare (RSS)</a><a href='/feed/'>RSS</a>")]
    public void Feeds_of_comments_come_last(string html)
    {
        var feeds = PageReader.FindFeeds(Encoding.UTF8.GetBytes(html), "text/html", new Uri(Address));
        Assert.Equal(("https://post.example/feed/", 2), (feeds[0], feeds.Count));
    }

    [Theory]
    [InlineData("<a href='/rss'>RSS</a>", "https://post.example/rss")]
    [InlineData("<a href='feed:https://post.example/f'>Feed</a>", "https://post.example/f")]
    [InlineData("<a href='feed://post.example/f'>Feed</a>", "https://post.example/f")]
    [InlineData("<a href='/blog/feed/?x=1'>Feed</a>", "https://post.example/blog/feed/?x=1")]
    public void Links_that_look_like_feeds_serve_where_none_is_announced(string html, string url) =>
        Assert.Equal([url], PageReader.FindFeeds(Encoding.UTF8.GetBytes(html), "text/html", new Uri(Address)));

    [Fact]
    public void A_page_without_feeds_names_none() => Assert.Empty(Read("<a href='/about'>About the feeding of birds</a>", address: Address).Feeds);
}
