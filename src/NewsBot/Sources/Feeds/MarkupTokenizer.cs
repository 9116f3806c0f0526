namespace NewsBot.Sources.Feeds;

/// <summary>Cuts XML or HTML, broken ones too, into pieces, in one pass over the text and without copying it.</summary>
/// <remarks>
/// It never fails: everything else is text. A '&lt;' that does not begin a tag is a character, an attribute without
/// quotation marks ends at white space, a tag that never ends ends at the next '&lt;'. Each search that finds nothing is
/// remembered, so that hostile text costs no more than its length.
/// </remarks>
internal sealed class MarkupTokenizer(string text)
{
    // More attributes than any format has; the rest of a hostile tag is skipped.
    private const int MaxAttributes = 200;

    // No feed has longer declarations of its own.
    private const int MaxSubset = 64 * 1024;

    private readonly List<RawAttribute> attributes = [];
    private readonly Dictionary<string, int> absentFrom = [];
    private int at;
    private bool hadDoctype;

    public MarkupKind Kind { get; private set; }

    /// <summary>Where the piece begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the piece ends.</summary>
    public int End => at;

    /// <summary>A tag's name as written, prefix included; else empty.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The content of the piece: the characters of a text or a literal, the inside of a declaration.</summary>
    public ReadOnlySpan<char> Content => text.AsSpan(contentStart, contentEnd - contentStart);

    /// <summary>A start tag's attributes as written.</summary>
    public IReadOnlyList<RawAttribute> Attributes => attributes;

    /// <summary>Whether a start tag ends in '/&gt;'.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Whether the text ended within a piece.</summary>
    public bool IsCutOff { get; private set; }

    private int contentStart;
    private int contentEnd;

    /// <summary>Goes on to the next piece; false at the end of the text.</summary>
    public bool Read()
    {
        if (at >= text.Length)
            return false;
        Start = at;
        Name = "";
        attributes.Clear();
        IsEmptyElement = false;
        if (text[at] == '<' && ReadMarkup())
            return true;

        Kind = MarkupKind.Text;
        var next = at + 1;
        while ((next = text.IndexOf('<', Math.Min(next, text.Length))) >= 0 && !BeginsMarkup(next))
            next++;
        at = next < 0 ? text.Length : next;
        (contentStart, contentEnd) = (Start, at);
        return true;
    }

    private bool BeginsMarkup(int index)
    {
        if (index + 1 >= text.Length)
            return false;
        var next = text[index + 1];
        return IsNameStart(next) || next == '?'
            || (next == '/' && index + 2 < text.Length && IsNameStart(text[index + 2]))
            || (next == '!' && (StartsWith(index, "<!--") || StartsWith(index, "<![") || StartsWith(index, "<!DOCTYPE")));
    }

    private bool ReadMarkup()
    {
        if (!BeginsMarkup(at))
            return false;
        switch (text[at + 1])
        {
            case '!' when StartsWith(at, "<!--"):
                return ReadUntil(MarkupKind.Aside, "-->", 4, endsWithText: false);
            case '!' when StartsWith(at, "<![CDATA["):
                return ReadUntil(MarkupKind.Literal, "]]>", 9, endsWithText: true);
            case '!':
                return StartsWith(at, "<!DOCTYPE") ? ReadDoctype() : ReadUntil(MarkupKind.Aside, ">", 2, endsWithText: false);
            case '?':
                // '<?' that a comparison or a script left behind may end in '>' only.
                return ReadUntil(MarkupKind.Aside, "?>", 2, endsWithText: false) || ReadUntil(MarkupKind.Aside, ">", 2, endsWithText: false);
            case '/':
                Kind = MarkupKind.EndTag;
                at += 2;
                Name = ReadName();
                var close = text.AsSpan(at).IndexOfAny('<', '>');
                at = close < 0 ? text.Length : text[at + close] == '>' ? at + close + 1 : at + close;
                return true;
            default:
                Kind = MarkupKind.StartTag;
                at++;
                Name = ReadName();
                ReadAttributes();
                return true;
        }
    }

