using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

public sealed class FeedReaderTests
{
    private const string Small =
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY e "x">]>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T &e;</title><link>http://a.example/</link>
        <item><title><![CDATA[<b>One</b>]]></title><guid>http://a.example/1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
        <description>&lt;a href="x" onclick='y'&gt;z&lt;/a&gt; <i>w</i></description><category>c</category></item></channel></rss>
        """;

    [Fact]
    public void Document_types_without_an_end_are_not_looked_through_again_and_again()
    {
        // A scan to the far end for each of them would take minutes.
        var types = string.Concat(Enumerable.Repeat("<!DOCTYPE [>", 200_000)) + string.Concat(Enumerable.Repeat("]x", 500_000));
        var started = TimeProvider.System.GetTimestamp();
        FeedReader.Read(Encoding.UTF8.GetBytes(types + Small), contentType: null, address: null);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Entities_of_the_text_expand_to_so_much_and_no_more()
    {
        var text = $"<!DOCTYPE rss [<!ENTITY e \"{new string('x', 1_000)}\">]><rss><channel><title>T</title>"
            + $"<description>{string.Concat(Enumerable.Repeat("&e;", 2_300_000))}</description></channel></rss>";
        var found = Assert.IsType<FeedReadResult.Found>(FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, address: null));
        Assert.InRange(found.Feed.Description!.Length, 1, text.Length + 2_000_000);
    }

    [Theory]
    [InlineData("<rss><channel><title>T</title><item><title>a</title><description>b c")]
    [InlineData("<rss><channel><title>T</title><item><title>a</title><description>b c</description></item>")]
    [InlineData("<rss><channel><title>T</title><item><title>a</title><description>b c</description></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>a<description>b c</description></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>a</title></em><description>b c</description></item></channel></rss>")]
    public void Broken_xml_is_read_as_far_as_it_goes(string text)
    {
        var found = Reading.Found(text);
        Assert.Equal("The feed's XML is broken; it is read as far as it goes.", found.Problem);
        var item = Assert.Single(found.Feed.Items);
        Assert.Equal(("T", "a", "b c"), (found.Feed.Title, item.Title, item.Summary));
    }

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><title>T</title></channel></rss>")]
    [InlineData("<br />\n<b>Warning</b>: x in <b>y</b><?xml version='1.0'?><rss><channel><title>T</title></channel></rss> trailing")]
    [InlineData("<RSS><CHANNEL><TITLE>T</TITLE></CHANNEL></RSS>")]
    [InlineData("<rss:rss xmlns:rss='http://odd.example/'><rss:channel><rss:title>T</rss:title></rss:channel></rss:rss>")]
    [InlineData("<rss xmlns='http://odd.example/'><channel><title>T</title></channel></rss>")]
    [InlineData("<rss><title>T</title></rss>")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title></a:feed>")]
    [InlineData("<feed><title type='html'>T</title></feed>")]
    [InlineData("<rss><channel><title>\u0001T\u0002</title></channel></rss>")]
    public void What_surrounds_a_feed_and_how_it_is_spelt_does_not_matter(string text) => Assert.Equal("T", Reading.Feed(text).Title);

    [Fact]
    public void A_second_item_within_an_item_ends_the_first()
    {
        var feed = Reading.Feed("<rss><channel><item><title>a</title><item><title>b</title></item></channel></rss>");
        Assert.Equal(["a", "b"], feed.Items.Select(item => item.Title));
    }

    [Fact]
    public void Undeclared_prefixes_mean_what_they_always_mean()
    {
        var item = Reading.RssItem("<dc:creator>Ann</dc:creator><content:encoded>whole</content:encoded><odd:title>no</odd:title>");
        Assert.Equal(("Ann", "whole", null), (item.Author, item.Content, item.Title));
    }

    [Fact]
    public void Nothing_outside_of_the_text_is_read()
    {
        var feed = Reading.Feed(
            "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://a.example/x'>%p;]><rss><channel><title>a &f; b</title></channel></rss>");
        Assert.Equal("a &f; b", feed.Title);
    }

    [Fact]
    public void Entities_of_entities_do_not_grow()
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 'ha'>");
        for (var i = 1; i < 30; i++)
            bomb.Append($"<!ENTITY e{i} '{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}'>");
        var feed = Reading.Feed(bomb.Append("]><rss><channel><title>&e0; &e29;</title></channel></rss>").ToString());
        Assert.Equal("ha " + string.Concat(Enumerable.Repeat("&e28;", 10)), feed.Title);
    }

    [Fact]
    public void A_long_entity_is_not_repeated_without_end()
    {
        var feed = Reading.Feed($"<!DOCTYPE rss [<!ENTITY e '{new string('x', 1000)}'>]><rss><channel><item>"
            + $"<description>{string.Concat(Enumerable.Repeat("&e;", 100_000))}</description></item></channel></rss>");
        Assert.InRange(feed.Items[0].Summary!.Length, 900_000, ElementText.MaxLength);
    }

    [Fact]
    public void A_feed_of_too_many_items_gives_the_first_and_says_so()
    {
        var text = new StringBuilder("<rss><channel>");
        for (var i = 0; i <= FeedReader.MaxItems; i++)
            text.Append("<item><title>").Append(i).Append("</title></item>");
        var found = Reading.Found(text.ToString());
        Assert.Equal(FeedReader.MaxItems, found.Feed.Items.Count);
        Assert.Equal("The feed has more than 10,000 items; the rest is left out.", found.Problem);
    }

    [Theory]
    [InlineData("<rss><channel><item><description>", "<a>")]
    [InlineData("<rss><channel><item>", "<title>")]
    [InlineData("<rss><channel><title>", "<")]
    [InlineData("<rss><channel>", "<!--")]
    [InlineData("<rss><channel>", "<![CDATA[")]
    [InlineData("<rss><channel>", "<?")]
    [InlineData("<rss><channel>", "<a b=\"")]
    [InlineData("<rss><channel ", "a='b' ")]
    [InlineData("<rss><channel>", "</b>")]
    [InlineData("", "<!DOCTYPE [")]
    [InlineData("<rss><channel><title>", "&#x")]
    [InlineData("<rss><channel><item><description><![CDATA[", "<script")]
    [InlineData("{\"items\":", "[")]
    public void Repetition_costs_no_more_than_its_length(string start, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(part, 100_000)));
        var began = Environment.TickCount64;
        _ = FeedReader.Read(bytes, contentType: null, Reading.Address);
        // A pass over it takes a few milliseconds, a pass a repetition a minute.
        Assert.InRange(Environment.TickCount64 - began, 0, 5_000);
    }

    [Fact]
    public void No_change_of_a_byte_breaks_the_reader()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        var change = from at in Gen.Choose(0, bytes.Length - 1)
                     from value in Gen.Choose(0, 255)
                     from cut in Gen.Choose(0, bytes.Length)
                     select (At: at, Value: (byte)value, Cut: cut);
        Prop.ForAll(change.ToArbitrary(), changed =>
        {
            var broken = bytes.ToArray();
            broken[changed.At] = changed.Value;
            var whole = FeedReader.Read(broken, contentType: null, Reading.Address);
            _ = FeedReader.Read(broken.AsSpan(0, changed.Cut), "text/xml; charset=big5", address: null);
            return whole is FeedReadResult.NotAFeed || Lengths(((FeedReadResult.Found)whole).Feed) <= 4 * bytes.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Only_the_first_declaration_has_a_subset()
    {
        var hostile = $"{string.Concat(Enumerable.Repeat("<!DOCTYPE [>", 200_000))}<rss><channel><item><title>One</title></item></channel></rss>]x";
        var began = Environment.TickCount64;
        Assert.Equal("One", Assert.Single(Reading.Feed(hostile).Items).Title);
        // Each that reads on to the end takes half a minute together.
        Assert.InRange(Environment.TickCount64 - began, 0, 5_000);
        Assert.Equal("value", Assert.Single(Reading.Feed("<!DOCTYPE rss [<!ENTITY own \"value\"> ] ><rss><channel><item><title>&own;</title></item></channel></rss>").Items).Title);
    }

    [Fact]
    public void What_declared_entities_add_up_to_stays_bounded_however_many_there_are()
    {
        var entities = new MarkupEntities();
        entities.Declare($"<!ENTITY a \"{new string('x', 1000)}\">");
        var references = string.Concat(Enumerable.Repeat("&a;", 2_000));
        Assert.Equal(1_000_000 + (1_000 * 3), entities.Resolve(references).Length);
        // So far that a count of the refusals would start again too.
        for (var i = 0; i < 2_200; i++)
            Assert.Equal(references.Length, entities.Resolve(references).Length);
    }

    [Fact]
    public void An_item_too_long_takes_no_room_from_those_after_it()
    {
        var tooLong = string.Concat(Enumerable.Repeat("<b/>x", 350_000));
        Assert.Equal(["Long", "Next"],
            Reading.Feed($"<rss><channel><item><title>Long</title>{tooLong}</item><item><title>Next</title></item></channel></rss>").Items.Select(item => item.Title));
    }

    [Fact]
    public void Elements_too_deep_that_never_end_swallow_no_other_item()
    {
        var tooDeep = string.Concat(Enumerable.Repeat("<b>", 150));
        Assert.Equal(
            ["Deep", "Next", "Last"],
            Reading.Feed($"<rss><channel><item><title>Deep</title>{tooDeep}</item><item><title>Next</title></item><item><title>Last</title></item></channel></rss>").Items.Select(
            item => item.Title));
    }

    private static int Lengths(Feed feed) =>
        (feed.Title?.Length ?? 0) + (feed.Link?.Length ?? 0) + feed.Items.Sum(
            item => (item.Title?.Length ?? 0) + (item.Summary?.Length ?? 0) + (item.Url?.Length ?? 0) + (item.Id?.Length ?? 0));
}
