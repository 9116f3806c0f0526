using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>Finds the running text of a page: its paragraphs, and the container that holds most of them.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "iframe", "svg",
        "figure", "figcaption", "head", "menu", "dialog", "object", "video", "audio", "canvas", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "td", "th", "div", "section", "article",
        "main", "body", "header", "ul", "ol", "dl", "table", "tr", "tbody", "h1", "html", "address", "hr", "center",
    };

    // A paragraph's weight flows to its ancestors, halved at each level, so that the nearest common container wins.
    private const int ScoredLevels = 3;

    /// <summary>The paragraphs of the article, blank lines between them; empty when the page has no text.</summary>
    public static string Of(IHtmlDocument page)
    {
        var all = Paragraphs(page.Body);
        if (all.Count == 0)
            return "";
        var scores = new Dictionary<INode, double>();
        foreach (var paragraph in all)
        {
            var weight = Math.Max(0, paragraph.Text.Length - (2 * paragraph.LinkChars) - 20);
            var ancestor = paragraph.Block.Parent;
            for (var level = 0; level < ScoredLevels && ancestor is not null; level++, ancestor = ancestor.Parent)
                scores[ancestor] = scores.GetValueOrDefault(ancestor) + (weight / (double)(1 << level));
        }

        var container = page.QuerySelectorAll("article").Concat(scores.Keys.OfType<IElement>())
            .MaxBy(element => scores.GetValueOrDefault(element) + (element.LocalName == "article" ? Inside(all, element) * 0.6 : 0));
        var text = new StringBuilder();
        foreach (var paragraph in all)
        {
            if (container is not null && !Within(paragraph.Block, container))
                continue;
            if (paragraph.LinkChars * 2 > paragraph.Text.Length)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(paragraph.Text);
        }

        return text.ToString();
    }

    private static double Inside(List<Paragraph> all, IElement element) =>
        all.Where(paragraph => Within(paragraph.Block, element)).Sum(paragraph => Math.Max(0, paragraph.Text.Length - (2 * paragraph.LinkChars) - 20));

    private static bool Within(INode node, INode container)
    {
        for (INode? current = node; current is not null; current = current.Parent)
        {
            if (current == container)
                return true;
        }

        return false;
    }

    /// <summary>Every run of text between block boundaries, in order; walks without recursion, however deep the page is nested.</summary>
    private static List<Paragraph> Paragraphs(INode? root)
    {
        var paragraphs = new List<Paragraph>();
        var line = new StringBuilder();
        var linkChars = 0;
        var block = root;
        var node = root;
        while (node is not null)
        {
            var descend = true;
            switch (node)
            {
                case IText text:
                    var before = line.Length;
                    Append(line, text.Data);
                    if (InLink(text))
                        linkChars += line.Length - before;
                    break;
                case IElement element when Dropped.Contains(element.LocalName) || element.HasAttribute("hidden"):
                    descend = false;
                    break;
                case IElement { LocalName: "br" }:
                    Append(line, " ");
                    break;
                case IElement element when Blocks.Contains(element.LocalName):
                    Flush();
                    block = element;
                    break;
            }

            if (descend && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                Leave(node);
            }

            node = node == root ? null : node?.NextSibling;
        }

        Flush();
        return paragraphs;

        void Leave(INode? left)
        {
            if (left is not IElement element || !Blocks.Contains(element.LocalName))
                return;
            Flush();
            block = left == root ? root : left.Parent;
        }

        void Flush()
        {
            var text = line.ToString().Trim();
            if (text.Length > 0 && block is not null)
                paragraphs.Add(new Paragraph(block, text, linkChars));
            line.Clear();
            linkChars = 0;
        }
    }

    private static bool InLink(INode text)
    {
        INode? node = text.Parent;
        for (var level = 0; level < 4 && node is IElement element; level++, node = node.Parent)
        {
            if (element.LocalName == "a")
                return true;
        }

        return false;
    }

    private static void Append(StringBuilder line, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
    }

    private readonly record struct Paragraph(INode Block, string Text, int LinkChars);
}
