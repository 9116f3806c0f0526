using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Cli.Evaluation;

/// <summary>Compares texts with known answers, as question answering is customarily scored.</summary>
/// <remarks>
/// Rajpurkar et al., 'SQuAD', EMNLP 2016: lower case, no punctuation, no articles, single spaces; exact match, and F1 over words. Beyond that, forms of one thing are
/// one: a possessive and the name that it is of ('the BBC’s coverage'), 'nine' and 9, 'Sept. 6' and '6 September', 'U.S.' and 'United States'. What a known answer calls
/// a person before the full name ('President', 'Florida Gov.') need not be said. 'One' stays a word, because it is often a pronoun.
/// </remarks>
internal static partial class AnswerMatch
{
    private static readonly Dictionary<string, int> Numbers = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
        .Split(' ').Index().Where(row => row.Item != "one").ToDictionary(row => row.Item, row => row.Index);

    private static readonly Dictionary<string, int> Tens =
        "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Index().ToDictionary(row => row.Item, row => (row.Index + 2) * 10);

    /// <summary>Whether one of the answers stands in the text, whole words only.</summary>
    public static bool Holds(string text, IReadOnlyList<string> answers)
    {
        var padded = $" {Normalise(text)} ";
        return Wanted(answers).Any(wanted => wanted.Length > 0 && padded.Contains($" {wanted} ", StringComparison.Ordinal));
    }

    /// <summary>Whether the text is one of the answers.</summary>
    public static bool Equals(string text, IReadOnlyList<string> answers) => Wanted(answers).Contains(Normalise(text));

    /// <summary>The best word F1 of the text with one of the answers, 0 to 1.</summary>
    public static double TokenF1(string? text, IReadOnlyList<string> answers) =>
        text is null || answers.Count == 0 ? 0 : Wanted(answers).Max(wanted => TokenF1(Normalise(text).Split(' '), wanted.Split(' ')));

    /// <summary>The answers, and those to 'how many years' also with or without the years: 30 and '30 years'.</summary>
    public static IReadOnlyList<string> WithUnit(string question, IReadOnlyList<string> answers)
    {
        if (HowMany().Match(question) is not { Success: true } asked)
            return answers;
        var unit = $" {asked.Groups["unit"].Value}";
        return [.. answers, .. answers.Select(answer => answer.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? answer[..^unit.Length] : answer + unit)];
    }

    private static IEnumerable<string> Wanted(IReadOnlyList<string> answers) =>
        answers.SelectMany(answer => new[] { answer, Office().Replace(answer, "") }).Select(Normalise).Distinct();

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
        var named = UnitedKingdom().Replace(UnitedStates().Replace(Possessive().Replace(text, ""), "United States"), "United Kingdom");
        var plain = new StringBuilder(named.Length);
        foreach (var unit in named)
            plain.Append(char.IsLetterOrDigit(unit) ? char.ToLowerInvariant(unit) : unit is '\'' or '’' or ',' or '.' ? "" : " ");
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the"));
        return DayAfterMonth().Replace(string.Join(' ', InDigits([.. words])), match => $"{match.Groups["day"].Value} {match.Groups["month"].Value}");
    }

    /// <summary>The words with numbers up to ninety-nine in digits.</summary>
    private static IEnumerable<string> InDigits(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Tens.TryGetValue(words[i], out var number))
            {
                var next = i + 1 < words.Length ? words[i + 1] : "";
                var ones = next == "one" ? 1 : Numbers.GetValueOrDefault(next);
                if (ones is > 0 and < 10)
                {
                    number += ones;
                    i++;
                }
            }
            else if (!Numbers.TryGetValue(words[i], out number))
            {
                yield return words[i];
                continue;
            }

            yield return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"(?<=\w)['’]s\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\bhow many (?<unit>\p{L}+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"\b(?:U\.S\.(?:A\.)?|USA?\b)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UnitedStates();

    [GeneratedRegex(@"\b(?:U\.K\.|UK\b)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UnitedKingdom();

    [GeneratedRegex(
        @"\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)? (?<day>\d{1,2})(?:st|nd|rd|th)?(?!\w)"
        + @"|\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?!\w)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DayAfterMonth();

    [GeneratedRegex(
        @"^(?:\p{Lu}[\w’'-]+ ){0,2}(?:(?:[Ff]ormer|[Ff]irst [Ll]ady|Vice|House|Senate|Prime|President|Speaker|Minister|Rep\.|Sen\.|Gov\.|Representative"
        + @"|Senator|Governor|Secretary|Chancellor|Mayor|Judge|Justice) )+(?=\p{Lu}[\w’'-]+ \p{Lu})",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Office();
}
