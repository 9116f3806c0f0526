using System.Reflection;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Reading;

/// <summary>A table of wordings, a row each: a kind and a regular expression. It is a text file in the assembly; rows that begin with '#' are comments.</summary>
/// <remarks>Without regard to case. Matching takes time linear in the text.</remarks>
internal sealed class LinePatterns
{
    // An expression that takes linear time may not be large: the rows of a kind are several.
    private const int RowsTogether = 16;

    private readonly Dictionary<string, Regex[]> kinds;

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
            kind => kind.Key,
            kind => kind.Chunk(RowsTogether).Select(some => new Regex(
                frame(kind.Key, $"(?:{string.Join('|', some.Select(row => row.Pattern))})"),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Whether a row of the kind matches.</summary>
    public bool IsMatch(string kind, ReadOnlySpan<char> text)
    {
        foreach (var rows in kinds[kind])
        {
            if (rows.IsMatch(text))
                return true;
        }

        return false;
    }

    /// <summary>The length of the first match of the kind; 0 when no row matches.</summary>
    public int MatchLength(string kind, string text) => kinds[kind].Select(rows => rows.Match(text).Length).FirstOrDefault(length => length > 0);
}
