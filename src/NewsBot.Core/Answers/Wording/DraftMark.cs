using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Wording;

/// <summary>Marks of passages that stand together in what a language model wrote: '[k7f2m] [x8d3q]', '(k7f2m and x8d3q)', '**[K7F2M](#k7f2m)**'.</summary>
/// <param name="Start">Where the first begins.</param>
/// <param name="End">Where the last ends.</param>
/// <param name="Ids">The ids in them, in order and in lower case.</param>
internal sealed partial record DraftMark(int Start, int End, IReadOnlyList<string> Ids)
{
    /// <summary>An id by its own form, as <see cref="PassageSheet"/> makes them.</summary>
    private const string Id = @"(?<![\p{L}\p{Nd}])[b-z][2-9][b-z][2-9][b-z](?![\p{L}\p{Nd}])";

    private const string Inside = @"[^\[\](){}【】〔〕<>\n]";
    private const string Emphasis = @"(?:[*_`~^]|</?(?:sup|sub|cite|mark|ref)>)*";

    /// <summary>'[the source](k7f2m)'.</summary>
    private const string Linked = @"\[[^\[\]\n]{0,80}\]\(" + Inside + "{0,80}" + Id + Inside + @"{0,80}\)";

    /// <summary>An id in brackets with whatever else is in them, or bare; '[k7f2m](#k7f2m)'.</summary>
    private const string Named = @"(?:[\[(【〔{<]+" + Inside + "{0,80})?" + Id + "(?:" + Inside + @"{0,120}[\])】〕}>]+)?(?:\([^()\s]{0,80}\))?";

    /// <summary>'[1]': a mark, but of no passage.</summary>
    private const string Numbered = @"[\[【](?=[^\]】]*\p{Nd})[\p{L}\p{Nd},;\s-]{1,120}[\]】]";

    private const string Opening = "[({【〔<";
    private const string Closing = "])}】〕>";

    private static readonly char[] AroundNumbers = ['[', ']', '【', '】', ',', ';', ' ', '*', '_', '`', '~', '^'];

    /// <summary>The marks from an index on that nothing but commas and the like parts.</summary>
    /// <returns>Null when there is none.</returns>
    public static DraftMark? Next(string text, int from)
    {
        // Each mark has a digit, and most of what a model writes has none.
        if (!HasDigit(text.AsSpan(from)))
            return null;
        if (Mark().Match(text, from) is not { Success: true } first)
            return null;
        var (end, ids) = (first.Index + first.Length, IdsIn(first.Value));
        while (Mark().Match(text, end) is { Success: true } next && Gap().IsMatch(text[end..next.Index]))
        {
            ids.AddRange(IdsIn(next.Value));
            end = next.Index + next.Length;
        }

        return new DraftMark(first.Index, end, ids);
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>Whether what is still to come may belong to the marks, or end a bracket among them.</summary>
    public bool IsOpen(string text) => Unfinished().IsMatch(text[End..])
        || (text[Start..End].Count(Opening.Contains) > text[Start..End].Count(Closing.Contains) && Unclosed().IsMatch(text[End..]));

    /// <summary>The ids in a text, in order and in lower case; in '[1]' the number.</summary>
    public static List<string> IdsIn(string text)
    {
        var ids = Form().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList();
        return ids.Count > 0 ? ids : [.. text.Split(AroundNumbers, StringSplitOptions.RemoveEmptyEntries)];
    }

    [GeneratedRegex(Id, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Form();

    [GeneratedRegex(Emphasis + "(?:" + Linked + "|" + Named + "|" + Numbered + ")" + Emphasis, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\s,;&+/|]*(?:and\s+)?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[\s,;&+/|*_`~^]*(?:a|an|and\s*)?(?:[b-z2-9]{1,5}|[\[(【〔{<]+" + Inside + "{0,120})?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unfinished();

    [GeneratedRegex("^" + Inside + "{0,120}$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unclosed();
}
