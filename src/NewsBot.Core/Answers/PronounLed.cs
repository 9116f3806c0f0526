using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers;

/// <summary>Whether a sentence leans on one before it because its subject is a pronoun.</summary>
internal static partial class PronounLed
{
    /// <summary>True for 'He said …', 'Their plan …', 'That comes after …'; false for 'It is raining' is not tried.</summary>
    public static bool IsMatch(string sentence) => Opening().IsMatch(sentence);

    /// <summary>The pronoun itself when it stands for one person, with its length; null otherwise.</summary>
    public static Match? Person(string sentence)
    {
        var match = PersonOpening().Match(sentence);
        return match.Success ? match : null;
    }

    [GeneratedRegex(@"^[“""‘'(\[]*(?:(?:And|But|So|Then|Now|However|Still|Meanwhile|Instead|Later|Earlier|Also|Yet|Since then|After that),? )?(?:He|She|They|It|His|Her|Their|Its|This|These|Those|That|Both|Such|Neither|There)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:(?:And|But|So|Then|Now|However|Still|Meanwhile|Instead|Later|Earlier),? )?(he|she)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex PersonOpening();
}
