using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers;

/// <summary>Links that open an article with the quoted passage selected.</summary>
/// <remarks>
/// WICG, URL Fragment Text Directives: <c>#:~:text=[prefix-,]textStart[,textEnd][,-suffix]</c>. A browser takes the first
/// place that fits, ignores case, and looks for each term inside one block only. Terms start and end where white space
/// does, or lean on a prefix or suffix, because the browser otherwise insists on its own word boundaries.
/// </remarks>
public static class TextFragmentLink
{
    private const int MaxLength = 1_000;
    private const int WholeWords = 8;
    private const int WholeEncodedLength = 300;
    private const int TermWords = 5;

    /// <summary>How many words of prefix and suffix to try, one after the other, until the quote is the first place that fits.</summary>
    private static readonly (int Prefix, int Suffix)[] Contexts =
        [(0, 0), (3, 0), (0, 3), (3, 3), (6, 0), (0, 6), (6, 6), (10, 10), (16, 16)];

    /// <summary>The article's address with a text fragment that selects exactly the quote.</summary>
    /// <param name="url">The article's address, with or without a fragment; null when it has none.</param>
    /// <param name="body">The article's text; a line break is taken as a border between blocks.</param>
    /// <param name="quote">Where the quote stands in <paramref name="body"/>.</param>
    /// <returns>
    /// At most about 1,000 characters; the plain address when no directive of that length tells the quote from its
    /// repetitions; null when the address is missing or not http(s).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The quote does not lie in the body.</exception>
    public static string? For(string? url, string body, TextSpan quote)
    {
        if (quote.Start < 0 || quote.End > body.Length || quote.End < quote.Start)
            throw new ArgumentOutOfRangeException(nameof(quote), quote, "The quote does not lie in the body.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;

        var address = url.All(c => c is > ' ' and < '\u007f' and not ('"' or '<' or '>')) ? url : uri.AbsoluteUri;
        var directive = address.IndexOf(":~:", StringComparison.Ordinal);
        if (directive >= 0)
            address = address[..directive].TrimEnd('#');

        if (string.IsNullOrWhiteSpace(quote.In(body)))
            return address;

        var (page, span) = Collapse(body, quote);
        var opening = address + (address.Contains('#', StringComparison.Ordinal) ? ":~:text=" : "#:~:text=");
        foreach (var (prefix, suffix) in Contexts)
        {
            var before = prefix > 0 || GluedBefore(page, span.Start) ? Before(page, span.Start, Math.Max(prefix, 1)) : "";
            var after = suffix > 0 || GluedAfter(page, span.End) ? After(page, span.End, Math.Max(suffix, 1)) : "";
            foreach (var (start, end) in Terms(span.In(page)))
            {
                // Encoding never shortens; a passage of megabytes is passed over before it is searched for.
                if (before.Length + start.Length + end.Length + after.Length > MaxLength || FirstMatch(page, before, start, end, after) != span)
                    continue;
                var link = opening + (before.Length > 0 ? Encode(before) + "-," : "") + Encode(start)
                    + (end.Length > 0 ? "," + Encode(end) : "") + (after.Length > 0 ? ",-" + Encode(after) : "");
                if (link.Length <= MaxLength)
                    return link;
            }
        }

        return address;
    }

    /// <summary>The body as a browser lays it out: one space for a run of white space, a line feed between blocks.</summary>
    /// <returns>Also the quote's place there, without the white space at its ends; it has more than that.</returns>
    private static (string Page, TextSpan Span) Collapse(string body, TextSpan quote)
    {
        while (IsSpace(body[quote.Start]))
            quote = quote with { Start = quote.Start + 1 };
        while (IsSpace(body[quote.End - 1]))
            quote = quote with { End = quote.End - 1 };

        var page = new StringBuilder(body.Length);
        var (start, end) = (0, 0);
        for (var i = 0; i < body.Length; i++)
        {
            if (i == quote.Start)
                start = page.Length;
            if (IsSpace(body[i]))
            {
                var isBorder = false;
                for (; i < body.Length && IsSpace(body[i]); i++)
                    isBorder |= body[i] is '\n' or '\r' or '\u2028' or '\u2029';
                i--;
                page.Append(isBorder ? '\n' : ' ');
            }
            else
            {
                page.Append(body[i]);
            }

            if (i == quote.End - 1)
                end = page.Length;
        }

        return (page.ToString(), new TextSpan(start, end));
    }

    /// <summary>The ways to name the quote: whole when short, else by its first and last words, a few more at each try.</summary>
    private static IEnumerable<(string Start, string End)> Terms(string quote)
    {
        var words = quote.Split([' ', '\n']).Length;
        var firstLine = quote.Split('\n')[0];
        var lastLine = quote.Split('\n')[^1];
        var isOneBlock = firstLine.Length == quote.Length;
        if (isOneBlock && words <= WholeWords && quote.Length <= WholeEncodedLength && Encode(quote).Length <= WholeEncodedLength)
            yield return (quote, "");

        for (var count = TermWords; count <= TermWords + 4; count += 2)
        {
            var take = Math.Min(count, words / 2);
            if (take > 0)
                yield return (FirstWords(firstLine, take), LastWords(lastLine, take));
        }

        if (isOneBlock)
            yield return (quote, "");
    }

    /// <summary>
    /// What a browser would select, whatever its word boundaries are: it accepts some of the places that are seen here, so
    /// when the first of these is the quote, the quote is the browser's first too.
    /// </summary>
    private static TextSpan? FirstMatch(string page, string before, string start, string end, string after)
    {
        for (var from = 0; ; from++)
        {
            from = Find(page, before.Length > 0 ? before : start, from);
            if (from < 0)
                return null;

            var first = before.Length > 0 ? SkipSpace(page, from + before.Length) : from;
            if (!StandsAt(page, start, first))
                continue;

            var last = first + start.Length;
            while (end.Length > 0)
            {
                var found = Find(page, end, last);
                if (found < 0)
                    return null;
                last = found + end.Length;
                if (StandsAt(page, after, SkipSpace(page, last)))
                    break;
            }

            if (StandsAt(page, after, SkipSpace(page, last)))
                return new TextSpan(first, last);
        }
    }

    private static int Find(string page, string term, int from) =>
        from > page.Length ? -1 : page.IndexOf(term, from, StringComparison.OrdinalIgnoreCase);

    private static bool StandsAt(string page, string term, int at) =>
        page.AsSpan(at).StartsWith(term, StringComparison.OrdinalIgnoreCase);

    private static int SkipSpace(string page, int at)
    {
        while (at < page.Length && IsSpace(page[at]))
            at++;
        return at;
    }

    private static bool GluedBefore(string page, int at) => at > 0 && !IsSpace(page[at - 1]);

    private static bool GluedAfter(string page, int at) => at < page.Length && !IsSpace(page[at]);

    /// <summary>The last words before a place, from one block; empty at the beginning of the page.</summary>
    private static string Before(string page, int at, int words)
    {
        var text = page[..at].TrimEnd(' ', '\n');
        return LastWords(text[(text.LastIndexOf('\n') + 1)..], words);
    }

    /// <summary>The first words after a place, from one block; empty at the end of the page.</summary>
    private static string After(string page, int at, int words)
    {
        var from = SkipSpace(page, at);
        var border = page.IndexOf('\n', from);
        return FirstWords(page[from..(border < 0 ? page.Length : border)].TrimEnd(' '), words);
    }

    private static string FirstWords(string line, int count)
    {
        var at = -1;
        for (; count > 0; count--)
        {
            at = line.IndexOf(' ', at + 1);
            if (at < 0)
                return line;
        }

        return line[..at];
    }

    private static string LastWords(string line, int count)
    {
        var at = line.Length;
        for (; count > 0; count--)
        {
            at = at == 0 ? -1 : line.LastIndexOf(' ', at - 1);
            if (at < 0)
                return line;
        }

        return line[(at + 1)..];
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    /// <summary>Percent-encodes all but letters, digits, '_', '.' and '~'; the hyphen too, which marks prefix and suffix.</summary>
    private static string Encode(string term) => Uri.EscapeDataString(term).Replace("-", "%2D", StringComparison.Ordinal);
}
