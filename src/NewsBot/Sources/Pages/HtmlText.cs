namespace NewsBot.Sources.Pages;

/// <summary>Turns a piece of HTML, as a feed has it, into plain text.</summary>
internal static class HtmlText
{
    private const string LiteralStart = "<![CDATA[";
    private const string LiteralEnd = "]]>";

    // Real pieces need one or two steps a character; a feed has thousands of pieces.
    private const long StepsPerChar = 40;
    private const long FirstSteps = 100_000;

    // An element with more of the text than this is the text, whatever it is called.
    private const double MaxForeignShare = 0.4;

    // Drupal writes the headline, the account and the time before the text.
    private const string DrupalField = "field--name-";
    private const string DrupalFields = "span.field--name-title, span.field--name-uid, span.field--name-created";

    // Elements that stand beside the text.
    private static readonly string[] Beside = ["figcaption", "form"];

    /// <summary>The paragraphs, in order, each on one line; captions, forms and what its names call something else than the text are left out.</summary>
    public static IReadOnlyList<string> Paragraphs(string html) => [.. Blocks(html).Select(block => block.Text)];

    /// <summary>The paragraphs with what is known of each; otherwise as <see cref="Paragraphs"/>.</summary>
    public static IReadOnlyList<PageBlock> Blocks(string html)
    {
        // A section that XML has already read is a comment to HTML.
        if (html.Contains(LiteralStart, StringComparison.Ordinal))
            html = html.Replace(LiteralStart, "", StringComparison.Ordinal).Replace(LiteralEnd, "", StringComparison.Ordinal);
        using var page = PageParser.Parse(html, FirstSteps + (StepsPerChar * html.Length));
        if (page.Body is not { } body)
            return [];
        if (html.Contains(DrupalField, StringComparison.Ordinal))
        {
            foreach (var field in body.QuerySelectorAll(DrupalFields).ToList())
                field.Remove();
        }

        var outline = PageOutline.Of(body);
        // A space before a line break and the break itself are one space.
        return [.. outline.Blocks.Where(block => !IsBeside(outline, block.Element)).Select(block => block with { Text = block.Text.Replace("  ", " ", StringComparison.Ordinal) })];
    }

    private static bool IsBeside(PageOutline outline, int element)
    {
        for (; element >= 0; element = outline.Elements[element].Parent)
        {
            if (Beside.Contains(outline.Elements[element].Element.LocalName) || IsForeign(outline, outline.Elements[element]))
                return true;
        }

        return false;
    }

    /// <summary>Whether its class or id says that it is a form of subscription, a footer, a bar of links; the tags of such things are used in texts, too.</summary>
    private static bool IsForeign(PageOutline outline, OutlineElement element) =>
        element.Hint == PageHint.Foreign && element.Element.LocalName is "div" or "section" or "ul" or "p" && (PageHints.IsSure(element.Element) || ArticleEdges.IsEdge(element))
        && outline.Weight(element.FirstBlock, element.EndBlock) <= outline.Weight(0, outline.Blocks.Count) * MaxForeignShare;
}
