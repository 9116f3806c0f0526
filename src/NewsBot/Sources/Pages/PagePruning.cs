namespace NewsBot.Sources.Pages;

/// <summary>Leaves out of a page what its names call something else than the article.</summary>
internal static class PagePruning
{
    // A name can mislead: an element with more than this share of the running text is neither an aside nor foreign.
    private const double MaxAsideShare = 0.3;
    private const double MaxForeignShare = 0.5;

    // Comments may be longer than the article, of which this much has to be left, in characters of running text.
    private const int MinLeftChars = 200;
    private const int MinSentences = 2;

    /// <summary>For each block, whether it is left out.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="least">The weakest hint that counts.</param>
    /// <param name="heading">Index of the block that is the article's headline; -1 when the page does not show it.</param>
    public static bool[] Prune(PageOutline outline, PageHint least, int heading)
    {
        var home = Home(outline, heading);
        var pruned = new bool[outline.Blocks.Count];
        var left = outline.Weight(0, pruned.Length);
        var end = 0;
        foreach (var element in outline.Elements)
        {
            // Elements in a pruned element are pruned already.
            if (element.Hint < least || element.Hint <= PageHint.Article || element.FirstBlock < end)
                continue;
            if (ArticleEdges.IsLead(outline, element, heading))
                continue;
            if (ArticleEdges.IsEnd(outline, element, heading))
            {
                ArticleEdges.PruneEnd(outline, element, pruned);
                continue;
            }

            var inside = outline.Weight(element.FirstBlock, element.EndBlock);
            var isNeeded = element.Hint switch
            {
                PageHint.Aside => inside > left * MaxAsideShare,
                PageHint.Foreign => inside > left * MaxForeignShare,
                _ => inside > 0 && left - inside < MinLeftChars && !HasArticle(outline, heading, element),
            };
            if (isNeeded || (home is not null && IsPartOf(outline, home, element)))
                continue;
            left -= inside;
            end = element.EndBlock;
            pruned.AsSpan(element.FirstBlock, end - element.FirstBlock).Fill(true);
        }

        PruneImprint(outline, heading, pruned);
        return pruned;
    }

    /// <summary>Lines of the site's owner, where an article is left without them: a short one would lose to them.</summary>
    private static void PruneImprint(PageOutline outline, int heading, bool[] pruned)
    {
        List<int> imprint = [.. Enumerable.Range(0, pruned.Length).Where(i => i > heading && !pruned[i] && PageNotices.IsImprint(outline.Blocks[i].Text))];
        if (heading < 0 || imprint.Count == 0 || !Enumerable.Range(heading, pruned.Length - heading).Any(i => !pruned[i] && outline.Blocks[i].Weight > 0 && !imprint.Contains(i)))
            return;
        foreach (var i in imprint)
            pruned[i] = true;
    }

    /// <summary>Whether sentences enough for a short article stand between the headline and the comments.</summary>
    private static bool HasArticle(PageOutline outline, int heading, OutlineElement comments)
    {
        var sentences = 0;
        for (var i = heading + 1; heading >= 0 && i < comments.FirstBlock; i++)
            sentences += outline.Blocks[i].Weight > 0 ? 1 : 0;
        return sentences >= MinSentences;
    }

    /// <summary>The innermost element that holds the headline and most of the page's running text.</summary>
    private static OutlineElement? Home(PageOutline outline, int heading)
    {
        var all = outline.Weight(0, outline.Blocks.Count);
        for (var i = heading < 0 ? -1 : outline.Blocks[heading].Element; i >= 0; i = outline.Elements[i].Parent)
        {
            var element = outline.Elements[i];
            if (element.FirstBlock <= heading && outline.Weight(heading, element.EndBlock) > all * MaxForeignShare)
                return element;
        }

        return null;
    }

    /// <summary>Whether an element in the article, with a name that articles' parts have too, holds nothing but sentences.</summary>
    private static bool IsPartOf(PageOutline outline, OutlineElement home, OutlineElement element)
    {
        if (element.FirstBlock < home.FirstBlock || element.EndBlock > home.EndBlock || element.FirstBlock == element.EndBlock
            || ArticleEdges.IsEdge(element) || PageHints.IsSure(element.Element))
            return false;
        for (var i = element.FirstBlock; i < element.EndBlock; i++)
        {
            if (outline.Blocks[i] is not { LinkChars: 0, EndsSentence: true, Weight: > 0 } block || PageNotices.Is(block.Text))
                return false;
        }

        return element.Element.QuerySelector("form, input, button, select, iframe, img") is null;
    }
}
