using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Nested_outlines_are_folders()
    {
        var document = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="News" title="News">
                <outline text="World"><outline type="rss" text="W" xmlUrl="https://w.example/rss" htmlUrl="https://w.example/"/></outline>
                <outline type="rss" title="N" xmlUrl="https://n.example/rss"/>
              </outline>
              <outline type="rss" text="Top &amp; more" xmlUrl="https://t.example/rss" category="/Tech/Chips,/Other"></outline>
            </body></opml>
            """);
        Assert.Empty(document.Problems);
        Assert.Equal(
            [
                new OpmlFeed(4, new NewFeed("https://w.example/rss") { Title = "W", Link = "https://w.example/", Folder = "News/World" }),
                new OpmlFeed(5, new NewFeed("https://n.example/rss") { Title = "N", Folder = "News" }),
                new OpmlFeed(7, new NewFeed("https://t.example/rss") { Title = "Top & more", Folder = "Tech/Chips" }),
            ],
            document.Feeds);
    }

    [Fact]
    public void Programs_that_write_it_in_their_own_way_are_understood()
    {
        var document = Read("""
            <OPML><BODY><OUTLINE TEXT="Folder"><Outline type="RSS" Title="A" XMLURL="feed://a.example/rss"/><outline type="rss" text="B" url="https://b.example/rss"/>
            <outline text="E" url="https://e.example/rss"/><outline type="link" text="No feed" url="https://c.example/"/></OUTLINE></BODY></OPML>
            """);
        Assert.Empty(document.Problems);
        Assert.Equal(
            ["https://a.example/rss Folder", "https://b.example/rss Folder", "https://e.example/rss Folder"],
            document.Feeds.Select(feed => $"{feed.Feed.Address} {feed.Feed.Folder}"));
    }

    [Fact]
    public void Values_without_quotes_and_attributes_that_stand_twice_are_read()
    {
        var document = Read("""
            <opml version=2.0><body><!-- a -- b --><outline text=A type=rss xmlUrl=https://a.example/rss />
            <outline text="B=b c=d" text="B" xmlUrl="https://b.example/rss"></outline></body></opml>
            """);
        Assert.Empty(document.Problems);
        Assert.Equal(["A https://a.example/rss", "B=b c=d https://b.example/rss"], document.Feeds.Select(feed => $"{feed.Feed.Title} {feed.Feed.Address}"));
    }

    [Fact]
    public void A_packed_file_is_unpacked_and_a_damaged_one_is_told()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write("""<opml><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>"""u8);
        Assert.Equal("https://a.example/rss", Assert.Single(Opml.Read(new MemoryStream(packed.ToArray())).Feeds).Feed.Address);
        var damaged = packed.ToArray();
        damaged.AsSpan(10).Fill(0xFF);
        Assert.Equal("is packed with gzip and damaged", Assert.Single(Opml.Read(new MemoryStream(damaged)).Problems).Reason);
    }

    [Fact]
    public void Bad_lines_are_reported_and_the_rest_is_read()
    {
        var document = Read("""
            <opml version="2.0"><body>
            <outline type="rss" xmlUrl="javascript:alert(1)"/>
            <outline type="rss" text="None"/>
            <outline type="rss" xmlUrl="https://a.example/rss"/>
            </body></opml>
            """);
        Assert.Equal("https://a.example/rss", Assert.Single(document.Feeds).Feed.Address);
        Assert.Equal([new OpmlProblem(2, "'javascript:alert(1)' is not the address of a feed"), new OpmlProblem(3, "has a feed without an address")], document.Problems);
    }

    [Theory]
    [InlineData("<opml><body><outline text='Salt & Pepper' xmlUrl='https://a.example/f?x=1&y=2'/></body></opml>", "Salt & Pepper", "https://a.example/f?x=1&y=2")]
    [InlineData("<opml><body><outline text='Caf&eacute; &copy; &#233;' xmlUrl='https://a.example/f'/></body></opml>", "Café © é", "https://a.example/f")]
    [InlineData("<opml><body><outline text='1 < 2 &#1;' xmlUrl='https://a.example/f'/></body></opml>", "1 < 2", "https://a.example/f")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE opml><opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>", "A", "https://a.example/f")]
    [InlineData(
        "<!DOCTYPE opml PUBLIC '-//X//DTD OPML 1.0//EN' 'https://x.example/opml.dtd'><opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>",
        "A", "https://a.example/f")]
    [InlineData("<?xml version='1.0' encoding='utf-16'?><opml><body><outline text='Ї' xmlUrl='https://a.example/f'/></body></opml>", "Ї", "https://a.example/f")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><opml><body><outline text='Ї' xmlUrl='https://a.example/f'/></body></opml>", "Ї", "https://a.example/f")]
    [InlineData("\n Export of today\n<?xml version='1.0'?><opml><body><outline text='' title='B' xmlUrl='https://a.example/f'/></body></opml>", "B", "https://a.example/f")]
    [InlineData("<?xml version='1.1'?><OPML><BODY><OUTLINE TEXT='A' XMLURL='https://a.example/f'/></BODY></OPML>", "A", "https://a.example/f")]
    [InlineData("<opml><body><outline my:speed='2' text='A' xmlUrl='https://a.example/f'/></body></opml>", "A", "https://a.example/f")]
    public void The_slips_of_programs_are_mended(string text, string title, string address)
    {
        var document = Read(text);
        Assert.Empty(document.Problems);
        var feed = Assert.Single(document.Feeds).Feed;
        Assert.Equal((title, address), (feed.Title, feed.Address));
    }

    [Fact]
    public void A_password_in_an_address_is_neither_kept_nor_shown()
    {
        var document = Read("""
            <opml version="2.0"><body>
            <outline type="rss" xmlUrl="https://ann:secret@a.example/rss"/>
            <outline type="rss" xmlUrl="https://b.example/rss" htmlUrl="https://ann:secret@b.example/"/>
            </body></opml>
            """);
        Assert.Equal([new OpmlProblem(2, "'https://a.example/rss' is not the address of a feed")], document.Problems);
        Assert.Equal("https://b.example/", Assert.Single(document.Feeds).Feed.Link);
    }

    [Fact]
    public void The_encoding_that_the_file_names_is_read()
    {
        var text = "<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='Новини'><outline text='Місто' xmlUrl='https://a.example/f'/></outline></body></opml>";
        using var stream = new MemoryStream(System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text));
        var feed = Assert.Single(Opml.Read(stream).Feeds).Feed;
        Assert.Equal(("Місто", "Новини"), (feed.Title, feed.Folder));
    }

    [Fact]
    public void A_broken_file_is_read_as_far_as_it_goes()
    {
        var document = Read("<opml><body>\n<outline xmlUrl='https://a.example/rss'/>\n<outline xmlUrl='https://b.exa");
        Assert.Single(document.Feeds);
        Assert.Equal(3, Assert.Single(document.Problems).Line);
        Assert.Contains("were read", document.Problems[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a text.")]
    [InlineData("<html><body><p>A page</p></body></html>")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml><body><outline xmlUrl='https://&a;.example/'/></body></opml>")]
    public void What_is_no_list_is_told(string text)
    {
        var document = Read(text);
        Assert.Empty(document.Feeds);
        Assert.Single(document.Problems);
    }

    [Fact]
    public void Nothing_outside_of_the_file_is_read() =>
        Assert.Contains("document type", Assert.Single(Read("<!DOCTYPE opml SYSTEM 'file:///etc/passwd'><opml/>").Problems).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_deep_or_endless_file_ends()
    {
        var deep = Read(string.Concat(Enumerable.Repeat("<outline text='a'>", 100_000)));
        Assert.Contains("nested", Assert.Single(deep.Problems).Reason, StringComparison.Ordinal);

        var many = Read($"<opml>{string.Concat(Enumerable.Range(0, Opml.MaxFeeds + 50).Select(i => $"<outline xmlUrl='https://a.example/{i}'/>"))}</opml>");
        Assert.Equal(Opml.MaxFeeds, many.Feeds.Count);
        Assert.Contains("more than", Assert.Single(many.Problems).Reason, StringComparison.Ordinal);

        var faults = Read($"<opml>{string.Concat(Enumerable.Repeat("<outline xmlUrl='nothing'/>", 500))}</opml>");
        Assert.InRange(faults.Problems.Count, 2, 110);
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        FeedSettings[] feeds =
        [
            new(1, "https://a.example/rss?x=1&y=2") { Title = "A <b> & \"c\" 😀", Link = "https://a.example/" },
            new(2, "https://b.example/rss") { Folder = "News", FullText = FullTextMode.Never },
            new(3, "https://c.example/rss") { Folder = "News/World", Title = "C", FullText = FullTextMode.Always },
            new(4, "https://d.example/rss") { Folder = "News/World/Далі", Title = "D" },
            new(5, "https://e.example/rss") { Folder = "Tech", Title = "E" },
        ];
        Assert.Equal(feeds.Select(feed => NewFeed(feed) with { Title = feed.Name }), Read(Write(feeds)).Feeds.Select(feed => feed.Feed));
        Assert.Equal("names no feed", Assert.Single(Read(Write([])).Problems).Reason);
    }

    [Fact]
    public void Any_name_can_be_written() => Prop.ForAll<NonNull<string>, NonNull<string>>((title, folder) =>
    {
        var feed = new FeedSettings(1, "https://a.example/rss") { Title = title.Get.Length > 0 ? title.Get : null, Folder = FeedFolder.From(folder.Get) };
        var read = Assert.Single(Read(Write([feed])).Feeds).Feed;
        Assert.Equal(feed.Address, read.Address);
    }).QuickCheckThrowOnFailure();

    private static NewFeed NewFeed(FeedSettings feed) =>
        new(feed.Address) { Title = feed.Title, Link = feed.Link, Folder = feed.Folder, FullText = feed.FullText };

    private static string Write(IEnumerable<FeedSettings> feeds)
    {
        using var writer = new StringWriter();
        Opml.Write(feeds, writer);
        return writer.ToString();
    }

    private static OpmlDocument Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Opml.Read(stream);
    }
}
