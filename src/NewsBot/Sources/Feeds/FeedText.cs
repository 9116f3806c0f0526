using NewsBot.Core.Display;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Feeds;

/// <summary>Turns a feed's titles and texts, which may be HTML, into plain text.</summary>
internal static class FeedText
{
    // Longer than what programs put below an article, and shorter than most sentences.
    private const int MaxLabel = 80;

    // 'The pool opens on Monday' is a sentence, though it lacks its stop.
    private const int MaxLabelWords = 3;

    // 'Photo by: …', 'Share on Facebook' with its link; 'The mayor resigns in May' may have one, too.
    private const int MaxNamedWords = 2;
    private const double MinLabelLink = 0.4;
    private const int MinSentence = 40;

    // So many of them stand there.
    private const int MaxLabels = 3;

    /// <summary>The paragraphs, a blank line between two; a text without markup stays as it is, without white space at its ends.</summary>
    /// <param name="markup">HTML, or plain text; null for none.</param>
    /// <param name="isPlain">Whether it is text, even where it looks like markup.</param>
    /// <returns>Empty for null and for markup without text.</returns>
    public static string Paragraphs(string? markup, bool isPlain = false)
    {
        if (string.IsNullOrWhiteSpace(markup))
            return "";
        return !isPlain && markup.AsSpan().ContainsAny('<', '&') ? string.Join("\n\n", HtmlText.Paragraphs(markup)) : markup.Trim();
    }

    /// <summary>The whole text, as <see cref="Paragraphs"/> gives it, and of it what somebody wrote: without what the feed's generator adds to each
    /// item, and without links alone.</summary>
    /// <param name="markup">HTML, or plain text; null for none.</param>
    /// <param name="isPlain">Whether it is text, even where it looks like markup.</param>
    /// <param name="title">The item's headline, by which a credit at the end is known; null when not known.</param>
    /// <param name="site">The feed's name, for the same.</param>
    public static (string All, string Written) Read(string? markup, bool isPlain = false, string? title = null, string? site = null)
    {
        if (string.IsNullOrWhiteSpace(markup))
            return ("", "");
        if (isPlain || !markup.AsSpan().ContainsAny('<', '&'))
        {
            var text = markup.Trim();
            string[] lines = [.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
            var kept = GeneratorLines.Cut(lines.Select(line => (line, false)), title, site);
            return (text, kept.SequenceEqual(lines) ? text : string.Join("\n\n", kept));
        }

        var blocks = HtmlText.Blocks(markup);
        var report = WithoutLabels([.. blocks.Where(block => IsWritten(block) && !GeneratorLines.Is(block.Text))]);
        var written = GeneratorLines.Cut(report.Select(block => (block.Text, block.LinkChars > 0)), title, site);
        return (string.Join("\n\n", blocks.Select(block => block.Text)), string.Join("\n\n", written));
    }

    /// <summary>
    /// Leaves out what stands behind the last sentence: a label, a credit, a way to share. More lines than a few, one with a figure or of several words, and what a colon
    /// announces may be the end of the report. A script that has no stops is left alone.
    /// </summary>
    private static List<PageBlock> WithoutLabels(List<PageBlock> blocks)
    {
        var end = blocks.FindLastIndex(block => !IsLabel(block)) + 1;
        if (end < blocks.Count && blocks.Count - end <= MaxLabels && !(end > 0 && blocks[end - 1].Text.EndsWith(':'))
            && blocks.Exists(block => block is { EndsSentence: true, Width: >= MinSentence }))
            blocks.RemoveRange(end, blocks.Count - end);
        return blocks;
    }

    private static bool IsLabel(PageBlock block) =>
        block is { EndsSentence: false, IsDense: false, Width: <= MaxLabel, Kind: BlockKind.Paragraph or BlockKind.Line or BlockKind.Heading }
        && !block.Text.EndsWith('…') && !block.Text.Any(char.IsDigit)
        && (block.LinkShare >= MinLabelLink || block.Text.Split(": ")[0].Split(' ').Length <= MaxNamedWords && block.Text.Contains(": ", StringComparison.Ordinal)
            || block.Text.Split(' ').Length <= MaxLabelWords);

    // A line of links alone leads elsewhere.
    private static bool IsWritten(PageBlock block) => block.LinkShare <= BodyLines.MaxLinkShare || block.EndsSentence;

    /// <summary>The text on one line, made safe to show.</summary>
    /// <param name="markup">HTML, or plain text; null for none.</param>
    /// <param name="maxChars">UTF-16 units that are kept; the rest is cut.</param>
    /// <param name="isPlain">Whether it is text, even where it looks like markup.</param>
    /// <returns>Null when nothing is left.</returns>
    public static string? Line(string? markup, int maxChars, bool isPlain = false)
    {
        var line = DisplayText.Line(Paragraphs(markup, isPlain));
        if (line.Length > maxChars)
            line = line[..(char.IsHighSurrogate(line[maxChars - 1]) ? maxChars - 1 : maxChars)];
        return line.Length > 0 ? line : null;
    }
}
