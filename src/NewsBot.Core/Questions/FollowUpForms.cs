using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>The fixed forms of follow-up questions: 'why?', 'tell me more', 'and in France?'.</summary>
internal static partial class FollowUpForms
{
    /// <summary>'Tell me more', 'details?', 'go on'.</summary>
    public static bool IsMore(string text) => More().IsMatch(text);

    /// <summary>'What else did he say', 'who else', 'anything about another one'.</summary>
    public static bool AsksFurther(string text) => Further().IsMatch(text);

    /// <summary>The replacement in 'what about Germany' and 'and in 2023'; null for other forms.</summary>
    public static string? Replacement(string text)
    {
        if (About().Match(text) is not { Success: true } about)
            return null;
        var with = about.Groups["x"].Value.Trim();
        return with.Length == 0 || NoReplacement().IsMatch(with) ? null : with;
    }

    /// <summary>Without 'and', 'but', 'so' and the like at the start.</summary>
    public static string WithoutOpener(string text, out bool hasOpener)
    {
        var match = Opener().Match(text);
        hasOpener = match.Success && match.Length < text.Length;
        return hasOpener ? text[match.Length..] : text;
    }

    /// <summary>The question word or words when there is nothing else: 'Why', 'How many'; null otherwise.</summary>
    public static string? BareWords(string text)
    {
        if (Bare().Match(text) is not { Success: true } match)
            return null;
        var words = match.Groups["words"].Value;
        return char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }

    /// <summary>The question with another question word where that makes sense: 'When did X open?' and 'Where' make 'Where did X open?'.</summary>
    /// <returns>Null where it makes none.</returns>
    public static string? Rephrased(string question, string word)
    {
        if (word is not ("Why" or "Where" or "When" or "How") || question.IndexOf('?', StringComparison.Ordinal) != question.Length - 1)
            return null;
        if (Adverbial().Match(question) is { Success: true } adverbial)
            return $"{word} {question[adverbial.Groups["rest"].Index..]}";
        return YesOrNo().IsMatch(question) ? $"{word} {char.ToLowerInvariant(question[0])}{question[1..]}" : null;
    }

    /// <summary>A short question in Ukrainian or Russian with a word that stands for something said before.</summary>
    public static bool LeansInUkrainian(string text) => text.Length <= 80 && UkrainianReference().IsMatch(text);

    /// <summary>The question as its kind is to be read: a few Ukrainian and Russian forms in English, everything else as it is.</summary>
    public static string InEnglish(string text)
    {
        if (!CharacterClasses.HasCyrillic(text))
            return text;
        return UkrainianSaid().IsMatch(text) ? "What did they say?"
            : UkrainianWord().Match(text) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() switch
            {
                "ЧОМУ" or "НАВІЩО" or "ПОЧЕМУ" or "ЗАЧЕМ" => "Why?",
                "ДЕ" or "КУДИ" or "ГДЕ" or "КУДА" => "Where?",
                "КОЛИ" or "КОГДА" => "When?",
                "ХТО" or "КТО" => "Who?",
                _ => "How many?",
            }
            : text;
    }

