using NewsBot.Sources.Drafts;

namespace NewsBot.Sources.Pages;

/// <summary>Leaves out the articles that an endless page shows after the one that it is about.</summary>
internal static class NextArticles
{
    // A heading of fewer words may part the article itself, where its author took the first level for that.
    private const int MinHeadlineWords = 5;

    // Characters of running text that an article without a headline has at least.
    private const int MinUnheaded = 200;

    // A heading with so many of the headline's words is the headline in another form.
    private const double RelatedShare = 0.3;

    /// <summary>Marks their blocks as left out.</summary>
    /// <param name="heading">Index of the block that is the article's headline; nothing is done where it is -1.</param>
    public static void Prune(PageOutline outline, bool[] pruned, int heading)
    {
        if (heading < 0)
            return;
        var own = Own(outline, heading);
        var tag = Tag(outline, heading);
        for (var i = heading + 1; i < pruned.Length; i++)
        {
            if (pruned[i] || !IsHeading(outline, i, heading) || (own is not null && i < own.EndBlock))
                continue;
            var (first, end) = Begun(outline, heading, i, own, tag) is { } next ? (next.FirstBlock, next.EndBlock) : (i, EndOfFlat(outline, heading, i, tag));
            if (end <= i)
                continue;
            pruned.AsSpan(first, end - first).Fill(true);
            i = end - 1;
        }
    }

    /// <summary>
    /// Marks the blocks behind an article that shows no headline of its own, where its page tells one: the next article has another, in an element like that of the first.
    /// </summary>
    /// <param name="title">The headline of the page's article; null when not known.</param>
    public static void PruneBehindUnheaded(PageOutline outline, bool[] pruned, string? title)
    {
        if (title is null || outline.Blocks.Any(block => BodyLines.IsTitle(block, title)))
            return;
        for (var i = 0; i < pruned.Length; i++)
        {
            if (pruned[i] || outline.Blocks[i].Kind != BlockKind.Heading
                || Tag(outline, i) is not ("h1" or "h2") || WordOverlap.Share(outline.Blocks[i].Text, title) >= RelatedShare)
                continue;

            // 'div' and 'section' with a heading of the second level part one article.
            if (Unheaded(outline, i) is { } next && (Tag(outline, i) == "h1" || next.Element.LocalName == "article"))
            {
                pruned.AsSpan(next.FirstBlock, outline.Elements[next.Parent].EndBlock - next.FirstBlock).Fill(true);
                return;
            }
        }
    }

    /// <summary>The element that begins with this heading, where one like it with running text and no heading stands before it; else null.</summary>
    private static OutlineElement? Unheaded(PageOutline outline, int heading)
    {
        for (var i = outline.Blocks[heading].Element; i >= 0 && outline.Elements[i].Parent >= 0; i = outline.Elements[i].Parent)
        {
            var element = outline.Elements[i];
            if (outline.Weight(element.FirstBlock, heading) > 0)
                return null;
            if (outline.Weight(heading, element.EndBlock) == 0 || (element.Element.LocalName != "article" && string.IsNullOrWhiteSpace(element.Element.ClassName)))
                continue;
            if (element.Element.PreviousElementSibling is { } before && before.LocalName == element.Element.LocalName && before.ClassName == element.Element.ClassName
                && outline.Elements.FirstOrDefault(one => one.Element == before) is { } first
                && outline.Weight(first.FirstBlock, first.EndBlock) >= MinUnheaded && !HasHeading(outline, first))
                return element;
        }

        return null;
    }

    /// <summary>The outermost element 'article' around the headline, or the first one after it that has none of its own.</summary>
    private static OutlineElement? Own(PageOutline outline, int heading)
    {
        var articles = outline.Elements.Where(element => element.Element.LocalName == "article" && element.EndBlock > heading);
        var first = articles.FirstOrDefault(element => element.FirstBlock <= heading || outline.Weight(element.FirstBlock, element.EndBlock) > 0);
        return first is null || first.FirstBlock <= heading || !HasHeading(outline, first) ? first : null;
    }

    /// <summary>Whether the block is a heading, by its tag or, where the headline has no such tag, by the name that the headline has.</summary>
    private static bool IsHeading(PageOutline outline, int block, int headline)
    {
        if (outline.Blocks[block].Kind == BlockKind.Heading || outline.Blocks[headline].Kind == BlockKind.Heading)
            return outline.Blocks[block].Kind == BlockKind.Heading;
        var (one, other) = (outline.Elements[outline.Blocks[block].Element].Element, outline.Elements[outline.Blocks[headline].Element].Element);
        return outline.Blocks[block].Weight == 0 && !string.IsNullOrWhiteSpace(one.ClassName) && one.ClassName == other.ClassName && one.LocalName == other.LocalName;
    }

    private static bool HasHeading(PageOutline outline, OutlineElement element)
    {
        for (var i = element.FirstBlock; i < element.EndBlock && outline.Blocks[i].Weight == 0; i++)
        {
            if (outline.Blocks[i].Kind == BlockKind.Heading)
                return true;
        }

        return false;
    }

    /// <summary>The largest element that begins with this heading and has running text; null when it is a heading within the article.</summary>
    private static OutlineElement? Begun(PageOutline outline, int heading, int at, OutlineElement? own, string tag)
    {
        OutlineElement? found = null;
        for (var i = outline.Blocks[at].Element; i >= 0; i = outline.Elements[i].Parent)
        {
            var element = outline.Elements[i];
            if (element.FirstBlock <= heading || outline.Weight(element.FirstBlock, at) > 0)
                break;
            // A list of headlines, or a heading alone, is judged elsewhere.
            if (outline.Weight(at, element.EndBlock) == 0)
                continue;
            if ((element.Element.LocalName == "article" && own is not null
                    && (own.FirstBlock <= heading || Tag(outline, at) is "h1" or "h2")) || (Tag(outline, at) == tag && (tag == "h1" || IsLikeOwn(outline, heading, element))))
                found = element;
        }

        return found;
    }

    /// <summary>
    /// Where the articles have no elements of their own, the end of the element that holds the headlines of both: what follows a second headline of the first level is
    /// other articles. 0 for a heading within the article.
    /// </summary>
    private static int EndOfFlat(PageOutline outline, int heading, int at, string tag)
    {
        if (tag != "h1" || Tag(outline, at) != tag || outline.Weight(heading, at) == 0 || !IsHeadline(outline.Blocks[at]))
            return 0;
        for (var i = outline.Blocks[at].Element; i >= 0; i = outline.Elements[i].Parent)
        {
            var around = outline.Elements[i];
            if (around.FirstBlock <= heading)
                return outline.Weight(at, around.EndBlock) > 0 ? around.EndBlock : 0;
        }

        return 0;
    }

    private static bool IsHeadline(PageBlock block) => block.LinkChars > 0 || block.Text.Split(' ').Length >= MinHeadlineWords || block.IsDense;

    // Below a headline that is no 'h1', the next article has an element of the same name and class.
    private static bool IsLikeOwn(PageOutline outline, int heading, OutlineElement element)
    {
        if (string.IsNullOrWhiteSpace(element.Element.ClassName))
            return false;
        for (var i = outline.Blocks[heading].Element; i >= 0; i = outline.Elements[i].Parent)
        {
            var around = outline.Elements[i];
            if (around.Parent == element.Parent)
                return around.Element.LocalName == element.Element.LocalName && around.Element.ClassName == element.Element.ClassName;
        }

        return false;
    }

    private static string Tag(PageOutline outline, int block) => outline.Elements[outline.Blocks[block].Element].Element.LocalName;
}
