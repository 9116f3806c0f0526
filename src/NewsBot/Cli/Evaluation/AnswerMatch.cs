using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Cli.Evaluation;

/// <summary>Compares texts with known answers, as question answering is customarily scored.</summary>
/// <remarks>
/// Rajpurkar et al., 'SQuAD', EMNLP 2016: lower case, no punctuation, no articles, single spaces; exact match, and F1 over words. Beyond that, a possessive is the name
/// that it is of: 'the BBC’s coverage' holds the BBC.
/// </remarks>
internal static partial class AnswerMatch
{
    /// <summary>Whether one of the answers stands in the text, whole words only.</summary>
    public static bool Holds(string text, IReadOnlyList<string> answers)
    {
        var padded = $" {Normalise(text)} ";
        return answers.Any(answer => Normalise(answer) is { Length: > 0 } wanted && padded.Contains($" {wanted} ", StringComparison.Ordinal));
    }

    /// <summary>Whether the text is one of the answers.</summary>
    public static bool Equals(string text, IReadOnlyList<string> answers) =>
        answers.Any(answer => Normalise(answer) == Normalise(text));

    /// <summary>The best word F1 of the text with one of the answers, 0 to 1.</summary>
    public static double TokenF1(string? text, IReadOnlyList<string> answers) =>
        text is null || answers.Count == 0 ? 0 : answers.Max(answer => TokenF1(Normalise(text).Split(' '), Normalise(answer).Split(' ')));

    private static double TokenF1(string[] found, string[] wanted)
    {
        var left = wanted.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var shared = 0;
        foreach (var word in found)
        {
            if (left.GetValueOrDefault(word) <= 0)
                continue;
            left[word]--;
            shared++;
        }

        return 2.0 * shared / (found.Length + wanted.Length);
    }

    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var unit in Possessive().Replace(text, ""))
            plain.Append(char.IsLetterOrDigit(unit) ? char.ToLowerInvariant(unit) : unit is '\'' or '’' or ',' or '.' ? "" : " ");
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }

    [GeneratedRegex(@"(?<=\w)['’]s\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Possessive();
}
