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

    // As many letters has a word that is written in one or two such characters; a syllable of Korean has two or three.
    private const int WordlessWidth = 3;
    private const int HangulWidth = 2;

    // '橋は月曜に再開した。' is a sentence: the mark at its end stands behind no label.
    private const int ShortSentence = 12;

    // A run of which a third is links is a list of links.
    private const double MaxLinkShare = 0.33;

    /// <summary>The share of its characters that stand in links, 0 to 1.</summary>
    public double LinkShare { get; } = (double)LinkChars / Text.Length;

    /// <summary>Whether it is written in a script whose sentences take few characters, for the most part.</summary>
    public bool IsDense => IsOfDense(Text);

    /// <summary>How many of its characters end a sentence in such a script, or one of Korean.</summary>
    public int DenseSentences => IsDense ? Math.Max(EndsSentence ? 1 : 0, Text.Count(c => c is '。' or '！' or '？') + (Text.Split(". ").Length - 1)) : 0;

    /// <summary>Its length as if it were written in letters: a character of a script without spaces between words counts for three.</summary>
    public int Width { get; } = WidthOf(Text);

    /// <summary>Its weight as running text: characters outside links, 0 for a block that does not read like sentences.</summary>
    public int Weight { get; } = WeightOf(Text, LinkChars, Kind);

    /// <summary>Whether its last character but quotes and brackets ends a sentence.</summary>
    public bool EndsSentence => EndsIn(Text);

    private static int WeightOf(string text, int linkChars, BlockKind kind)
    {
        var width = WidthOf(text);
        var isSentence = EndsIn(text);
        if (kind == BlockKind.Heading || width < (isSentence && !IsMarkless(text[^1]) && IsOfDense(text) ? ShortSentence : ShortChars) || linkChars > text.Length * MaxLinkShare)
            return 0;
        if (width < LongChars && !isSentence)
            return 0;
        return (int)((long)width * (text.Length - linkChars) / text.Length);
    }

    /// <summary>A text's length as <see cref="Width"/> counts it.</summary>
    internal static int WidthOf(string text) => text.Length + (text.Count(IsWordless) * (WordlessWidth - 1)) + (text.Count(IsHangul) * (HangulWidth - 1));

    /// <summary>Whether a text is written in a script whose sentences take few characters, for the most part.</summary>
    internal static bool IsOfDense(string text) => text.Count(c => IsWordless(c) || IsHangul(c)) * 2 > text.Length;

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7AF';

    // Thai, Lao, Burmese and Khmer; Chinese and Japanese with their marks, which are as wide.
    private static bool IsWordless(char c) => IsMarkless(c) || c is >= '\u3001' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uFF01' and <= '\uFF60';

    // These end no sentence with a mark.
    private static bool IsMarkless(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF';

    private static bool EndsIn(string text) =>
        text.AsSpan().TrimEnd("\"'”’»)]」』）》") is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '।' or '؟' or '។' or '။']
            || (text.Length > 0 && IsMarkless(text[^1]));
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
