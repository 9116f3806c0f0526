using System.Text;
using System.Xml;
using NewsBot.Core.Answers;
using NewsBot.Core.Digests;
using NewsBot.Core.Display;
using NewsBot.Web.Access;

namespace NewsBot.Web.Pages;

/// <summary>A digest as an Atom feed (RFC 4287): an entry a story, which opens its first report in the reader.</summary>
/// <param name="links">The paths of articles.</param>
internal sealed class DigestFeed(ReaderLinks links)
{
    /// <summary>The type of the document.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    /// <param name="digest">Its stories may be none.</param>
    /// <param name="address">Where the pages are opened, without a slash at the end.</param>
    public byte[] Write(Digest digest, string address)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", address + "/digest.atom");
            Element(xml, "title", "NewsBot: the news of the last day");
            Element(xml, "updated", Instant(digest.To));
            Link(xml, "self", address + "/digest.atom");
            Link(xml, "alternate", address + "/digest");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "NewsBot");
            xml.WriteEndElement();
            foreach (var story in digest.Stories)
                WriteStory(xml, digest, story, address);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private void WriteStory(XmlWriter xml, Digest digest, DigestStory story, string address)
    {
        List<Citation> cited = [.. story.Sentences.SelectMany(sentence => sentence.Citations).Distinct().Select(number => digest.Citations[number - 1])];
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"{address}{ReaderLinks.Folder}{Uri.EscapeDataString(story.ArticleIds[0])}");
        Element(xml, "title", story.Headline);
        Element(xml, "updated", Instant(cited.Max(citation => citation.Revision.Article.PublishedAt) ?? digest.To));
        Link(xml, "alternate", address + links.PathOf(cited[0]));
        Element(xml, "summary", string.Join(' ', story.Sentences.Select(sentence => sentence.Text)));
        foreach (var outlet in story.Outlets)
        {
            xml.WriteStartElement("contributor", Atom);
            Element(xml, "name", outlet);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Atom, string.Concat(DisplayText.Line(text).Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
