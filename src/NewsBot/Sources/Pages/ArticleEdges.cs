using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Tells the lead that stands in an aside, and the last paragraphs that stand in the article's footer, from what such elements hold on most pages.</summary>
internal static partial class ArticleEdges
{
    // Between the headline and the lead stand a label, the author and the date.
    private const int MaxBetween = 4;
    private const int MaxLeads = 2;

    /// <summary>Whether the element is an aside or a footer, by its tag or its names.</summary>
    public static bool IsEdge(OutlineElement element) => element.Element.LocalName is "aside" or "footer" || IsFooter(element);

    /// <summary>Whether an aside is the article's lead: a sentence or two right below the headline, before any other.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="element">An element with a hint.</param>
    /// <param name="heading">Index of the block that is the headline; -1 when the page does not show it.</param>
    public static bool IsLead(PageOutline outline, OutlineElement element, int heading)
    {
        if (heading < 0 || element.Element.LocalName != "aside" || element.FirstBlock <= heading || element.FirstBlock - heading > MaxBetween
            || element.EndBlock - element.FirstBlock is < 1 or > MaxLeads || outline.Weight(heading, element.FirstBlock) > 0 || PageHints.IsSure(element.Element))
            return false;
        return Enumerable.Range(element.FirstBlock, element.EndBlock - element.FirstBlock).All(i => IsSentence(outline.Blocks[i]))
            && outline.Weight(element.EndBlock, outline.Blocks.Count) > 0 && IsPlain(element);
    }

    /// <summary>Whether it is the footer of the article that has the headline, with no text behind it, and nothing in its names calls it something else.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="element">An element with a hint.</param>
    /// <param name="heading">Index of the block that is the headline; -1 when the page does not show it.</param>
    public static bool IsEnd(PageOutline outline, OutlineElement element, int heading) =>
        heading >= 0 && element.FirstBlock > heading && (element.Element.LocalName == "footer" || IsFooter(element)) && !PageHints.IsSure(element.Element)
        && ArticleOf(outline, element) is { } article && article.FirstBlock <= heading && outline.Weight(element.EndBlock, article.EndBlock) == 0;

    /// <summary>Leaves out of the article's footer what is no sentence, and what says who wrote the article or owns the site.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="element">For which <see cref="IsEnd"/> holds.</param>
    /// <param name="pruned">For each block, whether it is left out.</param>
    public static void PruneEnd(PageOutline outline, OutlineElement element, bool[] pruned)
    {
        for (var i = element.FirstBlock; i < element.EndBlock; i++)
            pruned[i] |= outline.Blocks[i] is not { Kind: BlockKind.Paragraph } block || !IsSentence(block) || AboutAuthor().IsMatch(block.Text);
    }

    private static OutlineElement? ArticleOf(PageOutline outline, OutlineElement element)
    {
        var i = element.Parent;
        while (i >= 0 && outline.Elements[i].Element.LocalName != "article")
            i = outline.Elements[i].Parent;
        return i < 0 ? null : outline.Elements[i];
    }

    private static bool IsFooter(OutlineElement element) => FooterName().IsMatch($"{element.Element.ClassName} {element.Element.Id}");

    private static bool IsSentence(PageBlock block) =>
        block is { LinkChars: 0, EndsSentence: true, Weight: > 0 } && !PageNotices.Is(block.Text) && !PageNotices.IsImprint(block.Text) && !Boilerplate.IsLine(block);

    private static bool IsPlain(OutlineElement element) => element.Element.QuerySelector("form, input, button, select, iframe, img") is null;

    [GeneratedRegex(@"(?<![a-z])footer(?![a-z])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FooterName();

    // 'Ann Teel is a reporter in Odense', 'You can reach her at …'.
    [GeneratedRegex(
        @"\b(?:is|was) (?:an?|the|our) (?:[\w’'-]+ ){0,4}(?:reporter|correspondent|editor|journalist|writer|columnist|author|producer|professor|lecturer|fellow|critic)\b"
        + @"|\b(?:writes|reports|covers|blogs) (?:about|on|for)\b|\b(?:contact|reach|follow|email|e-mail) (?:him|her|them|us|the author)\b|@\w|\bhas (?:written|worked) for\b"
        + @"|\b(?:reporting|editing|translation|photographs?) by\b|\bfirst (?:published|appeared)\b|\bschreibt (?:für|über)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AboutAuthor();
}
