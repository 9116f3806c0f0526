using System.Text;
using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the article's text in a page.</summary>
/// <remarks>
/// Elements with the names of other things are pruned; of the rest, the element with the most running text close below it holds
/// the article; of its lines, those that only sites write are left out. Where that finds next to nothing, less is pruned.
/// </remarks>
internal static class PageBody
{
    // An article is longer; what is found of this length may be the notice that stands in its place.
    private const int FewChars = 250;

    /// <summary>The article's paragraphs in order, a blank line between two; empty when the page has no text.</summary>
    /// <param name="title">The article's headline, which does not belong to its text; null when not known.</param>
    public static string Find(IHtmlDocument page, string? title)
    {
        if (page.Body is not { } body)
            return "";
        var outline = PageOutline.Of(body);
        var heading = BodyLines.FindHeading(outline, new bool[outline.Blocks.Count], title);
        var pruned = PagePruning.Prune(outline, PageHint.Aside, heading);
        var kept = Find(outline, pruned, title);
        if (Chars(kept) < FewChars)
        {
            var more = Find(outline, PagePruning.Prune(outline, PageHint.Comments, heading), title);
            if (Chars(more) > 2 * Chars(kept))
                kept = more;
        }

        if (kept.Count == 0)
            kept = [.. outline.Blocks.Where((block, i) => !pruned[i] && block.LinkShare <= BodyLines.MaxLinkShare && !BodyLines.IsTitle(block, title))];
        if (kept.Count == 0)
            kept = [.. outline.Blocks];
        kept = PageNotices.Without(kept);
        while (kept.Count > 1 && GeneratorLines.Is(kept[^1].Text) && !Boilerplate.IsReported(kept[^1].Text))
            kept.RemoveAt(kept.Count - 1);
        return Text(kept);
    }

    /// <summary>Every paragraph of a text that may be marked up, a blank line between two.</summary>
    public static string OfMarkup(string text)
    {
        using var page = PageParser.Parse(text.ReplaceLineEndings("<br><br>"));
        return page.Body is { } body ? Text(PageOutline.Of(body).Blocks) : "";
    }

    private static List<PageBlock> Find(PageOutline outline, bool[] pruned, string? title)
    {
        NextArticles.PruneBehindUnheaded(outline, pruned, title);
        var heading = BodyLines.FindHeading(outline, pruned, title);
        NextArticles.Prune(outline, pruned, heading);
        var container = new ArticleContainer(outline, pruned).Find(heading);
        return container is null ? [] : BodyLines.Of(outline, pruned, container, heading, title);
    }

    private static int Chars(List<PageBlock> blocks) => blocks.Sum(block => block.Width);

    /// <summary>A paragraph a block; the cells of one row of a table are one.</summary>
    private static string Text(IReadOnlyList<PageBlock> blocks)
    {
        var text = new StringBuilder();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0)
                text.Append(blocks[i].Row >= 0 && blocks[i].Row == blocks[i - 1].Row ? " | " : "\n\n");
            text.Append(blocks[i].Text);
        }

        return NoteMarks.Cut(text.ToString());
    }
}