    private bool StartsWith(int index, string mark) => text.AsSpan(index).StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    private bool ReadUntil(MarkupKind kind, string mark, int skip, bool endsWithText)
    {
        var end = Find(mark, at + skip);
        if (end < 0)
        {
            IsCutOff = true;
            if (!endsWithText)
                return false;
        }

        Kind = kind;
        contentStart = Math.Min(at + skip, text.Length);
        contentEnd = end < 0 ? text.Length : end;
        at = end < 0 ? text.Length : end + mark.Length;
        return true;
    }

    private bool ReadDoctype()
    {
        var end = Find(">", at);
        if (end < 0)
            return false;
        // A document has one; looking for the end of each of a hostile thousand would read the text a thousand times.
        if (!hadDoctype && text.IndexOf('[', at, end - at) is var subset and >= 0)
            end = EndOfSubset(subset) ?? end;
        hadDoctype = true;
        Kind = MarkupKind.Doctype;
        (contentStart, contentEnd, at) = (at, end, end + 1);
        return true;
    }

    /// <summary>The '&gt;' of a declaration with a subset: declarations end in '&gt;' themselves, the subset ends in ']' and '&gt;'.</summary>
    private int? EndOfSubset(int subset)
    {
        var end = Math.Min(text.Length, subset + MaxSubset);
        for (var close = text.IndexOf(']', subset, end - subset); close >= 0; close = text.IndexOf(']', close + 1, end - close - 1))
        {
            var next = close + 1;
            while (next < end && char.IsWhiteSpace(text[next]))
                next++;
            if (next < end && text[next] == '>')
                return next;
        }

        return null;
    }

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
            at++;
        return text[start..at];
    }

    private void ReadAttributes()
    {
        while (true)
        {
            SkipSpace();
            if (at >= text.Length)
            {
                IsCutOff = true;
                return;
            }

            switch (text[at])
            {
                case '>':
                    at++;
                    return;
                case '<':
                    return;
                case '/' when at + 1 < text.Length && text[at + 1] == '>':
                    IsEmptyElement = true;
                    at += 2;
                    return;
            }

            ReadAttribute();
        }
    }

    private void ReadAttribute()
    {
        var start = at;
        while (at < text.Length && text[at] is not ('=' or '>' or '<' or '/') && !char.IsWhiteSpace(text[at]))
            at++;
        var nameEnd = at;
        if (nameEnd == start)
        {
            // A stray '=' or '/'.
            at++;
            return;
        }

        SkipSpace();
        if (at >= text.Length || text[at] != '=')
        {
            Add(start, nameEnd, nameEnd, nameEnd);
            return;
        }

        at++;
        SkipSpace();
        if (at < text.Length && text[at] is '"' or '\'' && Find(text[at] == '"' ? "\"" : "'", at + 1) is var quote and >= 0)
        {
            Add(start, nameEnd, at + 1, quote);
            at = quote + 1;
            return;
        }

        var valueStart = at;
        while (at < text.Length && text[at] is not ('>' or '<') && !char.IsWhiteSpace(text[at]))
            at++;
        if (at > valueStart && at < text.Length && text[at] == '>' && text[at - 1] == '/' && !text.AsSpan(valueStart, at - valueStart).Contains("://", StringComparison.Ordinal))
            at--;
        Add(start, nameEnd, valueStart, at);
    }

    private void Add(int start, int nameEnd, int valueStart, int valueEnd)
    {
        if (attributes.Count < MaxAttributes)
            attributes.Add(new RawAttribute(text[start..nameEnd], text[valueStart..valueEnd]));
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private int Find(string mark, int from)
    {
        if (absentFrom.TryGetValue(mark, out var absent) && from >= absent)
            return -1;
        var found = from >= text.Length ? -1 : text.IndexOf(mark, from, mark.Length == 1 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        if (found < 0)
            absentFrom[mark] = absentFrom.TryGetValue(mark, out absent) ? Math.Min(absent, from) : from;
        return found;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c >= 0x80 && char.IsLetter(c));

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is '-' or '.' || (c >= 0x80 && char.IsLetterOrDigit(c));
}
