using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Pages;

/// <summary>Finds when a page's article was published: by JSON-LD, meta tags, marked elements of the article, its address.</summary>
/// <remarks>
/// Dates of comments, of other articles and of entries of a live blog stand in the same elements, so that an element counts
/// by where it stands: near the headline, and in nothing that is not the article. A date that is later than now, or from
/// before newspapers were printed, is none, and the next one is looked at.
/// </remarks>
internal sealed partial class PageDate
{
    // Clocks differ, and a time without a zone may be hours early.
    private static readonly TimeSpan MostEarly = TimeSpan.FromHours(30);

    private const int FirstYear = 1800;

    private const int ChangeRank = 3;
    private const int MaxTextChars = 100;

    // A line that is a date has hardly more beside it; a paragraph that has one in its middle tells of that day.
    private const int MaxLineChars = 60;
    private const int MaxNameChars = 40;

    // How far from the headline a date may stand, in characters of text: beyond a lead and a caption, or a line above it.
    private const int MaxAfter = 1200;
    private const int MaxBefore = 200;

    // The text of a link to another article is longer than that of a button.
    private const int MinLinkChars = 15;

    // Whether a date is another article's is asked of what stands around it, which may be the whole page.
    private const int MaxRanked = 2_000;

    private static readonly string[] MetaNames =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "date.published",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created",
        "publish-date", "publish_date", "publishdate", "pubdate", "pub_date", "publication_date", "published_time", "published_at",
        "article_date_original", "article.published", "originalpublicationdate", "ptime", "cxenseparse:recs:publishtime", "bt:pubdate", "created",
        "date", "citation_publication_date", "citation_date",
    ];

    private static readonly string[] ChangeNames =
    [
        "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "date.modified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
        "modified", "modified_time", "updated", "updated_time", "revised", "article.updated", "cxenseparse:recs:updatetime",
    ];

    private static readonly string[] DateWords = ["date", "timestamp", "posted"];
    private static readonly string[] ChangeWords = ["updated", "modified"];

    // Clocks of sites show today.
    private static readonly string[] ClockWords = ["current", "today", "clock", "now"];
    private static readonly string[] EntryWords = ["post", "entry", "update", "block", "item"];

    // What readers write beside an article. A site may have 'reviews' and 'letters' as articles, in which the headline stands then.
    private static readonly FrozenSet<string> ReaderWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "comment", "reaction", "reactions", "reply", "replies", "response", "responses", "feedback", "letters", "letter",
        "guestbook", "talkback", "kommentar", "kommentare", "commentaire",
        "commentaires", "comentario", "comentarios", "commento", "commenti", "komentarz", "komentarze",
        "komentar", "yorum", "yorumlar", "reactie", "reacties", "kommentit", "discussion");

    private static readonly SearchValues<string> ReaderParts = SearchValues.Create(
        ["comm", "komm", "koment", "coment", "react", "repl", "respon", "feedb", "letter", "guestb", "talkb", "yorum", "discuss"], StringComparison.OrdinalIgnoreCase);

    private static readonly char[] BeforeLabels = [.. " \n\t|·•,;–-("];

    private readonly List<Candidate> candidates = [];
    private readonly HashSet<INode> around = [];
    private readonly IElement? headline;
    private readonly DateTimeOffset latest;
    private readonly SlashDate order;
    private int headlineAt = -1;
    private (IElement? Element, string Text) lastSentence = (null, "");

    private PageDate(IHtmlDocument page, string? title, DateTimeOffset readAt)
    {
        latest = readAt + MostEarly;
        order = new SlashDate(page.DocumentElement?.GetAttribute("lang"));
        headline = title is null ? null : page.QuerySelectorAll("h1, [itemprop~=headline], h2").FirstOrDefault(heading => PageTitle.OneLine(heading.TextContent) == title);
        for (INode? node = headline; node is not null; node = node.Parent)
            around.Add(node);
    }

    /// <summary>When the article was published, UTC; null when the page does not say, or in no form that can be read.</summary>
    /// <param name="title">The article's headline; null when not known.</param>
    /// <param name="url">The page's address; null when not known.</param>
    /// <param name="readAt">When the page was read.</param>
    public static DateTimeOffset? Find(IHtmlDocument page, PageMeta meta, LinkedData linked, string? title, string? url, DateTimeOffset readAt)
    {
        var date = new PageDate(page, title, readAt);
        var marked = page.QuerySelectorAll("head meta[itemprop~=datePublished], meta[name=datePublished i]").Select(element => element.GetAttribute("content"));
        var parsely = ParselyDate().Match(meta.First("parsely-page") ?? "").Groups[1].Value;
        if (meta.All(MetaNames).Prepend(linked.PublishedAt).Concat(marked).Append(parsely).Select(date.Sane).FirstOrDefault(time => time is not null) is { } told)
            return told;
        if (page.Body is { } body)
            date.Walk(body);

        // A page that tells only when it was changed is of that day at the latest; without it, it would count as news of the day on which it was first seen.
        return date.Best(isChange: false) ?? (SourceDate.OfUrl(url) is { } day && day <= date.latest ? day : (DateTimeOffset?)null)
            ?? meta.All(ChangeNames).Prepend(linked.ModifiedAt).Select(date.Sane).FirstOrDefault(time => time is not null) ?? date.Best(isChange: true);
    }

    private DateTimeOffset? Sane(string? text) =>
        SourceDate.Read(PageTitle.OneLine(text)) is { Year: >= FirstYear } time && time <= latest ? time : null;

    /// <summary>Takes every date that stands in nothing foreign, with the number of characters before it.</summary>
    private void Walk(IElement body)
    {
        var at = 0;
        var ranked = 0;

        // A node, and the next of its children: to ask a node for its neighbour takes as long as it has neighbours.
        var open = new Stack<(INode Node, int Next)>();
        Enter(body, before: null);
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Node.ChildNodes.Length)
                continue;
            open.Push((top.Node, top.Next + 1));
            Enter(top.Node.ChildNodes[top.Next], top.Next > 0 ? top.Node.ChildNodes[top.Next - 1] : null);
        }

        void Enter(INode node, INode? before)
        {
            if (node is IText text)
                at += text.Data.Trim().Length;
            if (node is not IElement element)
                return;
            if (element == headline)
                headlineAt = at;
            if (IsForeign(element, at))
                return;
            if (RankOf(element, before) is { } rank && ranked++ < MaxRanked && !IsOfAnother(element) && Told(element) is { } time)
                candidates.Add(new Candidate(element, rank, at, time));
            open.Push((element, 0));
        }
    }

    private DateTimeOffset? Told(IElement element) =>
        Value(element) is { } text ? DateLabels.Readings(text).Select(Sane).FirstOrDefault(time => time is not null) : null;

    private bool IsForeign(IElement element, int at)
    {
        if (HtmlTags.IsSilent(element))
            return element.LocalName is not "meta";
        if (around.Contains(element))
            return false;
        if (headline is not null && element.LocalName == "article" && element.TextContent.Trim().Length > 0)
            return true;
        if (headline is not null && element.LocalName == "header" && element.Closest("article, main") is null)
            return true;
        if (IsLiveEntry(element.ClassName))
            return true;

        // A short line below the headline may have the number of reactions beside the date, or a class for the space between its letters.
        if (IsComment(element) && !(headlineAt >= 0 && at - headlineAt <= MaxBefore && element.TextContent.Trim().Length <= MaxTextChars && IsCalledDate(element.ClassName)))
            return true;
        // The end of the article itself may be a footer.
        return PageHints.Of(element) is PageHint.Foreign or PageHint.Comments
            && !(element.LocalName == "footer" && element.Parent is IElement { LocalName: "article" } of && around.Contains(of));
    }

    private static bool IsCalledDate(string? names) =>
        names is not null && !names.Contains("omm", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(["date", "publish", "spacing", "head"], word => names.Contains(word, StringComparison.OrdinalIgnoreCase));

    // 'comment' alone is what an outlet calls its opinions, too; the headline stands in those.
    private static bool IsComment(IElement element) =>
        (element.GetAttribute("itemtype") is { } type && type.Contains("Comment", StringComparison.Ordinal)) || HasReaderWord(element.ClassName) || HasReaderWord(element.Id);

    /// <summary>Whether one of the names is a word, or begins with one, for what readers write: 'reaction-item'.</summary>
    private static bool HasReaderWord(string? names)
    {
        if (names is null || !names.AsSpan().ContainsAny(ReaderParts))
            return false;
        foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = name.AsSpan().IndexOfAny('-', '_');
            if (ReaderWords.Contains(end < 0 ? name : name[..end]))
                return true;
        }

        return false;
    }

    private static bool IsLiveEntry(string? name) =>
        name is not null && name.Contains("live", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(EntryWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// 0 for an element that says that it is the article's date, 1 for a time, 2 for one that its author calls a date, <see cref="ChangeRank"/> for the last change; null for
    /// others.
    /// </summary>
    private static int? RankOf(IElement element, INode? before)
    {
        var property = element.GetAttribute("itemprop") ?? "";
        var names = element.ClassName ?? "";
        if (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || (element.LocalName == "time" && element.HasAttribute("pubdate")))
            return 0;
        var isPublished = names.Contains("publish", StringComparison.OrdinalIgnoreCase);
        if (Array.Exists(ClockWords, word => names.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return null;
        if (property.Contains("dateModified", StringComparison.OrdinalIgnoreCase))
            return ChangeRank;
        var isChange = Array.Exists(ChangeWords, word => names.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (!isPublished && (isChange || IsLabelledChange(element, before)) && !TellsBoth(element))
            return ChangeRank;
        if (element.LocalName == "time" || (element.LocalName == "abbr" && isPublished))
            return 1;
        return isPublished || Array.Exists(DateWords, word => names.Contains(word, StringComparison.OrdinalIgnoreCase)) || IsLine(element) ? 2 : null;
    }

    /// <summary>Whether the element, or what stands around it alone, begins with a word for a change.</summary>
    private static bool IsLabelledChange(IElement element, INode? before)
    {
        if (element.LocalName is not ("time" or "span" or "p" or "div" or "small" or "em"))
            return false;
        // 'Updated <time>…</time> | Published <time>…</time>'
        if (element.LocalName == "time" && before is IText { Data.Length: <= MaxTextChars } label
            && DateLabels.OpensChange(label.Data.TrimStart(BeforeLabels)))
            return true;
        var line = element.ParentElement is { } parent && parent.ChildNodes.OfType<IElement>().Take(2).Count() == 1 ? parent : element;
        return line.TextContent is { Length: <= MaxTextChars } text
            && DateLabels.OpensChange(text);
    }

    /// <summary>Whether the element is a short line with a number in it, outside of pictures.</summary>
    private static bool IsLine(IElement element) =>
        element.LocalName is "p" or "div" or "span" or "small" or "em"
        && element.TextContent is { Length: > 5 and <= MaxTextChars } text && (text.Length <= MaxLineChars || DateLabels.HasBoth(text)) && text.Any(char.IsDigit)
        && element.Children.All(child => child.LocalName == "br" || IsAuthor(child))
        && element.Closest("figure, figcaption, a") is null;

    /// <summary>A link or a name in the line of an author: 'By <a>Ann Teel</a>, 12 May 2026'.</summary>
    private static bool IsAuthor(IElement child) =>
        child is { LocalName: "a" or "b" or "strong" or "em" or "span", ChildElementCount: 0, TextContent.Length: <= MaxNameChars } && !child.TextContent.Any(char.IsDigit)
        && (DateLabels.OpensAuthor(child.ParentElement!.TextContent) || PageHints.IsByline(child.ParentElement!));

    /// <summary>The text of a line, in which a break parts the author from the date.</summary>
    private static string LineOf(IElement element) => element.QuerySelector("br") is null
        ? element.TextContent
        : string.Concat(element.GetDescendants().Select(node => node is IText text ? text.Data : node is IElement { LocalName: "br" } ? "\n" : ""));

    private string? Value(IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-timestamp") ?? element.GetAttribute("data-datetime")
        ?? (element.LocalName == "abbr" ? element.GetAttribute("title") : null)
        ?? (LineOf(element) is { Length: <= MaxTextChars } text ? order.Spelt(DateLabels.WithoutChange(text)) : null);

    /// <summary>Whether the element itself has both dates as its text, each with its label.</summary>
    private static bool TellsBoth(IElement element) =>
        element.ChildElementCount == 0 && element.LocalName != "time" && element.TextContent is { Length: <= MaxTextChars } text && DateLabels.HasBoth(text);

    /// <summary>Whether it stands in a sentence, or beside the headline of or a link to another article, as an item of a list does.</summary>
    private bool IsOfAnother(IElement element)
    {
        if (element.LocalName == "time" && element.ParentElement is { LocalName: "p" or "blockquote" } sentence
            && IsSentence(TextOf(sentence).AsSpan().Trim(), element.TextContent.Length))
            return true;
        if (headline is not null && element.Closest("[itemscope]") is { } scope && !around.Contains(scope) && scope.QuerySelector("[itemprop~=headline]") is not null)
            return true;
        var item = element.Closest("li, tr, dd");
        return item is not null && !around.Contains(item)
            && item.QuerySelectorAll("a[href]").Any(link => !link.Contains(element) && link.TextContent.Trim().Length >= MinLinkChars);
    }

    /// <summary>The text of an element; of one with many dates it is put together once.</summary>
    private string TextOf(IElement element)
    {
        if (lastSentence.Element != element)
            lastSentence = (element, element.TextContent);
        return lastSentence.Text;
    }

    private static bool IsSentence(ReadOnlySpan<char> text, int dateChars) =>
        text.Length > MaxTextChars + MaxLineChars || (text is [.., '.'] && text.Length - dateChars > MinLinkChars);

    /// <param name="isChange">Whether the dates of changes are looked at, else all others.</param>
    private DateTimeOffset? Best(bool isChange)
    {
        var told = candidates.FindAll(candidate => candidate.Rank == ChangeRank == isChange);
        if (told.Find(candidate => candidate.Rank == 0) is { } marked)
            return marked.Time;
        if (headlineAt < 0)
            return told.Count > 0 ? told[0].Time : null;
        var nearest = told.Where(candidate => candidate.At >= headlineAt && candidate.At - headlineAt <= MaxAfter).MinBy(candidate => (candidate.At, candidate.Rank))
            ?? told.Where(candidate => candidate.At < headlineAt && headlineAt - candidate.At <= MaxBefore).MaxBy(candidate => (candidate.At, -candidate.Rank));
        if (nearest is not null)
            return nearest.Time;
        // At the article's end, and the only one.
        var article = headline!.Closest("article");
        var inside = told.FindAll(candidate => article is not null && article.Contains(candidate.Element));
        return inside.Count == 1 ? inside[0].Time : null;
    }

    // The JSON that Parse.ly's older tag holds.
    [GeneratedRegex(@"""pub_date""\s{0,9}:\s{0,9}""([^""]{1,60})""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ParselyDate();

    private sealed record Candidate(IElement Element, int Rank, int At, DateTimeOffset Time);
}
