using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Pages;

/// <summary>Tells lines that sites put between and around an article's paragraphs by their wording.</summary>
/// <remarks>Only short lines are looked at: a sentence of the article that begins alike is longer.</remarks>
internal static partial class Boilerplate
{
    private const int MaxLineChars = 200;
    private const int MaxLabelChars = 60;

    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ad", "ads", "advert", "advertisement", "advertising", "sponsored", "promoted", "comment", "comments", "share", "share this",
        "share on facebook", "tweet", "email", "print", "pin it", "save", "copy link", "link copied", "text size", "loading", "close", "menu",
        "search", "more", "read more", "video", "watch", "listen", "photo", "photos", "image", "images", "gallery", "play", "pause", "replay",
        "skip", "next", "previous", "tags", "topics", "newsletter", "sign up", "subscribe", "subscribe now", "log in", "follow", "follow us",
        "get alerts", "sharing is caring", "reply", "like", "continue reading", "back to top", "top", "exclusive", "breaking news", "anzeige",
        "werbung", "publicidad", "publicidade", "publicité", "реклама", "pubblicità", "iklan", "advertentie", "reklama");

    private static readonly string[] Beginnings =
    [
        "read more:", "read more about", "read also", "also read", "read:", "read next", "related:", "related article", "related stor",
        "related roundup", "related content", "see also:", "more:", "more on:", "recommended:", "advertisement", "sign up for", "sign up to",
        "subscribe to", "subscribe for", "follow us on", "follow @", "follow me on", "like this story", "like this article", "share this",
        "click here to", "click here for", "image credit", "(image credit", "photo:", "photo credit", "photos:", "photograph:", "photo by", "image:",
        "image via", "credit:", "picture:", "getty images", "copyright ©", "copyright (c)", "© ", "(c) ", "all rights reserved",
        "story continues below", "article continues", "this story continues", "continue reading", "scroll down", "join the conversation",
        "have a tip", "got a tip", "send tips", "get the latest", "receive the latest", "get our", "download our", "download the app",
        "this site uses akismet", "leave a comment", "leave a reply", "tell us what you think", "share your thoughts", "be the first to comment",
        "loading...", "enlarge this image", "tap here", "skip to", "please enable javascript", "javascript is", "by signing up", "by subscribing",
        "we use cookies", "this website uses cookies", "thank you for reading", "thanks for reading", "watch the video", "watch below", "watch more",
        "tags:", "filed under", "posted in", "categories:", "category:", "topics:", "source:", "via:", "leggi anche", "leia também", "leia mais",
        "читайте также", "читать далее", "lire aussi", "à lire aussi", "lesen sie auch", "mehr zum thema", "lee también", "lea también",
        "te puede interesar", "baca juga", "lees ook", "läs även", "czytaj także", "okuyun", "читайте ще", "читайте також",
        "your browser does not support", "this browser does not support", "czytaj też", "zobacz też", "zobacz także", "läs också", "lue myös", "les også", "læs også",
        "čtěte také", "přečtěte si", "čítajte aj", "pročitajte i", "citește și", "olvassa el", "διαβάστε", "voir aussi", "ver también",
        "читайте більше", "читати також", "читати по темі", "читайте по темі", "за темою:", "по темі:", "по теме:", "читайте больше", "читать также",
        "mehr dazu:", "mehr dazu lesen", "lesetipp", "czytaj więcej", "więcej:", "zobacz:", "фото:", "відео:", "видео:", "джерело:", "источник:",
        "foto:", "fotos:", "bild:", "quelle:", "fuente:", "fonte:", "źródło:",
        "zdroj:", "crédit photo", "más información:", "más noticias:", "seguir leyendo", "leer más", "per approfondire",
        "pour aller plus loin", "en savoir plus", "à voir aussi",
        "listen to this article", "veja também", "vedi anche", "siehe auch", "auch interessant",
    ];

    private static readonly string[] SectionBeginnings =
    [
        "related", "recommended", "read next", "read more", "more from", "more in", "more on", "more news", "more stories", "more great",
        "more like this", "most read", "most popular", "most viewed", "popular", "trending", "top stories", "latest", "you may", "you might",
        "also on", "also read", "see also", "comments", "leave a", "about the author", "about author", "share this", "newsletter", "sign up",
        "subscribe", "follow us", "tags", "recent posts", "similar", "sponsored", "up next", "what to read next", "don't miss", "editor's picks",
        "editors' picks", "from our partners", "from around the web", "join the conversation", "leggi anche", "leia também", "читайте также",
        "lire aussi", "mehr zum thema", "lee también", "baca juga", "lees ook", "читайте також", "похожие", "noticias relacionadas",
        "notícias relacionadas", "articoli correlati", "ähnliche artikel",
    ];

    /// <summary>Whether the line does not belong to the article, wherever it stands.</summary>
    public static bool IsLine(PageBlock block)
    {
        var text = block.Text.AsSpan().TrimStart("•–—-*>»►▶[| ");
        if (text.Length > MaxLineChars)
            return false;
        if (text.Length == 0 || !HasLetter(text))
            return text.Length == 0 || block.Kind != BlockKind.Cell;
        if (text.Length <= MaxLabelChars && Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.TrimEnd(" .:!…»>→-|]")))
            return true;
        return (StartsWithAny(text, Beginnings) && !(block is { EndsSentence: true, LinkChars: 0 } && IsReported(block.Text))) || Counter().IsMatch(text);
    }

    /// <summary>Whether a paragraph names who said it, as news do and sites do not.</summary>
    public static bool IsReported(string text) => Reporting().IsMatch(text);

    /// <summary>Whether the heading opens a list of other articles, comments, or a box about the site or its author.</summary>
    public static bool OpensForeignSection(PageBlock block) =>
        block.Text.Length <= MaxLabelChars && block.Weight == 0 && block.Kind is BlockKind.Heading or BlockKind.Line && StartsWithAny(block.Text, SectionBeginnings);

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // 'Image 3 of 9', '3 / 9', '12 comments', '1.2k shares', '3 min read'
    [GeneratedRegex(
        @"^(?:(?:image|photo|slide|picture)?\s*\d{1,3}\s*(?:of|/)\s*/?\s*\d{1,3}|" +
        @"[\d.,]+k?\s+(?:comments?|shares?|likes?|views?|votes?)|" +
        @"\d{1,3}\s*-?\s*min(?:ute)?s?\s+read)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"\b(?:said|told|according to|announced|reported|wrote|warned|confirmed|сказа(?:в|ла|л)|заяви(?:в|ла|ли|л)|повідоми(?:в|ла|ли)|сообщи(?:л|ла|ли)|" +
        @"розпові(?:в|ла|ли)|рассказа(?:л|ла|ли)|sagte|teilte|a (?:déclaré|dit|annoncé|indiqué)|dijo|anunció|explicó|disse|ha (?:detto|annunciato)|powiedział|powiedziała)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reporting();
}
