namespace NewsBot.Sources.Pages;

/// <summary>A run of text between two boundaries of blocks: a paragraph, a heading, an item of a list, a cell, a line.</summary>
/// <param name="Text">One line, trimmed, not empty.</param>
/// <param name="LinkChars">How many of its characters stand in links.</param>
/// <param name="Element">Index in <see cref="PageOutline.Elements"/> of the innermost element that holds all of it.</param>
/// <param name="Kind">Its kind, by the nearest element that gives one.</param>
/// <param name="Row">Index of the table row that it is a cell of; -1 when it is not a cell.</param>
internal sealed record PageBlock(string Text, int LinkChars, int Element, BlockKind Kind, int Row)
{
    // Shorter runs are labels, captions and buttons more often than sentences.
    private const int ShortChars = 40;
    private const int LongChars = 80;

    // A run of which a third is links is a list of links.
    private const double MaxLinkShare = 0.33;

    /// <summary>The share of its characters that stand in links, 0 to 1.</summary>
    public double LinkShare { get; } = (double)LinkChars / Text.Length;

    /// <summary>Its weight as running text: characters outside links, 0 for a block that does not read like sentences.</summary>
    public int Weight { get; } = WeightOf(Text, LinkChars, Kind);

    /// <summary>Whether its last character but quotes and brackets ends a sentence.</summary>
    public bool EndsSentence => EndsIn(Text);

    private static int WeightOf(string text, int linkChars, BlockKind kind)
    {
        if (kind == BlockKind.Heading || text.Length < ShortChars || linkChars > text.Length * MaxLinkShare)
            return 0;
        if (text.Length < LongChars && !EndsIn(text))
            return 0;
        return text.Length - linkChars;
    }

    private static bool EndsIn(string text) =>
        text.AsSpan().TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '।' or '؟'];
}

/// <summary>The kinds of blocks.</summary>
internal enum BlockKind
{
    /// <summary>Text in an element that means nothing.</summary>
    Line,

    /// <summary>A paragraph, a quote, preformatted text.</summary>
    Paragraph,

    /// <summary>A heading of any level.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A cell of a table.</summary>
    Cell,
}
