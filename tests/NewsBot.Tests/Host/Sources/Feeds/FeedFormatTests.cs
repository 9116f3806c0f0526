using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedFormatTests
{
    [Fact]
    public void Rss_2_is_read()
    {
        var feed = Reading.Feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>Harbour News</title>
                <link>http://harbour.example/</link>
                <description>Ships &amp; tides</description>
                <language>en-gb</language>
                <lastBuildDate>Mon, 02 Mar 2026 10:00:00 GMT</lastBuildDate>
                <ttl>90</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>13</hour></skipHours>
                <skipDays><day>Sunday</day><day>Noday</day></skipDays>
                <image><title>Logo</title><url>http://harbour.example/l.png</url><link>http://harbour.example/logo</link></image>
                <textInput><title>Search</title><link>http://harbour.example/search</link></textInput>
                <item>
                  <guid isPermaLink="false">h-1</guid>
                  <title>Ferry late</title>
                  <link>http://harbour.example/1</link>
                  <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate>
                  <dc:creator>Ann Pier</dc:creator>
                  <description>The ferry was late.</description>
                  <content:encoded><![CDATA[<p>The ferry was <b>two</b> hours late.</p>]]></content:encoded>
                  <category>Ferries</category><category> Ferries </category><category>Delays</category>
                </item>
              </channel>
            </rss>
            """);
        Assert.Equal(("Harbour News", "http://harbour.example/", "Ships & tides", "en-gb"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), feed.UpdatedAt);
        Assert.Equal(TimeSpan.FromMinutes(90), feed.TimeToLive);
        Assert.Equal([0, 13], feed.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.SkipDays);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("h-1", "Ferry late", "http://harbour.example/1", "Ann Pier"), (item.Id, item.Title, item.Url, item.Author));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Null(item.UpdatedAt);
        Assert.Equal(("The ferry was late.", "<p>The ferry was <b>two</b> hours late.</p>"), (item.Summary, item.Content));
        Assert.Equal(["Ferries", "Delays"], item.Categories);
    }

    [Theory]
    [InlineData("http://purl.org/rss/1.0/")]
    [InlineData("http://my.netscape.com/rdf/simple/0.9/")]
    [InlineData("http://channel.netscape.com/rdf/simple/0.9/")]
    public void Rss_of_rdf_is_read(string own)
    {
        var feed = Reading.Feed(
            $"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{own}" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xml:lang="de">
              <channel rdf:about="http://a.example/rdf">
                <title>T</title><link>http://a.example/</link><dc:date>2026-03-02</dc:date>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                <items><rdf:Seq><rdf:li rdf:resource="http://a.example/1"/></rdf:Seq></items>
              </channel>
              <image><title>I</title><link>http://a.example/i</link></image>
              <item rdf:about="http://a.example/1"><title>One</title><link>http://a.example/one</link><dc:date>2026-03-01T10:00Z</dc:date><dc:subject>Sea</dc:subject></item>
            </rdf:RDF>
            """);
        Assert.Equal(("T", "http://a.example/", "de"), (feed.Title, feed.Link, feed.Language));
        Assert.Equal(TimeSpan.FromHours(6), feed.TimeToLive);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("http://a.example/1", "One", "http://a.example/one"), (item.Id, item.Title, item.Url));
        Assert.Equal(item.UpdatedAt, item.PublishedAt);
        Assert.Equal(["Sea"], item.Categories);
    }

    [Fact]
    public void Atom_1_is_read()
    {
        var feed = Reading.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="http://b.example/x/">
              <title type="html">Les &lt;em&gt;bateaux&lt;/em&gt;</title>
              <subtitle>Sous</subtitle>
              <link rel="self" href="feed.atom"/>
              <link rel="alternate" type="application/json" href="j"/>
              <link href="/"/>
              <updated>2026-03-02T10:00:00+01:00</updated>
              <author><name>Le Quai</name></author>
              <entry>
                <id>tag:b.example,2026:1</id>
                <title>Un</title>
                <link rel="enclosure" href="a.mp3"/><link rel="alternate" href="1.html"/>
                <published>2026-03-01T10:00:00Z</published><updated>2026-03-02T08:00:00Z</updated>
                <category term="mer" label="La mer"/>
                <summary>court</summary>
                <content type="xhtml" xml:base="img/"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b <img src="1.png"/></p></div></content>
              </entry>
              <entry><title>Deux</title><author><name>Paul</name><email>p@b.example</email></author><updated>2026-03-02T08:00:00Z</updated></entry>
            </feed>
            """);
        Assert.Equal(("Les <em>bateaux</em>", "http://b.example/", "Sous", "fr"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), feed.UpdatedAt);
        var first = feed.Items[0];
        Assert.Equal(("tag:b.example,2026:1", "Un", "http://b.example/x/1.html", "Le Quai"), (first.Id, first.Title, first.Url, first.Author));
        Assert.Equal(("court", "<p>a &lt; b <img src=\"http://b.example/x/img/1.png\" /></p>"), (first.Summary, first.Content));
        Assert.Equal(["mer"], first.Categories);
        Assert.Equal("Paul", feed.Items[1].Author);
        Assert.Equal(feed.Items[1].UpdatedAt, feed.Items[1].PublishedAt);
    }

    [Fact]
    public void Atom_03_is_read()
    {
        var feed = Reading.Feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <title mode="escaped" type="text/html">A &lt;b&gt;bold&lt;/b&gt; feed</title>
              <tagline>About</tagline><modified>2003-12-31T10:14:55Z</modified>
              <link rel="alternate" type="text/html" href="http://c.example/"/>
              <entry>
                <title mode="base64">RmVycnk=</title>
                <issued>2003-12-30</issued><created>2003-12-29</created><modified>2003-12-31</modified>
                <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><i>x</i></div></content>
              </entry>
            </feed>
            """);
        Assert.Equal(("A <b>bold</b> feed", "About", "http://c.example/"), (feed.Title, feed.Description, feed.Link));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("Ferry", "<i>x</i>"), (item.Title, item.Content));
        Assert.Equal((30, 31), (item.PublishedAt!.Value.Day, item.UpdatedAt!.Value.Day));
    }

    [Fact]
    public void Cdf_is_read()
    {
        var feed = Reading.Feed(
            """
            <CHANNEL HREF="http://d.example/" BASE="http://d.example/base/" LASTMOD="1998-11-05T22:12">
              <TITLE>Old</TITLE><ABSTRACT>Times</ABSTRACT>
              <ITEM HREF="1.html" LASTMOD="1998-11-04"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM>
            </CHANNEL>
            """);
        Assert.Equal(("Old", "Times", "http://d.example/"), (feed.Title, feed.Description, feed.Link));
        var item = Assert.Single(feed.Items);
        Assert.Equal(("One", "First", "http://d.example/base/1.html"), (item.Title, item.Summary, item.Url));
    }

    [Fact]
    public void Json_feed_is_read()
    {
        var feed = Reading.Feed(
            """
            {
              "version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "/", "description": "D", "language": "en",
              "authors": [{"name": "Feed Author"}],
              "items": [
                {"id": 7, "url": "seven", "title": "Seven", "summary": "s", "content_html": "<p onclick='x'>seven</p>", "date_published": "2026-03-02T10:00:00-05:00",
                 "date_modified": "2026-03-03T00:00:00Z", "author": {"name": "Old Style"}, "tags": ["a", "a", "b", 3]},
                {"id": "http://example.org/8", "content_text": "eight"},
                "no item",
              ]
            }
            """,
            Reading.Address);
        Assert.Equal(("J", "http://example.org/", "D", "en"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal(2, feed.Items.Count);
        var item = feed.Items[0];
        Assert.Equal(("7", "Seven", "http://example.org/feeds/seven", "Old Style", "s", "<p onclick='x'>seven</p>"),
            (item.Id, item.Title, item.Url, item.Author, item.Summary, item.Content));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal(["a", "b"], item.Categories);
        Assert.Equal(("http://example.org/8", "Feed Author", "eight"), (feed.Items[1].Url, feed.Items[1].Author, feed.Items[1].Content));
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>Oops</title></head></html>", true, "This is a web page, not a feed.")]
    [InlineData("<HTML><body>502 Bad Gateway</body></HTML>", true, "This is a web page, not a feed.")]
    [InlineData("<opml version='2.0'><body/></opml>", false, "This is no feed: its outermost element is 'opml'.")]
    [InlineData("", false, "The text is empty.")]
    [InlineData("Hello there", false, "This is no feed: it is neither XML nor JSON.")]
    [InlineData("{\"error\": 1}", false, "This is JSON, but no feed.")]
    [InlineData("{\"items\": [", false, "This is broken JSON.")]
    public void What_is_no_feed_says_why(string text, bool isPage, string reason) =>
        Assert.Equal(new FeedReadResult.NotAFeed(reason, isPage), FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(text), contentType: null, address: null));
}
