using NewsBot.Core.Display;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsBot.Cli;

/// <summary>What a stretch of text is for a reader; a terminal with colours shows it, plain text does not.</summary>
internal enum TextRole
{
    Plain,
    Strong,
    Mark,
    Faint,
    Link,
}

/// <summary>A stretch of text in one role; its line breaks and control characters are not shown.</summary>
internal readonly record struct TerminalRun(string Text, TextRole Role = TextRole.Plain);

/// <summary>Paragraphs laid out for a terminal: wrapped between words, links never cut, nothing read as markup.</summary>
/// <remarks>
/// Off a terminal lines are not wrapped, so that a script finds a sentence on one line. With NO_COLOR, or where the
/// terminal knows no colours, there are no escape sequences.
/// </remarks>
internal sealed class TerminalText(IAnsiConsole console) : IRenderable
{
    private const int MaxWidth = 100;
    private const int MinWidth = 20;

    private readonly List<Segment> segments = [];
    private readonly int width = console.Profile.Out.IsTerminal ? Math.Clamp(console.Profile.Width, MinWidth, MaxWidth) : int.MaxValue;
    private readonly bool isPlain =
        !console.Profile.Capabilities.Ansi || console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors;

    /// <summary>Adds an empty line.</summary>
    public TerminalText Blank()
    {
        segments.Add(Segment.LineBreak);
        return this;
    }

    /// <summary>Adds a paragraph; a citation mark stays on the line of the word before it.</summary>
    /// <param name="first">What the first line begins with, such as a number; the others are indented as far.</param>
    /// <param name="runs">The text, put together without spaces between runs.</param>
    public TerminalText Paragraph(TerminalRun first, params IEnumerable<TerminalRun> runs)
    {
        var indent = Width(first.Text);
        Add(first);
        var column = indent;
        foreach (var word in Words(runs))
        {
            var length = word.Sum(run => Width(run.Text));
            if (column > indent && column + 1 + length > width)
            {
                segments.Add(Segment.LineBreak);
                segments.Add(new Segment(new string(' ', indent)));
                column = indent;
            }
            else if (column > indent)
            {
                segments.Add(new Segment(" "));
                column++;
            }

            word.ForEach(Add);
            column += length;
        }

        segments.Add(Segment.LineBreak);
        return this;
    }

    /// <summary>Writes what was added.</summary>
    public void Write() => console.Write(this);

    public Measurement Measure(RenderOptions options, int maxWidth) => new(MinWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;

    private void Add(TerminalRun run)
    {
        if (run.Text.Length > 0)
            segments.Add(isPlain ? new Segment(run.Text) : new Segment(run.Text, StyleOf(run), run.Role == TextRole.Link ? new Link(run.Text) : null));
    }

    private static Style StyleOf(TerminalRun run) => run.Role switch
    {
        TextRole.Strong => new Style(decoration: Decoration.Bold),
        TextRole.Mark => new Style(Color.Aqua),
        TextRole.Faint => new Style(Color.Grey),
        TextRole.Link => new Style(Color.Blue),
        _ => Style.Plain,
    };

    /// <summary>Runs cut at their spaces; a word may consist of pieces of several runs.</summary>
    private static IEnumerable<List<TerminalRun>> Words(IEnumerable<TerminalRun> runs)
    {
        var word = new List<TerminalRun>();
        foreach (var run in runs)
        {
            if (run.Role == TextRole.Mark)
            {
                word.Add(run);
                continue;
            }

            // Line() drops the space at the ends, which parts this run from its neighbours.
            var text = DisplayText.Line(run.Text);
            if (word.Count > 0 && run.Text.Length > 0 && char.IsWhiteSpace(run.Text[0]))
            {
                yield return word;
                word = [];
            }

            var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }

                word.Add(run with { Text = pieces[i] });
            }

            if (word.Count > 0 && run.Text.Length > 0 && char.IsWhiteSpace(run.Text[^1]))
            {
                yield return word;
                word = [];
            }
        }

        if (word.Count > 0)
            yield return word;
    }

    private static int Width(string text) => new Segment(text).CellCount();
}
