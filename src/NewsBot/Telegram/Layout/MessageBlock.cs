using System.Text;

namespace NewsBot.Telegram.Layout;

/// <summary>A paragraph or a quotation of a message.</summary>
/// <param name="Runs">Its stretches, in order.</param>
/// <param name="IsQuote">Whether it is a quotation that people unfold.</param>
internal sealed record MessageBlock(IReadOnlyList<TextRun> Runs, bool IsQuote = false)
{
    /// <summary>A paragraph of plain text.</summary>
    public static MessageBlock Plain(string text) => new([new TextRun(text)]);

    /// <summary>UTF-16 units once Telegram has parsed it.</summary>
    public int Length => Runs.Sum(run => run.Text.Length);

    /// <summary>Plain text as blocks: a blank line parts paragraphs, and the first line is bold.</summary>
    /// <param name="text">Our own words; LF line breaks.</param>
    public static IReadOnlyList<MessageBlock> Titled(string text)
    {
        var blocks = text.Split("\n\n").Select(Plain).ToList();
        var first = blocks[0].Runs[0].Text.Split('\n', 2);
        var title = new TextRun(first[0], TextStyle.Bold);
        blocks[0] = new MessageBlock(first.Length == 1 ? [title] : [title, new TextRun("\n" + first[1])]);
        return blocks;
    }

    /// <summary>The block in Telegram's HTML.</summary>
    public void Write(StringBuilder html)
    {
        if (IsQuote)
            html.Append("<blockquote expandable>");
        foreach (var run in Runs)
            Write(html, run);
        if (IsQuote)
            html.Append("</blockquote>");
    }

    /// <summary>Two blocks that make this one: the first with at most <paramref name="maxLength"/> units, cut where a sentence ends if one does.</summary>
    public (MessageBlock First, MessageBlock Second) Split(int maxLength)
    {
        var at = TextCut.Find(string.Concat(Runs.Select(run => run.Text)), maxLength);
        List<TextRun> first = [], rest = [];
        foreach (var run in Runs)
        {
            var here = Math.Clamp(at, 0, run.Text.Length);
            if (here > 0)
                first.Add(run with { Text = run.Text[..here] });
            if (here < run.Text.Length)
                rest.Add(run with { Text = rest.Count == 0 ? run.Text[here..].TrimStart() : run.Text[here..] });
            at -= run.Text.Length;
        }

        return (this with { Runs = first }, this with { Runs = rest });
    }

    private static void Write(StringBuilder html, TextRun run)
    {
        var tag = run.Style switch { TextStyle.Bold => "b", TextStyle.Italic => "i", _ => null };
        if (tag is not null)
            html.Append('<').Append(tag).Append('>');
        if (run.Href is not null)
            html.Append("<a href=\"").Append(TelegramHtml.Escape(run.Href)).Append("\">");
        html.Append(TelegramHtml.Escape(run.Text));
        if (run.Href is not null)
            html.Append("</a>");
        if (tag is not null)
            html.Append("</").Append(tag).Append('>');
    }
}

/// <summary>A stretch of a message in one style.</summary>
/// <param name="Text">As people see it; a line feed breaks the line.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Href">The address that it opens; null for text without a link.</param>
internal readonly record struct TextRun(string Text, TextStyle Style = TextStyle.Plain, string? Href = null);

/// <summary>How a stretch of text is set.</summary>
internal enum TextStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,
}
