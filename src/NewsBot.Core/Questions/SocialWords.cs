using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Takes greetings, thanks and courtesies off a question: they say nothing of its subject.</summary>
/// <remarks>Only where a question begins behind them: 'Hello Kitty' and 'Cheers' are subjects.</remarks>
public static partial class SocialWords
{
    // What a question begins with, in English, Ukrainian and Russian.
    private const string Asks =
        @"(?=(?:who(?:m|se)?|what|when|where|which|why|how|if|whether|in (?:which|what)|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
        + @"|and|but|tell me|any idea|i(?:'d|'m| am| was| would| want)"
        + @"|хто|що|коли|де|чому|як|скільки|який|яка|яке|які|чи|кого|кому|куди|звідки|кто|что|когда|где|почему|зачем|как|сколько|какой|какая|какое|какие|куда|откуда)"
        + @"(?![\w’-])(?!['’](?!s\b|re\b|d\b)))";

    /// <summary>The question itself; the text as it is when it holds nothing else than such words.</summary>
    /// <param name="text">Any text.</param>
    public static string Without(string text)
    {
        var question = After().Replace(Before().Replace(text.Trim(), ""), "").Trim();
        return question.Any(char.IsLetterOrDigit) ? question : text;
    }

    [GeneratedRegex(
        @"^(?>(?:"
        + @"(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|day|afternoon|evening)|greetings|привіт|вітаю|добрий день|доброго дня|привет|здравствуйте)"
        + @"(?: (?:there|bot|newsbot|all|everyone|again|mate|guys))?"
        + @"|please|pls|plz|ok(?:ay)?|well|um+|so|thanks|thank you|sorry|excuse me|quick question|будь ласка|пожалуйста|скаж(?:и|іть|ите)|п[ії]дкаж(?:и|іть)|подскаж(?:и|ите)"
        + @")[,.!:;–—-]*(?:\s+[–—-])?\s+)*"
        + @"(?:" + Asks
        + @"(?:(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody) (?:please |pls |maybe )?(?:tell me|say|explain to me|let me know|remind me)"
        + @"|do (?:you|u) (?:happen to )?know|any idea|i(?:'d| would) (?:like|love) to know|i(?:'m| am| was) (?:just )?(?:wondering|curious|asking)|i want to know"
        + @"|can i ask)[,:;–-]*\s+(?:please,? )?(?:(?:if|whether|about)\s+|(?<!\bsay\W+)(?=the\b)|" + Asks + @")"
        + @"|tell me[,:;–-]*\s+" + Asks + @")?)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Before();

    // 'Thanks' and 'cheers' go only behind a mark: in 'Did he say thank you?' they are what is asked about.
    [GeneratedRegex(
        @"(?:(?<=[\p{L}\p{N}""”’')])(?<!\b(?:say|says|said|saying|word|called|titled|song|album|film|mean|means|sang|wrote))"
        + @"\s+(?:please|pls|plz|thx|дякую|спасибо|будь ласка|пожалуйста)"
        + @"|(?<=[\p{L}\p{N}""”’')?])\s?(?:[,.!;–—-]|(?<=\?))[\s.!–—-]{0,3}"
        + @"(?:please|pls|plz|thx|cheers|thanks(?: (?:a lot|so much|in advance))?|thank you(?: (?:very much|so much|in advance))?"
        + @"|дякую|спасибо|будь ласка|пожалуйста))(?=[\s.!?:)]{0,8}$)[\s.!:)]*"
        + @"|(?<!\s)\s*(?::\)|;\)|🙏|🙂|😊|👋)+$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex After();
}
