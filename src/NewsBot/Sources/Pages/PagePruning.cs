namespace NewsBot.Sources.Pages;

/// <summary>Leaves out of a page what its names call something else than the article.</summary>
internal static class PagePruning
{
    // A name can mislead: an element with more than this share of the running text is neither an aside nor foreign.
    private const double MaxAsideShare = 0.3;
    private const double MaxForeignShare = 0.5;

    // Comments may be longer than the article, of which this much has to be left, in characters of running text.
    private const int MinLeftChars = 200;

    /// <summary>For each block, whether it is left out.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="least">The weakest hint that counts.</param>
    public static bool[] Prune(PageOutline outline, PageHint least)
    {
        var pruned = new bool[outline.Blocks.Count];
        var left = outline.Weight(0, pruned.Length);
        var end = 0;
        foreach (var element in outline.Elements)
        {
            // Elements in a pruned element are pruned already.
            if (element.Hint < least || element.Hint <= PageHint.Article || element.FirstBlock < end)
                continue;
            var inside = outline.Weight(element.FirstBlock, element.EndBlock);
            var isNeeded = element.Hint switch
            {
                PageHint.Aside => inside > left * MaxAsideShare,
                PageHint.Foreign => inside > left * MaxForeignShare,
                _ => inside > 0 && left - inside < MinLeftChars,
            };
            if (isNeeded)
                continue;
            left -= inside;
            end = element.EndBlock;
            pruned.AsSpan(element.FirstBlock, end - element.FirstBlock).Fill(true);
        }

        return pruned;
    }
}
