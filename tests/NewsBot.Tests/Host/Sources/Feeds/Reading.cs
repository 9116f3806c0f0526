using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Host.Sources.Feeds;

/// <summary>Reads feeds that tests write as text.</summary>
internal static class Reading
{
    public static readonly Uri Address = new("http://example.org/feeds/all.xml");

    public static Feed Feed(string text, Uri? address = null) => Found(text, address).Feed;

    public static FeedReadResult.Found Found(string text, Uri? address = null) =>
        Assert.IsType<FeedReadResult.Found>(FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, address));

    public static FeedItem RssItem(string elements, string attributes = "", Uri? address = null) =>
        Assert.Single(Feed($"<rss version='2.0' {attributes}><channel><item>{elements}</item></channel></rss>", address).Items);

    public static FeedItem AtomItem(string elements, string attributes = "") =>
        Assert.Single(Feed($"<feed xmlns='http://www.w3.org/2005/Atom' {attributes}><entry>{elements}</entry></feed>").Items);
}
