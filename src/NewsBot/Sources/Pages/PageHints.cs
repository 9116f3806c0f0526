using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>The hint that an element's tag, class, id and role give about the text in it.</summary>
internal enum PageHint
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the article's text.</summary>
    Article,

    /// <summary>Likely none of the article: its byline, caption, tags, share bar.</summary>
    Aside,

    /// <summary>Surely none of the article: navigation, other articles, newsletters, cookie walls.</summary>
    Foreign,

    /// <summary>Comments of readers; they may be longer than the article.</summary>
    Comments,
}

/// <summary>Reads the names by which page authors call the parts of a page.</summary>
/// <remarks>
/// Names are what the authors of content systems and themes use, in the words of English that the trade has agreed on;
/// nothing here is the name of one site.
/// </remarks>
internal static class PageHints
{
    private const int MaxNameChars = 500;

    private static readonly FrozenSet<string> ForeignWords = FrozenSet.Create(
        "ad", "ads", "adv", "advert", "adsense", "adslot", "banner", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "footer", "gdpr",
        "menu", "nav", "navbar", "navigation", "newsletter", "newsletters", "outbrain", "pager", "pagination", "paywall", "popup", "popular",
        "promo", "promos", "recirc", "recommended", "related", "share", "sharebar", "sharing", "sharedaddy", "shares", "sidebar", "signup", "social",
        "sponsor", "sponsored", "subscribe", "subscription", "taboola", "teaser", "teasers", "toolbar", "trending", "widget", "widgets", "modal",
        "lightbox", "masthead", "complementary", "contentinfo", "login", "donate", "donation", "disclaimer", "ticker", "mostread", "readmore",
        "addthis", "addtoany", "feedflare", "jp-relatedposts", "copyright", "lightbox", "whatsapp");

    private static readonly FrozenSet<string> CommentWords = FrozenSet.Create(
        "comments", "commentlist", "commentform", "respond", "disqus", "discussion", "commentarea", "usercomments", "commentsection", "commentthread");

    private static readonly FrozenSet<string> AsideWords = FrozenSet.Create(
        "author", "authors", "bio", "byline", "caption", "captions", "category", "categories", "credit", "credits", "dateline", "date", "gallery",
        "hashtags", "infobox", "keywords", "meta", "metadata", "pubdate", "published", "slideshow", "tag", "tags", "timestamp", "tools", "utility",
        "utilities", "views", "vcard", "rating", "ratings", "reactions", "print", "hidden", "pullquote", "invisible", "tooltip", "subnav", "embed",
        "thumbnail", "prev", "previous", "next", "carousel", "figcaption", "rateit", "postmeta", "updated", "kicker", "eyebrow", "player",
        "playlist", "poll", "quiz", "survey");

    private static readonly FrozenSet<string> ArticleWords = FrozenSet.Create(
        "articlebody", "storybody", "postbody", "articlecontent", "articletext", "storycontent", "storytext", "postcontent", "entrycontent",
        "bodycopy", "bodytext", "maintext", "newstext", "storyarticle", "postentry", "bodycontent", "articlemain", "textbody", "entrybody");

    // Names of other things that some authors give to parts of the article, its lead or what subscribers read of it.
    private static readonly FrozenSet<string> UnsureWords = FrozenSet.Create(
        "teaser", "teasers", "promo", "promos", "paywall", "subscription", "subscribe", "widget", "widgets", "banner", "share", "shares", "social", "masthead", "modal", "popup",
        "readmore", "meta", "views", "print", "category", "categories", "tag", "tags", "kicker", "eyebrow", "date", "dateline", "published", "updated", "embed", "tools", "player",
        "toolbar", "disclaimer", "footer", "popular", "poll", "survey", "utility", "next", "previous", "gallery", "infobox", "ticker", "whatsapp");

    private static readonly SearchValues<string> UnsureParts = SearchValues.Create(
        ["subscri", "readmore", "read-more", "share-", "-share", "social-", "-social", "paywall", "widget"], StringComparison.OrdinalIgnoreCase);

