namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedItemTests
{
    [Theory]
    [InlineData("<author>ann@a.example (Ann Pier)</author>", "Ann Pier")]
    [InlineData("<author>Ann Pier (ann@a.example)</author>", "Ann Pier")]
    [InlineData("<author>Ann Pier &lt;ann@a.example&gt;</author>", "Ann Pier")]
    [InlineData("<author>ann@a.example</author>", "ann@a.example")]
    [InlineData("<author>ann@a.example</author><dc:creator>Ann Pier</dc:creator>", "Ann Pier")]
    [InlineData("<author>@ann</author>", "@ann")]
    [InlineData("<author><name>Ann</name><email>ann@a.example</email></author>", "Ann")]
    [InlineData("<itunes:author>Pod</itunes:author>", "Pod")]
    [InlineData("<dc:creator>Pier, A. B.</dc:creator>", "Pier, A. B.")]
    [InlineData("<title>t</title>", null)]
    public void An_author_is_a_name_where_there_is_one(string elements, string? expected) => Assert.Equal(expected, Reading.RssItem(elements).Author);

    [Theory]
    [InlineData("<link>http://a.example/1</link>", "http://a.example/1")]
    [InlineData("<link>\n http://a.example/1?a=1&b=2 </link>", "http://a.example/1?a=1&b=2")]
    [InlineData("<link href='http://a.example/1'/>", "http://a.example/1")]
    [InlineData("<guid>http://a.example/1</guid>", "http://a.example/1")]
    [InlineData("<guid isPermaLink='false'>http://a.example/1</guid>", null)]
    [InlineData("<guid>1</guid>", null)]
    [InlineData("<guid>http://a.example/1</guid><link>http://a.example/2</link>", "http://a.example/2")]
    [InlineData("<atom:link rel='self' href='http://a.example/self'/>", null)]
    [InlineData("<atom:link rel='alternate' href='http://a.example/1'/><atom:link rel='enclosure' href='x'/>", "http://a.example/1")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>java&#10;script:alert(1)</link>", null)]
    [InlineData("<enclosure url='http://a.example/a.mp3'/>", null)]
    public void The_address_is_that_of_the_page(string elements, string? expected) => Assert.Equal(expected, Reading.RssItem(elements).Url);

    [Theory]
    [InlineData("<title>AT&amp;T</title>", "AT&T")]
    [InlineData("<title>Fish & chips</title>", "Fish & chips")]
    [InlineData("<title>1 < 2</title>", "1 < 2")]
    [InlineData("<title><![CDATA[<b>Bold</b>]]></title>", "<b>Bold</b>")]
    [InlineData("<title><b>Bold</b> &amp; so</title>", "<b>Bold</b> &amp; so")]
    [InlineData("<title>The &lt;script&gt; element</title>", "The <script> element")]
    [InlineData("<title>Hi&lt;script&gt;alert(1)&lt;/script&gt;</title>", "Hi<script>alert(1)</script>")]
    [InlineData("<title> a\n b </title>", "a\n b")]
    [InlineData("<title>caf&eacute; &bogus; &#8217; &#146; &#x1F600;</title>", "café &bogus; ’ ’ 😀")]
    [InlineData("<title>FÃ¼r</title>", "Für")]
    [InlineData("<title>a<!-- b -->c</title>", "ac")]
    [InlineData("<media:title>M</media:title><title>T</title>", "T")]
    [InlineData("<dc:title>D</dc:title>", "D")]
    [InlineData("<title> </title>", null)]
    public void A_title_is_what_a_reader_shows(string elements, string? expected) => Assert.Equal(expected, Reading.RssItem(elements).Title);

    [Theory]
    [InlineData("<title>a &lt;b&gt; c</title>", "a <b> c")]
    [InlineData("<title type='html'>a &lt;b onclick='x'&gt;c&lt;/b&gt;</title>", "a <b onclick='x'>c</b>")]
    [InlineData("<title type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>a <x:b>c</x:b> &amp;</x:div></title>", "a <b>c</b> &amp;")]
    [InlineData("<title type='application/octet-stream'>RmVycnk=</title>", "Ferry")]
    [InlineData("<title type='text/plain'>RmVycnk=</title>", "RmVycnk=")]
    public void An_atom_title_is_of_its_type(string elements, string expected) => Assert.Equal(expected, Reading.AtomItem(elements).Title);

    [Fact]
    public void The_second_description_is_the_whole_text()
    {
        var item = Reading.RssItem("<description>short</description><description>a longer one</description>");
        Assert.Equal(("short", "a longer one"), (item.Summary, item.Content));
    }

    [Theory]
    [InlineData("<content:encoded>x</content:encoded>")]
    [InlineData("<content src='http://a.example/x'>x</content>")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'>x</body>")]
    [InlineData("<xhtml:body>x</xhtml:body>")]
    [InlineData("<atom:content>x</atom:content>")]
    public void The_whole_text_has_many_names(string elements) => Assert.Equal("x", Reading.RssItem(elements).Content);

    [Fact]
    public void Keywords_and_subjects_are_categories()
    {
        var item = Reading.RssItem(
            "<category domain='d'>One</category><itunes:keywords>two, three</itunes:keywords><dc:subject>Four</dc:subject><itunes:category text='Five'><itunes:category "
                + "text='Six'/></itunes:category>");
        Assert.Equal(["One", "two", "three", "Four", "Five", "Six"], item.Categories);
    }

    [Fact]
    public void What_an_entry_was_taken_from_is_not_the_entry()
    {
        var item = Reading.AtomItem("<source><id>s</id><title>Source</title><link href='http://s.example/'/><author><name>Sue</name></author></source><title>Mine</title>");
        Assert.Equal((null, "Mine", null, "Sue"), (item.Id, item.Title, item.Url, item.Author));
    }

    [Fact]
    public void Addresses_are_made_absolute_by_the_nearest_base()
    {
        var item = Reading.AtomItem(
            "<id>x/1</id><link href='../1'/><content type='html' xml:base='deep/'>&lt;a href='?a=1&amp;amp;b=2'&gt;q&lt;/a&gt;&lt;a href='//o.example/'&gt;o&lt;/a&gt;&lt;a "
                + "href='#n'&gt;n&lt;/a&gt;</content>",
            "xml:base='http://a.example/b/c'");
        Assert.Equal(("http://a.example/b/x/1", "http://a.example/1"), (item.Id, item.Url));
        Assert.Equal(
            "<a href=\"http://a.example/b/deep/?a=1&amp;b=2\">q</a><a href=\"http://o.example/\">o</a><a href=\"http://a.example/b/deep/#n\">n</a>",
            item.Content);
    }

    [Fact]
    public void Where_the_feed_was_read_is_the_last_base_of_all()
    {
        Assert.Equal("http://example.org/feeds/1", Reading.RssItem("<link>1</link>", address: Reading.Address).Url);
        Assert.Equal("/1", Reading.RssItem("<link>/1</link>").Url);
        Assert.Equal("http://b.example/1", Reading.RssItem("<link>1</link>", "xml:base='http://b.example/'", Reading.Address).Url);
    }
}
