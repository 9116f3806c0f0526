using System.IO.Compression;
using System.Text;
using System.Xml;
using NewsBot.Core.Articles;
using NewsBot.Core.Display;

namespace NewsBot.Sources.Feeds;

/// <summary>Lists of feeds as readers of feeds exchange them: OPML 1.0, 1.1 and 2.0 (opml.org/spec2.opml).</summary>
internal static class Opml
{
    /// <summary>Largest file taken, in bytes.</summary>
    public const int MaxBytes = 10_000_000;

    /// <summary>Most feeds read of one file.</summary>
    public const int MaxFeeds = 10_000;

    // What OPML has no attribute for goes into a namespace of its own, as OPML 2.0 allows.
    private const string OwnNamespace = "urn:newsbot:opml";
    private const string FullTextName = "fullText";

    private const int MaxNesting = 200;
    private const int MaxTitleChars = 512;
    private const int MaxProblems = 100;

    /// <summary>The feeds of a file; folders are outlines without an address, or OPML 2.0's 'category' where there are none.</summary>
    /// <param name="content">The file, in whatever encoding, packed with gzip or not; read as far as it is well-formed
    /// once its commonest slips are mended (<see cref="OpmlText"/>).</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OpmlDocument Read(Stream content)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (bytes is [0x1F, 0x8B, 8, ..] && length <= MaxBytes)
        {
            try
            {
                using var unpacked = new GZipStream(new MemoryStream(bytes, 0, length), CompressionMode.Decompress);
                var plain = new byte[MaxBytes + 1];
                (length, bytes) = (unpacked.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false), plain);
            }
            catch (InvalidDataException)
            {
                return new OpmlDocument([], [new OpmlProblem(0, "is packed with gzip and damaged")]);
            }
        }

        if (length > MaxBytes)
            return new OpmlDocument([], [new OpmlProblem(0, $"is larger than {MaxBytes / 1_000_000} MB")]);
        var (feeds, problems) = (new List<OpmlFeed>(), new List<OpmlProblem>());
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(OpmlText.Of(bytes.AsSpan(0, length))), settings);
            Read(reader, feeds, problems);
        }
        catch (XmlException failure)
        {
            problems.Add(new OpmlProblem(failure.LineNumber, failure.Message.Contains("DTD", StringComparison.Ordinal)
                ? "has a document type, which is not read"
                : feeds.Count > 0 ? "is not well-formed from here on; the feeds before it were read" : "is not well-formed XML"));
        }

        if (feeds.Count == 0 && problems.Count == 0)
            problems.Add(new OpmlProblem(0, "names no feed"));
        return new OpmlDocument(feeds, problems);
    }

    /// <summary>The feeds as OPML 2.0, folders as outlines around them; reading it gives the same feeds.</summary>
    /// <param name="feeds">In the order in which they are to stand, those of a folder together.</param>
    /// <param name="target">Takes the file; stays open.</param>
    public static void Write(IEnumerable<FeedSettings> feeds, TextWriter target)
    {
        using var writer = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, CloseOutput = false, NewLineChars = "\n", OmitXmlDeclaration = true });
        // A TextWriter would declare the encoding of its strings, UTF-16, and not that of the file.
        writer.WriteRaw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteAttributeString("xmlns", "newsbot", null, OwnNamespace);
        writer.WriteStartElement("head");
        writer.WriteElementString("title", "Feeds of newsbot");
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        string[] open = [];
        foreach (var feed in feeds)
        {
            var folders = feed.Folder?.Split('/') ?? [];
            var common = open.Zip(folders).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var i = open.Length; i > common; i--)
                writer.WriteEndElement();
            foreach (var name in folders.Skip(common))
            {
                writer.WriteStartElement("outline");
                writer.WriteAttributeString("text", Writable(name));
            }

            open = folders;
            Write(feed, writer);
        }

        foreach (var _ in open)
            writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Flush();
        target.Write('\n');
    }

    private static void Read(XmlReader reader, List<OpmlFeed> feeds, List<OpmlProblem> problems)
    {
        // The outlines that are open, each with its name; null for one that is a feed, whose children lie beside it.
        var open = new Stack<string?>();
        while (reader.Read())
        {
            if (reader.Depth > MaxNesting)
            {
                problems.Add(new OpmlProblem(Line(reader), $"is nested more than {MaxNesting} levels deep; what follows is left out"));
                return;
            }

            var isOutline = string.Equals(reader.LocalName, "outline", StringComparison.OrdinalIgnoreCase);
            if (isOutline && reader.NodeType == XmlNodeType.EndElement)
                open.TryPop(out _);
            if (!isOutline || reader.NodeType != XmlNodeType.Element)
                continue;
            if (feeds.Count == MaxFeeds || problems.Count == MaxProblems)
            {
                var most = feeds.Count == MaxFeeds ? $"{MaxFeeds:N0} feeds" : $"{MaxProblems} faults";
                problems.Add(new OpmlProblem(Line(reader), $"has more than {most}; what follows is left out"));
                return;
            }

            var name = ReadOutline(reader, open.Reverse(), feeds, problems);
            if (!reader.IsEmptyElement)
                open.Push(name);
        }
    }

    /// <summary>Takes a feed out of an outline; gives the outline's name when it is a folder, else null.</summary>
    private static string? ReadOutline(XmlReader reader, IEnumerable<string?> open, List<OpmlFeed> feeds, List<OpmlProblem> problems)
    {
        var line = Line(reader);
        var attributes = Attributes(reader);
        var text = ((string?[])[attributes.GetValueOrDefault("text"), attributes.GetValueOrDefault("title")]).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        var type = attributes.GetValueOrDefault("type") ?? "";
        // Some programs write a feed's address as 'url'; the address of a link or of another list is not a feed's.
        var address = attributes.GetValueOrDefault("xmlurl") ?? (type.ToUpperInvariant() is "" or "RSS" or "ATOM" or "FEED" ? attributes.GetValueOrDefault("url") : null);
        if (address is null)
        {
            if (type.Equals("rss", StringComparison.OrdinalIgnoreCase))
                problems.Add(new OpmlProblem(line, "has a feed without an address"));
            return type.Length == 0 || reader.IsEmptyElement is false ? text ?? "" : null;
        }

        if (FeedAddress.From(address) is not { } absolute)
        {
            problems.Add(new OpmlProblem(line, $"'{Shown(FeedAddress.Shown(address))}' is not the address of a feed"));
            return null;
        }

        var folder = FeedFolder.From(open.OfType<string>()) ?? FeedFolder.From(attributes.GetValueOrDefault("category")?.Split(',')[0]);
        var site = attributes.GetValueOrDefault("htmlurl");
        feeds.Add(new OpmlFeed(line, new NewFeed(absolute)
        {
            Title = OneLine(text),
            Link = site is not null && CanonicalUrl.From(site) is not null ? CanonicalUrl.WithoutUser(site.Trim()) : null,
            Folder = folder,
            FullText = Enum.TryParse<FullTextMode>(attributes.GetValueOrDefault(FullTextName), ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : FullTextMode.Auto,
        }));
        return null;
    }

    /// <summary>By name in lower case, since programs differ in theirs; those of our own namespace as they are named.</summary>
    private static Dictionary<string, string> Attributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0)
                attributes.TryAdd(reader.LocalName.ToLowerInvariant(), reader.Value);
            else if (reader.NamespaceURI == OwnNamespace)
                attributes.TryAdd(reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }

    private static void Write(FeedSettings feed, XmlWriter writer)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("text", Writable(feed.Name));
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("xmlUrl", Writable(feed.Address));
        if (feed.Link is { } link)
            writer.WriteAttributeString("htmlUrl", Writable(link));
        if (feed.FullText != FullTextMode.Auto)
            writer.WriteAttributeString("newsbot", FullTextName, OwnNamespace, feed.FullText.ToString().ToLowerInvariant());
        writer.WriteEndElement();
    }

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static string? OneLine(string? text)
    {
        var line = DisplayText.Line(text?.Length > MaxTitleChars ? text[..MaxTitleChars] : text);
        return line.Length > 0 ? line : null;
    }

    private static string Shown(string address)
    {
        var line = DisplayText.Line(address);
        return line.Length > 80 ? $"{line[..79]}…" : line;
    }

    /// <summary>The text without what XML cannot hold.</summary>
    private static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }
}

/// <summary>The feeds of an OPML file.</summary>
/// <param name="Feeds">In the order of the file; the same address may come twice.</param>
/// <param name="Problems">The parts that could not be read, in the order of the file.</param>
internal sealed record OpmlDocument(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlProblem> Problems);

/// <summary>A feed of an OPML file.</summary>
/// <param name="Line">1-based line on which it stands.</param>
/// <param name="Feed">The feed, filed under the outlines around it.</param>
internal sealed record OpmlFeed(int Line, NewFeed Feed);

/// <summary>A part of an OPML file that cannot be read.</summary>
/// <param name="Line">1-based line on which it stands; 0 for the file as a whole.</param>
/// <param name="Reason">Why, as the end of the sentence that the file's name begins.</param>
internal sealed record OpmlProblem(int Line, string Reason);
