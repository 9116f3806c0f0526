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

    /// <summary>The article's paragraphs in order; empty when the page has no running text.</summary>
    public static List<PageBlock> Find(IHtmlDocument page, string? title)
    {
        if (page.Body is not { } body)
            return [];
        var outline = PageOutline.Of(body);
        var dropped = Prune(outline);
        var container = Container(outline, dropped);
#if DBG
        if (container is not null) Console.Error.WriteLine($"container {container.Hint} <{container.Element.LocalName} id={container.Element.Id} class={container.Element.ClassName}>");
#endif
        return container is null ? [] : Inside(outline, dropped, container, title);
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

    private static OutlineElement? Container(PageOutline outline, bool[] dropped)
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
            if (score > bestScore)
                (best, bestScore) = (element, score);
        }

        return best;
    }

    private static List<PageBlock> Inside(PageOutline outline, bool[] dropped, OutlineElement container, string? title)
    {
        var kept = new List<PageBlock>();
        for (var i = container.FirstBlock; i < container.EndBlock; i++)
        {
            var block = outline.Blocks[i];
            if (!dropped[i] && block.LinkShare <= 0.5 && !IsTitle(block, title))
                kept.Add(block);
        }

        return kept;
    }

    private static bool IsTitle(PageBlock block, string? title) =>
        title is not null && block.Text.Length <= title.Length + 20 && (block.Text.Equals(title, StringComparison.OrdinalIgnoreCase) || block.Kind == BlockKind.Heading && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase));
}
