using System.Text.RegularExpressions;

namespace NewsBot.Tests.House;

/// <summary>Reads the tables of the documents.</summary>
internal static partial class DocumentTable
{
    /// <summary>The rows below a heading, each as its cells; code marks and the row of titles are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string document, string heading)
    {
        var lines = File.ReadAllLines(RepositoryFiles.At(document)).SkipWhile(line => line != heading).Skip(1);
        return [.. lines.TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith('|')).Skip(2).Select(line => Cells(line))];
    }

    /// <summary>The pieces in code marks of a cell, in order.</summary>
    public static IReadOnlyList<string> Codes(string cell) => [.. Code().Matches(cell).Select(match => match.Groups[1].Value)];

    // A bar in a cell is escaped.
    private static List<string> Cells(string line) => [.. Bar().Split(line)[1..^1].Select(cell => cell.Trim())];

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Bar();
}