    /// <summary>The text without line breaks and runs of blanks, cut after a word.</summary>
    public static string OneLine(string text, int maxLength)
    {
        var line = string.Join(' ', text[..Math.Min(text.Length, 4 * maxLength)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= maxLength)
            return line;
        var end = line.LastIndexOf(' ', maxLength);
        return line[..(end > 0 ? end : maxLength - (char.IsHighSurrogate(line[maxLength - 1]) ? 1 : 0))];
    }

    [GeneratedRegex(
        @"^(?:(?:ok(?:ay)?|and|so|please|yes|interesting|can you|could you|would you|i want to|i'd like to)[ ,]+)*(?:"
        + @"(?:tell|give|show) (?:me|us) (?:some )?(?:more|(?:more |further )?(?:details?|info(?:rmation)?))|(?:know|learn|hear|read) more"
        + @"|(?:any |some )?(?:more|further) ?(?:details?|info(?:rmation)?)?|details?|info(?:rmation)?|go on|keep going|continue|carry on|elaborate"
        + @"|expand|explain(?: more| further| that| this| it)?|say more|what else(?: (?:do|can) you (?:know|have|tell(?: me)?))?|anything else|something else"
        + @"|(?:ну )?(?:а )?(?:розкажи |скажи |дай |хочу )?(?:ще|більше|детальніше|докладніше|подробиці|деталі|продовжуй|далі|що ще)"
        + @"|(?:ну )?(?:а )?(?:расскажи(?:те)? |скажи(?:те)? |дай(?:те)? |хочу )?(?:ещё|еще|больше|подробнее|подробности|детали|продолжай(?:те)?|дальше|что ещё|что еще))"
        + @"(?: (?:on|about|of) (?:this|that|it|the (?:story|topic|subject|news))| (?:про|щодо) (?:це|нього|неї))?(?:,? please|, будь ласка)?[ ?.!…]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex More();

    [GeneratedRegex(
        @"\b(?:else|(?:an)?other ones?|the (?:other|second|next) (?:ones?|two))\b|\bіще\b|\bще\b|\bещё\b|\bеще\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Further();

    [GeneratedRegex(
        @"^(?:(?:ok(?:ay)?|and|but|so|or)[ ,]+)*(?:what|how) about (?<x>[^?!]{2,60}?)[ ?.!]*$"
        + @"|^(?:and|but|or) (?:(?:what|how) about |the same (?:for|in) )?(?<x>[^?!]{2,50}?)[ ]*\?+$"
        + @"|^(?:the )?same (?:question )?(?:for|in|about) (?<x>[^?!]{2,50}?)[ ?.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex About();

    /// <summary>A question of its own, or nothing that could be named.</summary>
    [GeneratedRegex(
        @"^(?:(?:to|for|by|with|from|at|in|on|since|until) )?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|has"
        + @"|have|had|will|would|can|could|shall|should|may|might|must|if|he|him|she|her|they|them|it|this|that|these|those|his|their|its|then|now"
        + @"|you|your|i|we|tell|more)\b|\bones?$|\b(?:is|are|was|were|did|does|has|have|had|will|would|can|could|should) ",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoReplacement();

    [GeneratedRegex(@"^(?:(?:and|but|so|or|then|well|ok(?:ay)?|also|hm+|oh|а|і|й|та|але|ну|то|и|но|так)[ ,]+)+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Opener();

    [GeneratedRegex(
        @"^(?<words>why|where|when|who|whom|whose|what|which|how|how come|how so|how many|how much|how long|how old|how far|how often|how big"
        + @"|since when|until when|by whom|with whom|for whom|from where|to whom|for how long|at what time|what time|what day|what year|which year"
        + @"|what date|which ones?|чому|навіщо|де|куди|коли|хто|скільки|як"
        + @"|почему|зачем|где|куда|когда|кто|сколько|как)(?: (?:exactly|precisely|though|then|not|саме|именно))?[ ?.!…]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^(?:when|where|why|how)\s+(?<rest>(?:is|are|was|were|did|does|do|will|would|has|have|had|can|could|should)\b)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Adverbial();

    [GeneratedRegex(@"^(?:is|are|was|were|did|does|do|will|would|has|have|had|can|could|should)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(
        @"\b(?:він|вона|воно|вони|його|її|їх|їхн\w+|йому|їй|їм|ним|нею|ними|нього|неї|них|це|цього|цьому|цим|там|туди|тоді)\b"
        + @"|\b(?:он|она|оно|они|его|её|ее|их|ему|ей|им|ими|нём|нем|него|неё|нее|них|ней|этого|этому|этим|об этом|туда|тогда)\b"
        + @"|^(?:у|в|на|про|щодо|об?|во) [\w’' -]{2,40}\??$|^(?:чому|де|коли|хто|скільки|куди|навіщо|почему|где|когда|кто|сколько|куда|зачем)(?: \w+)?\?$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UkrainianReference();

    [GeneratedRegex(@"^(?:що|что) \w+ (?:сказа|каж|заяв|повідом|відпов|говор|сообщ|отве)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UkrainianSaid();

    [GeneratedRegex(@"^(чому|навіщо|де|куди|коли|хто|скільки|почему|зачем|где|куда|когда|кто|сколько)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UkrainianWord();
}
