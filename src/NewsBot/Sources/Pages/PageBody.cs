using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the article's text in a page.</summary>
internal static class PageBody
{
    // What is pruned may hold at most this share of the page's running text, if it is not surely foreign.
    private const double MaxAsideShare = 0.3;
    private const double MaxForeignShare = 0.5;

    // What must be left when something surely foreign is pruned, in characters of running text.
    private const int MinLeftChars = 200;

    // What a paragraph says for an element falls by this factor with each level between the two.
    private const double Decay = 0.75;
    private const int ScoredLevels = 6;

    // An element that its author calls the article's text.
    private const double ArticleBonus = 1.3;

    // An element that begins right after the headline, or holds it.
    private const double HeadingBonus = 1.5;
    private const int MaxBetween = 2;

    // A line of which more stands in links is a list of links.
    private const double MaxLinkShare = 0.5;

    // A page has at most this many times as much text before the headline as after it.
    private const int MaxTimesBefore = 3;

    private const int WidenedLevels = 5;
    private const double MinGain = 0.1;
    private const double MinGainOverNoise = 2;

    /// <summary>The article's paragraphs in order; empty when the page has no running text.</summary>
    public static List<PageBlock> Find(IHtmlDocument page, string? title)
    {
        if (page.Body is not { } body)
            return [];
        var outline = PageOutline.Of(body);
        var dropped = Prune(outline);
        var heading = Heading(outline, dropped, title);
        var container = Container(outline, dropped, heading);
        if (container is not null)
            container = Widen(outline, dropped, container);
#if DBG
        for (var i = 0; i < dropped.Length; i++)
        {
            var b = outline.Blocks[i]; var path = "";
            for (int e = b.Element, n = 0; e >= 0 && n < 6; n++, e = outline.Elements[e].Parent) path = $"{outline.Elements[e].Element.LocalName}{(outline.Elements[e].Element.Id is { } id ? "#" + id : "")}.{outline.Elements[e].Element.ClassName?.Replace(' ', '.')}({outline.Elements[e].Hint.ToString()[0]}) > {path}";
            Console.Error.WriteLine($"[{i}] {(dropped[i] ? "DROP" : container is not null && i >= container.FirstBlock && i < container.EndBlock ? "IN" : "out")} {b.Kind} w{b.Weight} l{b.LinkShare:0.00} {b.Text[..Math.Min(70, b.Text.Length)]}   @ {path[Math.Max(0, path.Length - 220)..]}");
        }
        if (container is not null) Console.Error.WriteLine($"container {container.Hint} <{container.Element.LocalName} id={container.Element.Id} class={container.Element.ClassName}>");
#endif
        return container is null ? [] : Inside(outline, dropped, container, heading, title);
    }

    private static bool[] Prune(PageOutline outline)
    {
        var dropped = new bool[outline.Blocks.Count];
        var left = outline.Blocks.Sum(block => block.Weight);
        var end = 0;
        foreach (var element in outline.Elements)
        {
            if (element.Hint is PageHint.None or PageHint.Article || element.FirstBlock < end)
                continue;
            var inside = 0;
            for (var i = element.FirstBlock; i < element.EndBlock; i++)
                inside += outline.Blocks[i].Weight;
            var keeps = element.Hint switch
            {
                PageHint.Aside => inside > left * MaxAsideShare,
                PageHint.Foreign => inside > left * MaxForeignShare,
                _ => inside > 0 && left - inside < MinLeftChars,
            };
#if DBG
            if (inside > 300) Console.Error.WriteLine($"{(keeps ? "keep" : "drop")} {element.Hint} {inside}/{left} <{element.Element.LocalName} id={element.Element.Id} class={element.Element.ClassName}>");
#endif
            if (keeps)
                continue;
            left -= inside;
            end = element.EndBlock;
            dropped.AsSpan(element.FirstBlock, element.EndBlock - element.FirstBlock).Fill(true);
        }

        return dropped;
    }

    // A container grows to an ancestor that adds a tenth of running text and less than half as much of anything else.
    private static OutlineElement Widen(PageOutline outline, bool[] dropped, OutlineElement container)
    {
        var (text, _) = Measure(outline, dropped, container);
        var ancestor = container;
        for (var level = 0; level < WidenedLevels && ancestor.Parent >= 0; level++)
        {
            ancestor = outline.Elements[ancestor.Parent];
            var (more, noise) = Measure(outline, dropped, ancestor);
            var (_, own) = Measure(outline, dropped, container);
            if (more - text > text * MinGain && more - text > MinGainOverNoise * (noise - own))
                (container, text) = (ancestor, more);
        }

        return container;
    }

