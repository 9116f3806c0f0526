using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Whether texts speak of a named person as 'he' or as 'she', by the title before the name and the pronouns after it.</summary>
internal static partial class NamedGender
{
    private const int TitleReach = 24;

    /// <summary>How the texts speak of a person.</summary>
    /// <param name="name">As one of the texts has it.</param>
    /// <param name="texts">Any number.</param>
    /// <returns>True for 'she', false for 'he'; null when they do not say, or say both.</returns>
    public static bool? IsFemale(string name, IEnumerable<string> texts)
    {
        var (female, male) = (0, 0);
        foreach (var text in texts)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var title = Title().Match(text[Math.Max(0, at - TitleReach)..at] + name);
                female += title.Groups["she"].Success ? 1 : 0;
                male += title.Groups["he"].Success ? 1 : 0;
                if (title.Success)
                    continue;
                var pronoun = Pronoun().Match(After(text, at + name.Length));
                female += pronoun.Groups["she"].Success ? 1 : 0;
                male += pronoun.Groups["he"].Success ? 1 : 0;
            }
        }

        return female == male || (female > 0 && male > 0) ? null : female > 0;
    }

    /// <summary>The text that may still speak of a name: from the name to the next person's.</summary>
    private static string After(string text, int from)
    {
        var sentences = SentenceSplitter.Split(text, new TextSpan(from, text.Length));
        var end = sentences.Count == 0 ? from : sentences[Math.Min(1, sentences.Count - 1)].End;
        var next = sentences.Take(2)
            .SelectMany(sentence => NameFinder.Find(text, sentence))
            .Where(other => other.Kind == NameKind.Person)
            .Select(other => other.Span.Start)
            .DefaultIfEmpty(end)
            .Min();
        return text[from..Math.Max(from, Math.Min(next, end))];
    }

    [GeneratedRegex(
        @"\b(?:(?<she>Queen|Princess|Mrs\.?|Ms\.?|Miss|Dame|Lady|Duchess|Countess|Baroness|actress|spokeswoman|congresswoman|chairwoman"
        + @"|businesswoman|First Lady)"
        + @"|(?<he>King|Prince|Mr\.?|Sir|Lord|Duke|Pope|spokesman|congressman|chairman|businessman))\s+(?:\p{Lu}[\p{L}.’'-]*\s*){1,4}$",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b(?:(?<she>she|her|hers|herself)|(?<he>he|him|his|himself))\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pronoun();
}
