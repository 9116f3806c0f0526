using System.Globalization;
using System.Text;

namespace NewsBot.Core.Display;

/// <summary>Text from articles made safe to show to a person: it can neither move a cursor nor turn letters round.</summary>
public static class DisplayText
{
    /// <summary>The text on one line, without control characters, escape sequences and invisible direction marks.</summary>
    /// <returns>Runs of white space become one space; lone surrogates become U+FFFD; empty for blank or null.</returns>
    /// <remarks>Escape sequences by ECMA-48: CSI to its final byte, OSC and the other strings to their terminator.</remarks>
    public static string Line(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        for (var i = 0; i < text?.Length; i++)
        {
            var c = text[i];
            if (c is '\u001b' or '\u009b' or '\u009d' or '\u0090' or '\u0098' or '\u009e' or '\u009f')
            {
                i = SkipSequence(text, i);
            }
            else if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Tags (U+E0000 to U+E007F) are invisible and carry hidden instructions.
                if (char.ConvertToUtf32(c, text[i + 1]) is < 0xe0000 or > 0xe007f)
                    line.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                line.Append('\ufffd');
            }
            else if (!IsHidden(c))
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>A date as people write it, '22 Jul 2025', in UTC; empty when unknown.</summary>
    public static string Date(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Controls and direction marks; joiners stay, since scripts and emoji need them.</summary>
    private static bool IsHidden(char c) =>
        char.IsControl(c)
        || (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d'));

    /// <summary>The index of the last character of an escape sequence.</summary>
    private static int SkipSequence(string text, int at)
    {
        var introducer = text[at];
        if (introducer == '\u001b')
        {
            if (++at >= text.Length)
                return at;
            introducer = text[at];
        }

        switch (introducer)
        {
            case '[' or '\u009b':
                while (at + 1 < text.Length && text[at + 1] is >= ' ' and <= '?')
                    at++;
                return at + 1 < text.Length && text[at + 1] is >= '@' and <= '~' ? at + 1 : at;

            case ']' or 'P' or 'X' or '^' or '_' or '\u009d' or '\u0090' or '\u0098' or '\u009e' or '\u009f':
                // Without a terminator on its line, only the introducer goes, so that no text is swallowed.
                for (var end = at + 1; end < text.Length && text[end] != '\n'; end++)
                {
                    if (text[end] is '\a' or '\u009c')
                        return end;
                    if (text[end] == '\u001b' && end + 1 < text.Length && text[end + 1] == '\\')
                        return end + 1;
                }

                return at;

            case >= ' ' and <= '/':
                return Math.Min(at + 1, text.Length - 1);

            default:
                return at;
        }
    }
}