    // Long enough to be what they seem in whatever word they stand.
    private static readonly SearchValues<string> ForeignParts = SearchValues.Create(
        ["newsletter", "breadcrumb", "sidebar", "recommend", "advert", "relatedpost", "related-", "-related", "relatedart", "relatedstor", "relatednews", "relatedlink",
         "related_", "_related", "mostread", "most-read", "most-popular", "most-viewed", "mostviewed", "read-next", "next-article", "nextarticle",
         "next-post", "nextpost", "next-story", "nextstory",
         "readnext", "readalso", "also-read", "sharebar", "sharing", "socialshare", "trending",
         "cookie", "navigation", "outbrain", "taboola", "more-stories", "morestories", "more-news", "more-from", "latest-news",
         "latest-posts", "top-stories", "upnext", "up-next", "follow-us", "sign-up", "author-bio", "authorbio", "about-author", "author-box",
         "authorbox", "author-info",
         "sponsor", "post-nav", "skip-link", "screen-reader"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The hint; 'None' for an element that says nothing.</summary>
    public static PageHint Of(IElement element) => Of(element, isSure: false);

    /// <summary>Whether an element's names call it the line of the author or of the date.</summary>
    public static bool IsByline(IElement element) => Of(element) == PageHint.Aside;

    /// <summary>Whether an element with a hint has one besides the names that parts of articles have, too.</summary>
    public static bool IsSure(IElement element) => Of(element, isSure: true) != PageHint.None;

    private static PageHint Of(IElement element, bool isSure)
    {
        switch (element.LocalName)
        {
            case "html" or "body" or "main" or "p" or "td" or "tr" or "tbody" or "h1":
                return IsHidden(element) ? PageHint.Aside : PageHint.None;
            case "aside" or "footer" when isSure:
                break;
            case "nav" or "aside" or "footer" or "menu" or "dialog" or "form":
                return PageHint.Foreign;
            case "figcaption" or "figure" or "address" or "time":
                return PageHint.Aside;
        }

        if (IsHidden(element) || string.Equals(element.GetAttribute("itemprop"), "author", StringComparison.OrdinalIgnoreCase))
            return PageHint.Aside;
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            return PageHint.Article;
        var hint = PageHint.None;
        Read(WithoutTopics(element.ClassName), isSure, ref hint);
        Read(element.Id, isSure, ref hint);
        Read(element.GetAttribute("role"), isSure, ref hint);
        Read(element.GetAttribute("data-testid"), isSure, ref hint);
        Read(element.GetAttribute("data-component"), isSure, ref hint);
        return hint == PageHint.Aside && element.LocalName == "article" ? PageHint.None : hint;
    }

    /// <summary>WordPress names the article's element after the article's topics, too, which say nothing of the element: 'category-newsletters tag-sponsors'.</summary>
    private static string? WithoutTopics(string? names) =>
        names is null || !(names.Contains("hentry", StringComparison.Ordinal) || names.Contains("status-publish", StringComparison.Ordinal))
            ? names
            : string.Join(' ', names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(name => !IsTopic(name)));

    private static bool IsTopic(string name) =>
        name.StartsWith("category-", StringComparison.Ordinal) || name.StartsWith("tag-", StringComparison.Ordinal) || name.StartsWith("topic-", StringComparison.Ordinal)
        || name.StartsWith("has-", StringComparison.Ordinal) || name.StartsWith("format-", StringComparison.Ordinal);

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true")
            return true;
        return element.GetAttribute("style") is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase));
    }

    private static void Read(string? names, bool isSure, ref PageHint hint)
    {
        if (string.IsNullOrEmpty(names))
            return;
        var text = names.AsSpan(0, Math.Min(names.Length, MaxNameChars));
        if (text.ContainsAny(ForeignParts) || (!isSure && text.ContainsAny(UnsureParts)))
            hint = PageHint.Foreign;
        if (hint is PageHint.Foreign or PageHint.Comments)
            return;
        var foreign = ForeignWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var comments = CommentWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var aside = AsideWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var article = ArticleWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var unsure = UnsureWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> whole = stackalloc char[64];
        Span<char> word = stackalloc char[64];
        foreach (var range in text.SplitAny(' ', '\t', '\n'))
        {
            var name = text[range];
            var letters = 0;
            var start = 0;
            for (var i = 0; i <= name.Length; i++)
            {
                // A word ends before anything but a letter, and between a small letter and a capital.
                if (i == name.Length || !char.IsAsciiLetter(name[i]) || (i > 0 && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1])))
                {
                    var length = Math.Min(i - start, word.Length);
                    if (length > 0)
                    {
                        name.Slice(start, length).ToLowerInvariant(word);
                        if (isSure && unsure.Contains(word[..length]))
                        {
                            // It says nothing for sure.
                        }
                        else if (foreign.Contains(word[..length]))
                        {
                            hint = PageHint.Foreign;
                            return;
                        }
                        else if (comments.Contains(word[..length]))
                        {
                            hint = PageHint.Comments;
                            return;
                        }
                        else if (aside.Contains(word[..length]))
                        {
                            hint = PageHint.Aside;
                        }
                    }

                    start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
                }

                if (i < name.Length && char.IsAsciiLetter(name[i]) && letters < whole.Length)
                    whole[letters++] = char.ToLowerInvariant(name[i]);
            }

            // 'comment-list'
            if (letters > 7 && comments.Contains(whole[..letters]))
            {
                hint = PageHint.Comments;
                return;
            }

            if (hint == PageHint.None && letters > 7 && article.Contains(whole[..letters]))
                hint = PageHint.Article;
        }
    }
}
