using System.Text;

namespace NewsBot.Sources.Reading;

/// <summary>Finds what a text must have so that a regular expression can match it.</summary>
internal static class NeededText
{
    private const string Quantifiers = "?*+{";

    /// <summary>For each alternative of an expression its longest piece of plain text; a text with none of them does not match.</summary>
    /// <param name="pattern">Without lookarounds, comments and options.</param>
    /// <returns>Empty when an alternative has no such piece: any text may match then.</returns>
    public static IReadOnlyList<string> Of(string pattern)
    {
        var found = new List<string>();
        var (longest, piece) = ("", new StringBuilder());
        for (var at = 0; at <= pattern.Length;)
        {
            var end = at < pattern.Length ? EndOf(pattern, at) : at + 1;
            var isRepeated = end < pattern.Length && Quantifiers.Contains(pattern[end], StringComparison.Ordinal);
            var plain = at < pattern.Length ? PlainAt(pattern, at) : null;
            if (plain is { } one && (!isRepeated || pattern[end] == '+'))
                piece.Append(one);
            if (plain is null || isRepeated)
            {
                if (piece.Length > longest.Length)
                    longest = piece.ToString();
                piece.Clear();
            }

            if (at == pattern.Length || pattern[at] == '|')
            {
                if (longest.Trim().Length == 0)
                    return [];
                found.Add(longest);
                longest = "";
            }

            at = isRepeated ? EndOfQuantifier(pattern, end) : end;
        }

        return found;
    }

    /// <summary>The character that an element stands for; null when it stands for several, or for a place.</summary>
    private static char? PlainAt(string pattern, int at) => pattern[at] switch
    {
        '\\' => char.IsAsciiLetterOrDigit(pattern[at + 1]) ? null : pattern[at + 1],
        '(' or '[' or '.' or '^' or '$' or '|' => null,
        var plain => plain,
    };

    private static int EndOf(string pattern, int at)
    {
        switch (pattern[at])
        {
            case '\\':
                return at + 2;
            case '[':
                // What stands first in a set belongs to it, a bracket too.
                for (at += 2; pattern[at] != ']'; at++)
                    at += pattern[at] == '\\' ? 1 : 0;
                return at + 1;
            case '(':
                for (at++; pattern[at] != ')';)
                    at = EndOf(pattern, at);
                return at + 1;
            default:
                return at + 1;
        }
    }

    private static int EndOfQuantifier(string pattern, int at)
    {
        var end = pattern[at] == '{' ? pattern.IndexOf('}', at) + 1 : at + 1;
        return end < pattern.Length && pattern[end] == '?' ? end + 1 : end;
    }
}
