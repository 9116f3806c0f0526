using System.Text;
using AngleSharp.Dom;

namespace NewsBot.Sources.Pages;

/// <summary>A page laid flat: its elements in the order of their start tags, its text as blocks.</summary>
/// <remarks>Made without recursion, in time linear in the page's size, so that depth and length of a hostile page do no harm.</remarks>
internal sealed class PageOutline
{
    // How many elements up a block looks for what it is.
    private const int KindLevels = 4;

    private const int TailChars = 30;

    private readonly List<OutlineElement> elements = [];
    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder line = new();
    private readonly RaisedText marks = new();
    private int[] weightBefore = [];
    private int linkChars;
    private int linkDepth;
    private int articleDepth;
    private int current = -1;

    // A picture of a letter, which belongs to the text behind it if that is the rest of a word.
    private string? initial;

    private PageOutline()
    {
    }

    /// <summary>In the order of their start tags, the root first.</summary>
    public IReadOnlyList<OutlineElement> Elements => elements;

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PageBlock> Blocks => blocks;

    /// <summary>The outline of everything in <paramref name="root"/> that a reader may see.</summary>
    public static PageOutline Of(IElement root)
    {
        var outline = new PageOutline();
        outline.Walk(root);
        outline.weightBefore = new int[outline.blocks.Count + 1];
        for (var i = 0; i < outline.blocks.Count; i++)
            outline.weightBefore[i + 1] = outline.weightBefore[i] + outline.blocks[i].Weight;
        return outline;
    }

    /// <summary>The weight of the blocks from <paramref name="first"/> to the one before <paramref name="end"/>.</summary>
    public int Weight(int first, int end) => weightBefore[end] - weightBefore[first];

    private void Walk(IElement root)
    {
        // A node, and the next of its children to be visited.
        var open = new Stack<(IElement Element, int Next)>();
        Enter(root);
        open.Push((root, 0));
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Element.ChildNodes.Length)
            {
                Leave(top.Element);
                continue;
            }

            open.Push((top.Element, top.Next + 1));
            var children = top.Element.ChildNodes;
            var behind = top.Next + 1 < children.Length ? children[top.Next + 1] : null;
            switch (children[top.Next])
            {
                case IText text:
                    Append(text.Data);
                    break;
                case IElement { LocalName: "br" }:
                    Break();
                    break;
                case IElement { LocalName: "img" or "svg" } picture:
                    initial = DropCap.OfPicture(picture) ?? initial;
                    break;
                case IElement { LocalName: "span" or "strong" or "b" or "big" or "font" } cap when line.Length == 0 && DropCap.Of(cap) is { } letter:
                    Append(letter);
                    break;
                case IElement { LocalName: "sup" or "sub" or "a" or "span" } small when marks.Of(small, Tail(), behind) is { } raised:
                    Append(raised);
                    break;
                case IElement child when !HtmlTags.IsSilent(child):
                    Enter(child);
                    open.Push((child, 0));
                    break;
            }
        }
    }

    private void Enter(IElement element)
    {
        if (element.LocalName == "a")
            linkDepth++;
        var hint = PageHints.Of(element);
        if (!Parts(element, hint))
            return;
        // An article inside an article is a related one, or a comment (HTML Living Standard, 4.3.2).
        if (element.LocalName == "article" && articleDepth++ > 0)
            hint = PageHint.Foreign;
        Flush();
        elements.Add(new OutlineElement(element, hint, current, current < 0 ? 0 : elements[current].Depth + 1, blocks.Count));
        current = elements.Count - 1;
    }

    private void Leave(IElement element)
    {
        if (element.LocalName == "a")
            linkDepth--;
        if (element.LocalName == "article")
            articleDepth--;
        if (current < 0 || elements[current].Element != element)
            return;
        Flush();
        elements[current].EndBlock = blocks.Count;
        current = elements[current].Parent;
    }

    // Inline elements are not part of the outline, unless their names say that they do not belong to the article.
    private bool Parts(IElement element, PageHint hint)
    {
        if (current < 0 || HtmlTags.IsBlock(element.LocalName))
            return true;
        // In the middle of a sentence a date or a tag is part of it.
        return hint is PageHint.Foreign or PageHint.Comments || (hint != PageHint.None && line.Length == 0);
    }

    private void Break()
    {
        // Two line breaks, with nothing between them, part paragraphs; one does not.
        if (line.Length > 0 && line[^1] == '\n')
            Flush();
        else if (line.Length > 0)
            line.Append('\n');
    }

    /// <summary>The end of the line so far, longer than any word that matters.</summary>
    private string Tail() => line.ToString(Math.Max(0, line.Length - TailChars), Math.Min(line.Length, TailChars));

    private void Append(string text)
    {
        if (initial is { } letter && text.AsSpan().Trim().Length > 0)
        {
            initial = null;
            if (line.Length == 0 && DropCap.Completes(text))
                line.Append(letter);
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] is not (' ' or '\n'))
                    line.Append(' ');
            }
            else if (c is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u2060') && !char.IsControl(c))
            {
                line.Append(c);
                if (linkDepth > 0)
                    linkChars++;
            }
        }
    }

    private void Flush()
    {
        var text = line.Replace('\n', ' ').ToString().Trim();
        if (text.Length > 0)
        {
            // A large first letter may stand in an element of its own.
            if (blocks is [.., { Text: [var first] }] && char.IsUpper(first) && char.IsLower(text[0]))
            {
                text = first + text;
                blocks.RemoveAt(blocks.Count - 1);
            }

            var (kind, row) = KindOf(current);
            blocks.Add(new PageBlock(text, linkChars, current, kind, row));
        }

        line.Clear();
        linkChars = 0;
    }

    /// <summary>The kind that the nearest element with a meaning gives, and the row of the table that a cell is in, or -1.</summary>
    private (BlockKind Kind, int Row) KindOf(int element)
    {
        var kind = BlockKind.Line;
        for (var (index, level) = (element, 0); index >= 0 && level < KindLevels; index = elements[index].Parent, level++)
        {
            var tag = elements[index].Element.LocalName;
            if (kind == BlockKind.Cell && tag == "tr")
                return (kind, index);
            if (kind == BlockKind.Line)
                kind = HtmlTags.KindOf(tag);
            else if (kind != BlockKind.Cell)
                break;
        }

        return (kind, -1);
    }
}
