using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>The words of a note of correction that may be what it corrects: names, days and numbers, by their capitals and digits.</summary>
internal static partial class NoteWords
{
    /// <summary>So many letters of a name stay the same in its cases.</summary>
    private const int StemChars = 4;

    /// <summary>Those of a stretch; its first word has a capital anyway, and counts where it is a part of a name.</summary>
    public static HashSet<string> In(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>Whether a sentence has one of them; of a Ukrainian or Russian name in any case.</summary>
    public static bool IsAnyIn(IReadOnlySet<string> words, string sentence) => words.Count > 0 && In(sentence).Any(word => words.Any(other => IsForm(word, other)));

    private static bool IsForm(string word, string other) =>
        word == other || (word[0] >= '\u0400' && word[0] <= '\u04FF' && Math.Min(word.Length, other.Length) > StemChars
            && word.AsSpan().CommonPrefixLength(other) >= Math.Max(word.Length, other.Length) - 2);

    [GeneratedRegex(
        @"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)|(?<=[\p{L}\p{N},;:»”""')] ?)(?<!\w)\p{Lu}[\p{L}’'-]+|(?<!\w)\p{Lu}[\p{L}’'-]+(?= \p{Lu})|^\p{Lu}[\p{L}’'-]+",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Word();
}
