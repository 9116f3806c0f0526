using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Whether a sentence depends on one before it because its subject is a pronoun.</summary>
internal static partial class PronounLed
{
    /// <summary>True for 'He said …', 'Their plan …', 'That comes after …'; and, because grammar is not read, for 'It is raining'.</summary>
    public static bool IsMatch(string sentence) => Opening().IsMatch(sentence);

    /// <summary>True for 'Його помітили …' and 'Она родилась …'.</summary>
    public static bool IsCyrillic(string sentence) => CyrillicOpening().IsMatch(sentence);

    /// <summary>The opening up to a pronoun that stands for one person; null when the sentence has none there.</summary>
    public static Match? Person(string sentence)
    {
        var match = PersonOpening().Match(sentence);
        return match.Success ? match : null;
    }

    [GeneratedRegex(
        @"^[“""‘'(\[]*(?:(?:And|But|So|Then|Now|However|Still|Meanwhile|Instead|Later|Earlier|Also|Yet|Since then|After that|In fact),? )?(?:He|She|They"
        + @"|It|His|Her|Their|Its|This|These|Those|That|Both|Such|Neither)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^[«„“""(]*(?:(?:у|в|на|з|із|за|до|від|під|про|с|из|от|о|под|і|а|й|та|и|но|але|також|также) )?"
        + @"(?:він|вона|воно|вони|його|її|їх|їхн\p{L}+|йому|їй|їм|ним|нею|ними|нього|неї|них|цей|ця|це|ці|цьому|цього|цю|цій|там|туди|звідти|тоді"
        + @"|он|она|оно|они|его|её|ее|их|ему|ей|им|ними|него|неё|нее|них|этот|эта|это|эти|этом|этого|эту|этой|туда|оттуда|тогда)(?![\p{L}’'ʼ-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CyrillicOpening();

    [GeneratedRegex(@"^(?:(?:And|But|So|Then|Now|However|Still|Meanwhile|Instead|Later|Earlier),? )?(he|she)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PersonOpening();
}
