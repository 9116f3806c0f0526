using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsBot.Sources.Pages;

/// <summary>Parses pages with AngleSharp, in a time that no page can stretch.</summary>
/// <remarks>
/// The parsing algorithm looks through the open elements at nearly every tag, so that its time is the sum, over the
/// tags, of how deep each stands. A real page of megabytes stays far below the bound; of a hostile one, what goes
/// beyond is cut off. Formatting that is never closed is repeated in every block, so that its elements are bounded too.
/// </remarks>
internal static class PageParser
{
    // Some 130 million such steps took a second.
    private const long MaxSteps = 60_000_000;

    // Real pages leave a few open; elements take hundreds of bytes each: a million of them at most.
    private const long StepsPerRepeat = 60;

    // The void elements (HTML Living Standard, 13.1.2), and those that the next of their kind, or their parent's end, closes.
    private static readonly FrozenSet<string> NeverDeep = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "a", "body", "button", "dd", "dt", "head", "html", "li", "nobr", "optgroup", "option", "p", "rb", "rp", "rt", "rtc",
        "tbody", "td", "tfoot", "th", "thead", "tr", "h1", "h2", "h3", "h4", "h5", "h6");

    // Formatting that is repeated where a block begins (HTML Living Standard, 13.2.4.3), except 'a' and 'nobr', which end the one before.
    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private static readonly FrozenSet<string> Raw = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "textarea", "title");

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>The document of a page's text, or of a piece of one; its scripts are text that nothing runs.</summary>
    /// <param name="html">The text.</param>
    /// <param name="maxSteps">The work after which the rest is cut off; pieces of which there are many get less than a page.</param>
    public static IHtmlDocument Parse(string html, long maxSteps = MaxSteps) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(html.AsMemory(0, Bounded(html, maxSteps)));

    /// <summary>How much of the text is parsed in so many steps.</summary>
    internal static int Bounded(string html, long maxSteps = MaxSteps)
    {
        var (depth, steps, unclosed, repeated) = (0L, 0L, 0L, 0L);
        var unclosedOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var text = html.AsSpan();
        for (var at = text.IndexOf('<'); at >= 0 && at < text.Length; at = Next(text, at))
        {
            var isEnd = at + 1 < text.Length && text[at + 1] == '/';
            var name = Name(text, isEnd ? at + 2 : at + 1);
            if (name.Length == 0)
                continue;
            var set = NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!set.Contains(name))
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            steps += depth;
            if (Formatting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                unclosed += Count(unclosedOf, name, isEnd);
            repeated += unclosed;
            if (steps > maxSteps || repeated > maxSteps / StepsPerRepeat)
                return at;
            if (!isEnd && Raw.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                at = EndOfRaw(text, at + 1, name);
        }

        return text.Length;
    }

    /// <summary>By how much a tag changes what is unclosed; an end tag closes its own kind only.</summary>
    private static int Count(Dictionary<string, int> unclosedOf, ReadOnlySpan<char> name, bool isEnd)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(unclosedOf.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
        var change = !isEnd ? 1 : count > 0 ? -1 : 0;
        count += change;
        return change;
    }

    private static int Next(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length)
            return -1;
        var next = text[(at + 1)..].IndexOf('<');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !char.IsAsciiLetter(text[start]))
            return [];
        var rest = text[start..Math.Min(text.Length, start + 32)];
        var end = rest.IndexOfAny(NameEnd);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Just before the end tag of an element whose content is not markup.</summary>
    private static int EndOfRaw(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> name)
    {
        for (var at = start; at >= 0 && at < text.Length;)
        {
            var end = text[at..].IndexOf("</");
            if (end < 0)
                return text.Length - 1;
            if (text[(at + end + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at + end - 1;
            at += end + 2;
        }

        return text.Length - 1;
    }
}
