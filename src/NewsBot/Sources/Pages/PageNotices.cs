using NewsBot.Sources.Reading;

namespace NewsBot.Sources.Pages;

/// <summary>Tells what a site says to its reader from what an article says: consent, offers, challenges to robots, 'not found'.</summary>
/// <remarks>The wording is in notice-lines.txt beside this file.</remarks>
internal static class PageNotices
{
    private const int MaxChars = 700;

    // Where so much of a page's text is a notice, the rest belongs to the notice, too.
    private const double WallShare = 0.4;

    // A page with a title like 'Not found' may still be an article about such a page; it is longer then.
    private const int ArticleChars = 1_500;

    // A notice is short, and about two subjects at the least; a longer one is about more of them.
    private const int MaxNoticeChars = 600;
    private const int MinSubjects = 2;
    private const int CharsForOneMore = 250;

    private static readonly Lazy<LinePatterns> Patterns = new(() => new LinePatterns("NewsBot.Sources.Pages.notice-lines.txt", (_, rows) => rows));

    /// <summary>The blocks that are not a notice; none where the page is one.</summary>
    public static List<PageBlock> Without(List<PageBlock> blocks)
    {
        var kept = new List<PageBlock>(blocks.Count);
        var (walls, all) = (0, 0);
        foreach (var block in blocks)
        {
            all += block.Text.Length;
            var isWall = IsWall(block.Text);
            walls += isWall ? block.Text.Length : 0;
            if (!isWall && !IsOffer(block.Text))
                kept.Add(block);
        }

        // Beside a notice, labels and buttons are no article.
        return walls > all * WallShare || (kept.Count < blocks.Count && kept.Sum(block => block.Weight) == 0) ? [] : IsNotice(kept) ? [] : kept;
    }

    /// <summary>Whether a short page says nothing but what sites say to their readers, in whatever words.</summary>
    private static bool IsNotice(List<PageBlock> blocks)
    {
        var all = string.Join(' ', blocks.Select(block => block.Text));
        return all.Length is > 0 and <= MaxNoticeChars
            && Patterns.Value.Count("site", all) >= MinSubjects + (all.Length / CharsForOneMore) && Is("you", all)
            && blocks.TrueForAll(block => block.Weight == 0 || (Is("site", block.Text) && !Boilerplate.IsReported(block.Text)));
    }

    /// <summary>Whether a paragraph is a notice of any kind.</summary>
    public static bool Is(string text) => IsWall(text) || IsOffer(text);

    /// <summary>Whether a paragraph says who owns the site and what may be done with its text.</summary>
    public static bool IsImprint(string text) => Is("imprint", text) && !Boilerplate.IsReported(text);

    /// <summary>Whether a page with this title and this text is no article.</summary>
    public static bool IsNoArticle(string? title, string body) => title is not null && body.Length < ArticleChars && Is("title", title);

    // A paragraph that says who said it is the article's.
    private static bool IsWall(string text) => Is("wall", text) && !Boilerplate.IsReported(text);

    /// <summary>Whether a paragraph offers a subscription, an account or a channel, or asks for corrections.</summary>
    public static bool IsOffer(string text) => Is("offer", text) && !Boilerplate.IsReported(text);

    private static bool Is(string kind, string text) => text.Length <= MaxChars && Patterns.Value.IsMatch(kind, text);
}