    private static (int Text, int Noise) Measure(PageOutline outline, bool[] dropped, OutlineElement element)
    {
        var (text, noise) = (0, 0);
        for (var i = element.FirstBlock; i < element.EndBlock; i++)
        {
            if (dropped[i])
                continue;
            var block = outline.Blocks[i];
            text += block.Weight;
            if (block.Weight == 0)
                noise += block.Text.Length;
        }

        return (text, noise);
    }

    private static int Heading(PageOutline outline, bool[] dropped, string? title)
    {
        for (var i = 0; i < dropped.Length; i++)
        {
            if (IsTitle(outline.Blocks[i], title) && outline.Blocks[i].LinkShare < MaxLinkShare)
                return i;
        }

        return -1;
    }

    private static OutlineElement? Container(PageOutline outline, bool[] dropped, int heading)
    {
        var scores = new double[outline.Elements.Count];
        for (var i = 0; i < dropped.Length; i++)
        {
            var block = outline.Blocks[i];
            if (dropped[i] || block.Weight == 0)
                continue;
            var weight = (double)block.Weight;
            var element = block.Element;
            // A paragraph is no container; its parent is the first.
            if (block.Kind != BlockKind.Line && outline.Elements[element].Parent >= 0)
                element = outline.Elements[element].Parent;
            for (var level = 0; level < ScoredLevels && element >= 0; level++, weight *= Decay)
            {
                scores[element] += weight;
                element = outline.Elements[element].Parent;
            }
        }

        OutlineElement? best = null;
        var bestScore = 0.0;
        foreach (var (i, element) in outline.Elements.Index())
        {
            var score = scores[i] * (element.Hint == PageHint.Article ? ArticleBonus : 1);
            if (heading >= 0 && FollowsHeading(outline, dropped, element, heading))
                score *= HeadingBonus;
            if (score > bestScore)
                (best, bestScore) = (element, score);
        }

        return best;
    }

    private static bool FollowsHeading(PageOutline outline, bool[] dropped, OutlineElement element, int heading)
    {
        if (element.EndBlock <= heading)
            return false;
        var between = 0;
        for (var i = heading; i < element.FirstBlock && between <= MaxBetween; i++)
        {
            if (!dropped[i] && outline.Blocks[i].Weight > 0)
                between++;
        }

        return between <= MaxBetween;
    }

    private static List<PageBlock> Inside(PageOutline outline, bool[] dropped, OutlineElement container, int heading, string? title)
    {
        var kept = new List<PageBlock>();
        var begun = false;
        var foreign = false;
        for (var i = Start(outline, dropped, container, heading); i < container.EndBlock; i++)
        {
            var block = outline.Blocks[i];
            if (dropped[i])
                continue;
            // A section of other articles ends with the next paragraph, or the next heading.
            if (foreign && (block.Kind == BlockKind.Heading || (block.Weight > 0 && block.Kind == BlockKind.Paragraph)))
                foreign = false;
            foreign |= Boilerplate.OpensForeignSection(block);
            if (foreign || block.LinkShare > MaxLinkShare || IsTitle(block, title) || Boilerplate.IsLine(block))
                continue;
            // Before the first sentence stand bylines, dates and labels.
            begun |= block.Weight > 0 || block.Kind is BlockKind.Paragraph or BlockKind.Item or BlockKind.Cell;
            if (begun)
                kept.Add(block);
        }

        // What follows the last sentence without being one is no part of it.
        while (kept.Count > 0 && kept[^1] is { Weight: 0, Kind: BlockKind.Heading or BlockKind.Line })
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    /// <summary>The first block of the article: what stands before its headline is none of it, unless it is the better part.</summary>
    private static int Start(PageOutline outline, bool[] dropped, OutlineElement container, int heading)
    {
        if (heading < container.FirstBlock || heading >= container.EndBlock)
            return container.FirstBlock;
        var (before, after) = (0, 0);
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            if (dropped[i])
                continue;
            if (i < heading)
                before += outline.Blocks[i].Weight;
            else
                after += outline.Blocks[i].Weight;
        }

        return after * MaxTimesBefore > before ? heading : container.FirstBlock;
    }

    private static bool IsTitle(PageBlock block, string? title) =>
        title is not null && block.Text.Length <= title.Length + 20 && (block.Text.Equals(title, StringComparison.OrdinalIgnoreCase) || block.Kind == BlockKind.Heading && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase));
}
