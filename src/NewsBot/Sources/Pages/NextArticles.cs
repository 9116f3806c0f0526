namespace NewsBot.Sources.Pages;

/// <summary>Leaves out the articles that an endless page shows after the one that it is about.</summary>
internal static class NextArticles
{
    // A heading of fewer words may part the article itself, where its author took the first level for that.
    private const int MinHeadlineWords = 5;

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
            if (pruned[i] || outline.Blocks[i].Kind != BlockKind.Heading || (own is not null && i < own.EndBlock))
                continue;
            var (first, end) = Begun(outline, heading, i, own, tag) is { } next ? (next.FirstBlock, next.EndBlock) : (i, EndOfFlat(outline, heading, i, tag));
            if (end <= i)
                continue;
            pruned.AsSpan(first, end - first).Fill(true);
            i = end - 1;
        }
    }

    /// <summary>The outermost element 'article' around the headline, or the first one after it that has none of its own.</summary>
    private static OutlineElement? Own(PageOutline outline, int heading)
    {
        var articles = outline.Elements.Where(element => element.Element.LocalName == "article" && element.EndBlock > heading);
        var first = articles.FirstOrDefault(element => element.FirstBlock <= heading || outline.Weight(element.FirstBlock, element.EndBlock) > 0);
        return first is null || first.FirstBlock <= heading || !HasHeading(outline, first) ? first : null;
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
            if ((element.Element.LocalName == "article" && own is not null) || (Tag(outline, at) == tag && (tag == "h1" || IsLikeOwn(outline, heading, element))))
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
