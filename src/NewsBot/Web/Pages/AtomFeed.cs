using System.Text;
using System.Xml;
using NewsBot.Core.Display;

namespace NewsBot.Web.Pages;

/// <summary>A feed in Atom (RFC 4287).</summary>
/// <param name="Title">Its name.</param>
/// <param name="Self">Where it is; also its id.</param>
/// <param name="Alternate">The page for people.</param>
/// <param name="Updated">When it changed last.</param>
/// <param name="Entries">May be none.</param>
internal sealed record AtomFeed(string Title, string Self, string Alternate, DateTimeOffset Updated, IReadOnlyList<AtomEntry> Entries)
{
    /// <summary>The type of the document.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", Self);
            Element(xml, "title", Title);
            Element(xml, "updated", Instant(Updated));
            Link(xml, "self", Self);
            Link(xml, "alternate", Alternate);
            Person(xml, "author", "NewsBot");
            foreach (var entry in Entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Title);
        Element(xml, "updated", Instant(entry.Updated));
        Link(xml, "alternate", entry.Alternate);
        Element(xml, "summary", entry.Summary);
        foreach (var outlet in entry.Outlets)
            Person(xml, "contributor", outlet);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string role, string name)
    {
        xml.WriteStartElement(role, Atom);
        Element(xml, "name", name);
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

/// <summary>An entry of a feed.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Updated">When it changed last.</param>
/// <param name="Alternate">The page for people.</param>
/// <param name="Summary">What it says, in plain text.</param>
/// <param name="Outlets">Who reports it; empty when unknown.</param>
internal sealed record AtomEntry(string Id, string Title, DateTimeOffset Updated, string Alternate, string Summary, IReadOnlyList<string> Outlets);
