namespace NewsBot.Sources.Pages;

/// <summary>Finds the element that holds the article's text.</summary>
/// <remarks>
/// A paragraph speaks for the elements around it, for the next ones most, so that the one with most paragraphs close
/// below it wins; the idea is that of Arc90's Readability.
/// </remarks>
internal sealed class ArticleContainer
{
    // The weight of a paragraph for an element falls by this factor with each level between the two.
    private const double Decay = 0.75;
    private const int ScoredLevels = 6;

    // For an element that its author calls the article's text, and for one that begins right after the headline, or holds it.
    private const double ArticleBonus = 1.3;
    private const double HeadingBonus = 1.5;
    private const int MaxBetween = 2;
    private const int MinRuns = 2;
    private const int MaxShortChars = 1_200;
    private const double MinWholeShare = 0.25;

    // An ancestor takes over when it adds a tenth of running text, and that twice as much as of anything else.
    private const int WidenedLevels = 5;
    private const double MinGain = 0.1;
    private const double MinGainOverNoise = 2;

    private readonly PageOutline outline;
    private readonly bool[] pruned;

    // Over the blocks before each that are not pruned: characters of running text, characters of all else, runs of text.
    private readonly int[] textBefore;
    private readonly int[] noiseBefore;
    private readonly int[] runsBefore;

    /// <summary>Over what is left of <paramref name="outline"/>.</summary>
    public ArticleContainer(PageOutline outline, bool[] pruned)
    {
        this.outline = outline;
        this.pruned = pruned;
        textBefore = new int[pruned.Length + 1];
        noiseBefore = new int[pruned.Length + 1];
        runsBefore = new int[pruned.Length + 1];
        for (var i = 0; i < pruned.Length; i++)
        {
            var block = outline.Blocks[i];
            var isText = !pruned[i] && block.Weight > 0;
            textBefore[i + 1] = textBefore[i] + (isText ? block.Weight : 0);
            noiseBefore[i + 1] = noiseBefore[i] + (isText || pruned[i] ? 0 : block.Text.Length);
            runsBefore[i + 1] = runsBefore[i] + (isText ? Math.Max(1, block.DenseSentences) : 0);
        }
    }

    /// <summary>The element; null when nothing that is left reads like running text.</summary>
    /// <param name="heading">Index of the block that is the article's headline; -1 when the page does not show it.</param>
    public OutlineElement? Find(int heading)
    {
        var scores = Scores();
        OutlineElement? best = null;
        var bestScore = 0.0;
        foreach (var (i, element) in outline.Elements.Index())
        {
            var score = scores[i];
            if (element.Hint == PageHint.Article)
                score *= ArticleBonus;
            if (heading >= 0 && FollowsHeading(element, heading))
                score *= HeadingBonus;
            if (score > bestScore)
                (best, bestScore) = (element, score);
        }

        return best is null ? null : Whole(best, heading) ?? Widen(best);
    }

    private double[] Scores()
    {
        var scores = new double[outline.Elements.Count];
        for (var i = 0; i < pruned.Length; i++)
        {
            var block = outline.Blocks[i];
            if (pruned[i] || block.Weight == 0)
                continue;
            var weight = (double)block.Weight;
            var element = block.Element;
            // A paragraph is not a container; its parent is the first.
            if (block.Kind != BlockKind.Line && outline.Elements[element].Parent >= 0)
                element = outline.Elements[element].Parent;
            for (var level = 0; level < ScoredLevels && element >= 0; level++, weight *= Decay)
            {
                scores[element] += weight;
                element = outline.Elements[element].Parent;
            }
        }

        return scores;
    }

    private bool FollowsHeading(OutlineElement element, int heading) =>
        element.EndBlock > heading && (element.FirstBlock <= heading || runsBefore[element.FirstBlock] - runsBefore[heading] <= MaxBetween);

    /// <summary>The innermost element that holds the headline and several paragraphs; what stands beside a short one is something else. Null where
    /// the best one lies in it.</summary>
    private OutlineElement? Whole(OutlineElement best, int heading)
    {
        for (var i = heading < 0 ? -1 : outline.Blocks[heading].Element; i >= 0; i = outline.Elements[i].Parent)
        {
            var element = outline.Elements[i];
            if (runsBefore[element.EndBlock] - runsBefore[heading] < MinRuns)
                continue;
            var holdsBest = element != best && element.FirstBlock <= best.FirstBlock && element.EndBlock >= best.EndBlock;
            if (holdsBest || (Sum(textBefore, element) < MinWholeShare * Sum(textBefore, best) && !IsApart(element, best, heading)))
                return best.FirstBlock <= heading && best.EndBlock > heading && !holdsBest ? best : null;
            // In a long text the headline's element may hold the first part only.
            return Sum(textBefore, best) < MaxShortChars || best.EndBlock <= heading ? element : best;
        }

        return null;
    }

    /// <summary>Whether a page in a dense script has its article in one part and the longer text, which is the site's then, in another part of its body.</summary>
    private bool IsApart(OutlineElement article, OutlineElement longer, int heading) =>
        outline.Blocks[heading].IsDense && Sum(textBefore, longer) < MaxShortChars && TopOf(article) is var top && top != TopOf(longer) && top.Depth > 0;

    /// <summary>The child of the body that an element lies in, or the body.</summary>
    private OutlineElement TopOf(OutlineElement element)
    {
        while (element.Depth > 1)
            element = outline.Elements[element.Parent];
        return element;
    }

    private OutlineElement Widen(OutlineElement container)
    {
        var ancestor = container;
        for (var level = 0; level < WidenedLevels && ancestor.Parent >= 0; level++)
        {
            ancestor = outline.Elements[ancestor.Parent];
            var text = Sum(textBefore, container);
            var gain = Sum(textBefore, ancestor) - text;
            if (gain > text * MinGain && gain > MinGainOverNoise * (Sum(noiseBefore, ancestor) - Sum(noiseBefore, container)))
                container = ancestor;
        }

        return container;
    }

    private static int Sum(int[] before, OutlineElement element) => before[element.EndBlock] - before[element.FirstBlock];
}
