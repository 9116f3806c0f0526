namespace NewsBot.Core.Text;

/// <summary>Tells texts with wrapped lines from texts with one paragraph a line.</summary>
internal static class LineWrap
{
    // Mail and wire copy is broken at 60 to 80 columns; no one breaks at more than this.
    private const int WidestLine = 200;
    private const int NarrowestLine = 30;

    /// <summary>The longest line that goes on in lower case on the next, in UTF-16 units; 0 when lines are paragraphs.</summary>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        var lines = 0;
        var wrapped = 0;
        while (text.IndexOf('\n') is >= 0 and var end)
        {
            var line = text[..end];
            text = text[(end + 1)..];
            if (line is [] or ['\r'] || text is [] or ['\n', ..] or ['\r', ..])
                continue;
            lines++;
            if (!char.IsLower(text[0]) || line.Length is < NarrowestLine or > WidestLine)
                continue;
            wrapped++;
            width = Math.Max(width, line.Length);
        }

        // In wrapped English about half of the lines begin in lower case; a quarter is far from both cases.
        return wrapped * 4 >= lines ? width : 0;
    }
}
