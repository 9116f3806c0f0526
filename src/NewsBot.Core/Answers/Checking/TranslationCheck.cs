using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Checks a translation without knowing its language: digits, quotations, length, addresses.</summary>
/// <remarks>To check the meaning, the caller asks a verifying model, or translates the text back and runs <see cref="SentenceGates"/> over the result.</remarks>
public static partial class TranslationCheck
{
    private const double LeastLength = 0.3;
    private const double MostLength = 3;

    /// <summary>Splits a model's reply of numbered lines.</summary>
    /// <param name="written">'1. …', a line each; other lines are left out.</param>
    /// <param name="count">How many there have to be.</param>
    /// <returns>By position; null where a line is missing or given twice.</returns>
    public static IReadOnlyList<string?> ReadLines(string written, int count)
    {
        var lines = new string?[count];
        var seen = new HashSet<int>();
        foreach (Match match in Line().Matches(written))
        {
            var number = int.Parse(match.Groups[1].Value);
            if (number < 1 || number > count)
                continue;
            lines[number - 1] = seen.Add(number) ? match.Groups[2].Value.Trim() : null;
        }

        return lines;
    }

    /// <summary>Lines with their numbers, as a prompt shows them.</summary>
    public static string WriteLines(IEnumerable<string> sentences) => string.Join('\n', sentences.Select((sentence, i) => $"{i + 1}. {sentence}"));

    /// <summary>The fault of a translation, in a few words; null when it has none.</summary>
    public static string? FindFault(string original, string translated)
    {
        if (string.IsNullOrWhiteSpace(translated) || translated.Length < LeastLength * original.Length || translated.Length > (MostLength * original.Length) + 20)
            return "it is too short or too long";
        if (MarkupText.IsMatch(translated))
            return "it has an address, a mark-up or a sign of control";
        var digits = DigitsOf(original);
        if (!digits.SequenceEqual(DigitsOf(translated)))
            return "its numbers are not those of the original";
        return Quoted().Matches(original).FirstOrDefault(quoted => !translated.Contains(quoted.Groups[1].Value, StringComparison.Ordinal)) is { } lost
            ? $"the quotation '{lost.Groups[1].Value}' was changed"
            : null;
    }

    /// <summary>The runs of digits without their separators, in order of value, since languages order dates otherwise.</summary>
    private static List<string> DigitsOf(string text) =>
        [.. Digits().Matches(text).Select(match => string.Concat(match.Value.Where(char.IsDigit))).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^\s*(\d{1,2})[.)]\s+(.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\d+(?:[.,\u00a0\u202f' ]\d+)*", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[“""«]([^“”""«»]+)[”""»]", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Quoted();
}
