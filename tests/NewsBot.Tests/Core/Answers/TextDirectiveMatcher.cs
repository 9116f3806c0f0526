using System.Globalization;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Core.Answers;

/// <summary>A browser's part, written from the specification's 'find a range from a text directive', over plain text.</summary>
internal static class TextDirectiveMatcher
{
    public static TextSpan? Select(string link, string body)
    {
        var tokens = link[(link.IndexOf(":~:text=", StringComparison.Ordinal) + ":~:text=".Length)..].Split(',').ToList();
        string? prefix = null, suffix = null, textEnd = null;
        if (tokens[0].EndsWith('-'))
        {
            prefix = Decode(tokens[0][..^1]);
            tokens.RemoveAt(0);
        }

        if (tokens[^1].StartsWith('-'))
        {
            suffix = Decode(tokens[^1][1..]);
            tokens.RemoveAt(tokens.Count - 1);
        }

        Assert.InRange(tokens.Count, 1, 2);
        var textStart = Decode(tokens[0]);
        if (tokens.Count == 2)
            textEnd = Decode(tokens[1]);

        var search = 0;
        while (search < body.Length)
        {
            TextSpan potential;
            if (prefix is not null)
            {
                if (Find(body, prefix, search, startBounded: true, endBounded: false) is not { } prefixMatch)
                    return null;
                search = prefixMatch.Start + 1;
                var matchStart = SkipSpace(body, prefixMatch.End);
                if (Find(body, textStart, matchStart, startBounded: false, endBounded: textEnd is not null || suffix is null) is not { } match)
                    return null;
                if (match.Start != matchStart)
                    continue;
                potential = match;
            }
            else
            {
                if (Find(body, textStart, search, startBounded: true, endBounded: textEnd is not null || suffix is null) is not { } match)
                    return null;
                search = match.Start + 1;
                potential = match;
            }

            var endSearch = potential.End;
            do
            {
                if (textEnd is not null)
                {
                    if (Find(body, textEnd, endSearch, startBounded: true, endBounded: suffix is null) is not { } endMatch)
                        return null;
                    potential = potential with { End = endMatch.End };
                }

                if (suffix is null)
                    return potential;
                var suffixStart = SkipSpace(body, potential.End);
                if (Find(body, suffix, suffixStart, startBounded: false, endBounded: true) is not { } suffixMatch)
                    return null;
                if (suffixMatch.Start == suffixStart)
                    return potential;
                endSearch = potential.End;
            }
            while (textEnd is not null && endSearch < body.Length);
        }

        return null;
    }

    private static string Decode(string term) => Uri.UnescapeDataString(term);

    private static int SkipSpace(string body, int at)
    {
        while (at < body.Length && char.IsWhiteSpace(body[at]))
            at++;
        return at;
    }

    private static TextSpan? Find(string body, string term, int from, bool startBounded, bool endBounded)
    {
        for (var at = from; at < body.Length; at++)
        {
            if (MatchAt(body, term, at) is { } end
                && (!startBounded || IsBoundary(body, at)) && (!endBounded || IsBoundary(body, end)))
            {
                return new TextSpan(at, end);
            }
        }

        return null;
    }

    private static int? MatchAt(string body, string term, int at)
    {
        foreach (var c in term)
        {
            if (at >= body.Length)
                return null;
            if (c == ' ')
            {
                // Collapsed white space; a line break is a border between blocks, which no term crosses.
                if (!char.IsWhiteSpace(body[at]))
                    return null;
                for (; at < body.Length && char.IsWhiteSpace(body[at]); at++)
                {
                    if (body[at] is '\n' or '\r')
                        return null;
                }
            }
            else if (char.ToUpperInvariant(body[at]) == char.ToUpperInvariant(c))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    private static bool IsBoundary(string body, int at) => at == 0 || at == body.Length || !(IsWord(body[at - 1]) && IsWord(body[at]));

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
