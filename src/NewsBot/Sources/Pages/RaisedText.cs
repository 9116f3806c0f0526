using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>Says what text stands for a superscript, a subscript or a mark of a note, so that none of them becomes part of a number.</summary>
internal sealed partial class RaisedText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";
    private const int MaxChars = 24;
    private const int MaxNodes = 8;
    private const int LastHour = 24;

    private static readonly string[] RaisedNames = ["sup", "super", "superscript", "text-superscript"];

    // Letters of ordinals ('4a planta') and of powers ('2n').
    private const string NoNotes = "aoerdnthmxyzk";

    private static readonly string[] SideNotes = ["sidenote", "side-note", "marginnote", "margin-note", "footnote-text", "footnote-content", "footnote-tooltip"];

    // Notes come in order: behind the mark of the first, '870' and a raised 2 are no square.
    private int lastNote;

    /// <summary>The text to write for the element; null when it is no such element and its content is text like any other.</summary>
    /// <param name="element">An element.</param>
    /// <param name="before">What was written before it, in the same line.</param>
    /// <param name="behind">The node behind it; null for none.</param>
    public string? Of(IElement element, ReadOnlySpan<char> before, INode? behind)
    {
        if (element.LocalName is not ("sup" or "sub" or "a" or "span"))
            return null;
        // The note itself, which its style sets beside the line or hides.
        if (element.LocalName == "span" && element.ClassList.Any(name => SideNotes.Contains(name) || NoteText().IsMatch(name)))
            return "";
        if (ShortText(element) is not { Length: > 0 } text)
            return null;
        var written = IsMarkOfNote(element, text) ? "" : Name(element) switch
        {
            "sup" => Raised(text, before, behind),
            "sub" when before is [.., >= '0' and <= '9'] && IsNumber(text) => Small(text, Subscripts),
            _ => null,
        };
        if (written is "" && int.TryParse(text.AsSpan().TrimStart("[(").TrimEnd(")]"), NumberStyles.None, CultureInfo.InvariantCulture, out var note))
            lastNote = note;
        return written is "" && before is [.., not ' '] && element.TextContent is { Length: > 0 } whole && char.IsWhiteSpace(whole[^1]) ? " " : written;
    }

    /// <summary>The element's name; 'sup' for one that is raised by its style or its class.</summary>
    private static string Name(IElement element) =>
        element.LocalName == "span" && ((element.GetAttribute("style") is { } style && RaisedStyle().IsMatch(style)) || element.ClassList.Any(RaisedNames.Contains))
            ? "sup"
            : element.LocalName;

    /// <summary>The text in it; null when it is long, or there are many elements in it.</summary>
    private static string? ShortText(IElement element)
    {
        var text = "";
        var nodes = 0;
        for (INode? node = element.FirstChild; node is not null; node = node.FirstChild ?? Next(node, element))
        {
            if (node is IText part)
                text = part.Data.Length > MaxChars ? text + part.Data[..MaxChars] + "…" : text + part.Data;
            if (text.Length > MaxChars || ++nodes > MaxNodes)
                return null;
        }

        return text.Trim();
    }

    private static INode? Next(INode node, IElement root)
    {
        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            if (at.NextSibling is { } next)
                return next;
        }

        return null;
    }

    /// <summary>Whether the element says by its link, its names or its brackets that it points to a note.</summary>
    private static bool IsMarkOfNote(IElement element, string text)
    {
        if (!NoteMark().IsMatch(text))
            return false;
        if (Name(element) == "sup" && (text[0] is '[' or '(' or '*' or '†' or '‡' or '§' or '¶' || text[^1] == ')'))
            return true;
        if (IsNamedNote(element))
            return true;
        var link = element.LocalName == "a" ? element : element.QuerySelector("a[href]");
        return link?.GetAttribute("href") is { } href
            && (element.LocalName == "sup" || (href.StartsWith('#') && NoteName().IsMatch(href)))
            || (element.LocalName == "sup" && link is not null && IsNamedNote(link));
    }

    private static bool IsNamedNote(IElement element) =>
        element.GetAttribute("role") is "doc-noteref" || element.GetAttribute("epub:type") is "noteref" || NoteName().IsMatch($"{element.ClassName} {element.Id}");

    private string? Raised(string text, ReadOnlySpan<char> before, INode? behind)
    {
        if (text is "TM" or "tm")
            return "™";
        // Several marks, or what stands between two.
        if (Several().IsMatch(text) || text is "," or ";" or "–" or "-" || (before is [.., >= '0' and <= '9' or '%' or '.'] && Roman().IsMatch(text)))
            return "";
        var isNumber = IsNumber(text);
        if (!isNumber && !(text.Length == 1 && char.IsAsciiLetterLower(text[0])))
            return null;
        var word = before[(before.LastIndexOfAny(" \n\u00A0(") + 1)..];
        var following = behind is IText { Data: { Length: > 0 } data } ? data.AsSpan(0, Math.Min(data.Length, MaxChars)) : " ";
        var next = following[0];
        if (!isNumber)
        {
            // '1a' is an ordinal, '1974b' a note.
            return word is [.., '%'] || (word is [.., >= '0' and <= '9'] && (word.Length > 2 || !NoNotes.Contains(text[0], StringComparison.Ordinal))) ? "" : null;
        }

        // A fraction: '1 1/2'.
        if (next is '/' or '⁄')
            return word is [.., >= '0' and <= '9'] ? " " + text : text;
        if (word.IsEmpty)
            return char.IsLetter(next) ? Small(text, Superscripts) : "";
        if (text is ['-' or '−' or '–', ..])
            return "⁻" + Small(text[1..], Superscripts);
        // A price: '$19' and its cents.
        if (text.Length == 2 && word[0] is '$' or '€' or '£' && char.IsAsciiDigit(word[^1]) && !word.ContainsAny('.', ','))
            return "." + text;
        if (NoteMarks.IsPower(before, text, following) && text != "00" && !(IsPlain(word) && text == (lastNote + 1).ToString(CultureInfo.InvariantCulture)))
            return Small(text, Superscripts);
        // An hour and its minutes: '8' and '30'.
        return text is "00" or "15" or "30" or "45" && word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= LastHour
            ? ":" + text
            : "";
    }

    /// <summary>Whether a word is a number that may be a number of things as well as one that is raised to a power.</summary>
    private static bool IsPlain(ReadOnlySpan<char> word) => word is not ("10" or "2") && !word.ContainsAnyExceptInRange('0', '9');

    private static bool IsNumber(string text) => text.AsSpan().TrimStart("-−–") is { Length: > 0 and <= 4 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static string Small(string digits, string small) => string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? small[c - '0'] : c));

    [GeneratedRegex(@"vertical-align\s{0,3}:\s{0,3}super\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RaisedStyle();

    [GeneratedRegex(@"^(?:i{2,3}|iv|vi{0,3}|ix|xi{1,3})$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Roman();

    // '1,2', '3–5', '1 2', 'a,b', '4a'.
    [GeneratedRegex(@"^\d{1,3}[a-z]$|^\d{1,3}(?:(?:\s?[,;–-]\s?|\s)\d{1,3})+$|^[a-z](?:\s?[,;]\s?[a-z])+$", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Several();

    // '2', '[3]', '(4)', '1,2', '2–4', 'a', '*', '[note 1]', '[citation needed]'.
    [GeneratedRegex(
        @"^(?:[\[(]?\s?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\s?[,–-]\s?\d{1,3})*\s?[\])]?|[*†‡§¶]{1,3}|[↩↑↵⤴^]\uFE0E?|\[[\p{L} ]{1,18}\d{0,3}\])$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoteMark();

    // 'modern-footnotes-footnote__note', 'footnote-tooltip-text'.
    [GeneratedRegex(
        @"(?:foot|side|margin|end)-?notes?[-_]+(?:[a-z0-9]+[-_]+){0,4}(?:notes?|text|contents?|body|tooltip|tip|popover|popup|hover)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoteText();

    [GeneratedRegex(
        @"(?<![a-z])(?:foot-?_?notes?|endnotes?|fn|fnref|ftn|ftnref|note-?_?ref|noteref|cite|cite_?note|citation|reference|note|ref)(?![a-z])|footnote|cite_note|fnref",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoteName();
}
