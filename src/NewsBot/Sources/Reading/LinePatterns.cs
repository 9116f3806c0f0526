using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Reading;

/// <summary>A table of wordings, a row each: a kind and a regular expression in lower case. It is a text file in the assembly; rows that begin with '#' are comments.</summary>
/// <remarks>
/// Texts are compared in lower case, and an expression is only tried on a text that has the words that it needs. Expressions of linear time would hold 70 MB of tables, so these
/// backtrack: a text has a bounded length, and no row may have two repetitions side by side that take the same characters.
/// </remarks>
internal sealed class LinePatterns
{
    /// <summary>The longest text that is looked at; on the most hostile one a row takes some milliseconds.</summary>
    public const int MaxChars = 700;

    private readonly Dictionary<string, Row[]> kinds;

    /// <summary>Reads the table.</summary>
    /// <param name="resource">Its name in the assembly.</param>
    /// <param name="frame">Puts what every row of a kind has around its expression, which stands in brackets.</param>
    public LinePatterns(string resource, Func<string, string, string> frame)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var rows = new List<(string Kind, string Pattern)>();
        while (reader.ReadLine() is { } row)
        {
            var space = row.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && row[0] != '#')
                rows.Add((row[..space], row[(space + 1)..]));
        }

        kinds = rows.GroupBy(row => row.Kind, StringComparer.Ordinal).ToDictionary(
            kind => kind.Key, kind => kind.Select(row => new Row(row.Pattern, frame(kind.Key, $"(?:{row.Pattern})"))).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether a row of the kind matches; a text that is too long matches none.</summary>
    public bool IsMatch(string kind, ReadOnlySpan<char> text) => Find(kind, text) is not null;

    /// <summary>The length of the first match of the kind; 0 when no row matches.</summary>
    public int MatchLength(string kind, string text) => Find(kind, text)?.Match(text.ToLowerInvariant()).Length ?? 0;

    /// <summary>How many rows of the kind match; a text that is too long matches none.</summary>
    public int Count(string kind, string text)
    {
        var lower = text.ToLowerInvariant();
        return text.Length > MaxChars ? 0 : kinds[kind].Count(row => row.MayMatch(lower) && row.Expression.IsMatch(lower));
    }

    private Regex? Find(string kind, ReadOnlySpan<char> text)
    {
        if (text.Length > MaxChars)
            return null;
        Span<char> lower = stackalloc char[MaxChars];
        lower = lower[..text.ToLowerInvariant(lower)];
        foreach (var row in kinds[kind])
        {
            if (row.MayMatch(lower) && row.Expression.IsMatch(lower))
                return row.Expression;
        }

        return null;
    }

    private sealed class Row(string pattern, string framed)
    {
        private readonly IReadOnlyList<string> needed = NeededText.Of(pattern);

        public Regex Expression { get; } = new(framed, RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));

        public bool MayMatch(ReadOnlySpan<char> text)
        {
            foreach (var words in needed)
            {
                if (text.Contains(words, StringComparison.Ordinal))
                    return true;
            }

            return needed.Count == 0;
        }
    }
}
