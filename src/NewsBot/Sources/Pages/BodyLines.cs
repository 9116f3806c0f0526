namespace NewsBot.Sources.Pages;

/// <summary>Chooses the lines of the article out of the element that holds it.</summary>
internal static class BodyLines
{
    /// <summary>A line of which more than this share stands in links is a list of links.</summary>
    public const double MaxLinkShare = 0.5;

    // A page has at most this many times as much text before the headline as after it.
    private const int MaxTimesBefore = 3;

    // How much longer than the headline a line may be that repeats it.
    private const int MaxMoreChars = 20;

    private const int MinLeadChars = 60;

    // Between the headline and the text stand the lead, the byline and the date.
    private const int MaxBetween = 12;
    private const int MaxLeads = 2;

    // So many headings of the first level begin one article after another.
    private const int MinOfStream = 2;

    // There are several, so that none is the one.
    private const int None = -2;

    /// <summary>The lines, in order.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="pruned">For each block, whether it is left out.</param>
    /// <param name="container">The element that holds the article.</param>
    /// <param name="heading">Index of the block that is the article's headline; -1 when the page does not show it.</param>
    /// <param name="title">The headline; null when not known.</param>
    public static List<PageBlock> Of(PageOutline outline, bool[] pruned, OutlineElement container, int heading, string? title)
    {
        var kept = Leads(outline, pruned, container, heading);
        var begun = kept.Count > 0;
        var foreign = false;
        for (var i = Start(outline, container, heading); i < container.EndBlock; i++)
        {
            var block = outline.Blocks[i];
            if (pruned[i])
                continue;
            // A section of other articles ends with the next paragraph, or the next heading.
            if (block.Kind == BlockKind.Heading || (block.Weight > 0 && block.Kind == BlockKind.Paragraph))
                foreign = false;
            foreign |= Boilerplate.OpensForeignSection(block);
            if (foreign || i == heading || block.LinkShare > MaxLinkShare || IsTitle(block, title) || Boilerplate.IsLine(block))
                continue;
            // Before the first sentence stand bylines, dates and labels.
            begun |= block.Weight > 0 || IsLead(block) || block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Cell;
            if (begun)
                kept.Add(block);
        }

        // Headings and short lines after the last sentence do not belong to it.
        while (kept.Count > 0 && kept[^1] is { Weight: 0, Kind: BlockKind.Heading or BlockKind.Line })
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>Index of the first block that is the headline; -1 when there is none.</summary>
    /// <remarks>
    /// A bar above the page may repeat the headline: then the heading in the article counts. Where none is the title, the page's only heading of the first level is it, or
    /// the first of those that begin one article after another.
    /// </remarks>
    public static int FindHeading(PageOutline outline, bool[] pruned, string? title)
    {
        var (first, only) = (-1, -1);
        for (var i = 0; i < pruned.Length; i++)
        {
            var block = outline.Blocks[i];
            if (!pruned[i] && outline.Elements[block.Element].Element.LocalName == "h1")
                only = only == -1 ? i : None;
            if (!IsTitle(block, title) || block.LinkShare >= MaxLinkShare || (first >= 0 && block.Kind != BlockKind.Heading))
                continue;
            if (IsInArticle(outline, block.Element))
                return i;
            first = first < 0 ? i : first;
        }

        return first >= 0 ? first : only == None ? FirstOfStream(outline, pruned) : only;
    }

    /// <summary>The first of several headings of the first level, where the first two have running text behind them; else -1.</summary>
    private static int FirstOfStream(PageOutline outline, bool[] pruned)
    {
        List<int> headings = [.. Enumerable.Range(0, pruned.Length)
            .Where(i => !pruned[i] && outline.Elements[outline.Blocks[i].Element].Element.LocalName == "h1").Take(MinOfStream + 1)];
        return headings.Count >= MinOfStream && outline.Weight(headings[0], headings[1]) > 0
            && outline.Weight(headings[1], headings.Count > MinOfStream ? headings[MinOfStream] : pruned.Length) > 0 ? headings[0] : -1;
    }

    private static bool IsInArticle(PageOutline outline, int element)
    {
        for (var i = element; i >= 0; i = outline.Elements[i].Parent)
        {
            if (outline.Elements[i].Element.LocalName is "article" or "main")
                return true;
        }

        return false;
    }

    /// <summary>Whether the block repeats the headline.</summary>
    public static bool IsTitle(PageBlock block, string? title) =>
        title is not null && block.Text.Length <= title.Length + MaxMoreChars
        && (block.Text.Equals(title, StringComparison.OrdinalIgnoreCase)
            || (block.Kind == BlockKind.Heading && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The lead that is a heading or an aside right below the headline, where another element holds the rest of the article.</summary>
    private static List<PageBlock> Leads(PageOutline outline, bool[] pruned, OutlineElement container, int heading)
    {
        if (heading < 0 || container.FirstBlock <= heading || container.FirstBlock - heading > MaxBetween)
            return [];
        List<PageBlock> leads = [.. Enumerable.Range(heading + 1, container.FirstBlock - heading - 1).Where(i => !pruned[i]).Select(i => outline.Blocks[i])
            .Where(block => block.LinkChars == 0 && (IsLead(block) || IsInAside(outline, block)) && !Boilerplate.IsLine(block))];
        return leads.Count <= MaxLeads ? leads : [];
    }

    // Some sites write the lead as a heading below the headline.
    private static bool IsLead(PageBlock block) => block.Kind == BlockKind.Heading && block.Width >= MinLeadChars && block.EndsSentence;

    // An aside below the headline that is not pruned is the lead.
    private static bool IsInAside(PageOutline outline, PageBlock block)
    {
        for (var i = block.Weight > 0 ? block.Element : -1; i >= 0; i = outline.Elements[i].Parent)
        {
            if (outline.Elements[i].Element.LocalName == "aside")
                return true;
        }

        return false;
    }

    /// <summary>The first block of the article: its headline, unless most of the text stands before that.</summary>
    private static int Start(PageOutline outline, OutlineElement container, int heading) =>
        heading >= container.FirstBlock && heading < container.EndBlock
        && outline.Weight(heading, container.EndBlock) * MaxTimesBefore > outline.Weight(container.FirstBlock, heading)
            ? heading
            : container.FirstBlock;
}
