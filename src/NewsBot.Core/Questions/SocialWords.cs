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
        + @"|хто|що|коли|де|чому|навіщо|як|скільки|наскільки|який|яка|яке|які|яким|якого|якої|якому|якій|чи|кого|кому|ким|чим|куди|звідки|доки|котр(?:ий|а|ого|ої)|розкаж(?:и|іть)"
        + @"|кто|что|когда|где|почему|зачем|как|сколько|насколько|какой|какая|какое|какие|каким|какого|какому|кем|чем|куда|откуда|котор(?:ый|ая|ого|ой)|расскаж(?:и|ите)"
        + @"|(?:в|у|на|до|з|із|про|від|за|по|о|об|с|от|из|к) (?:як|кого|кому|ким|чого|чому|чим|чем|чём|що|что|как|ком|кем|котр|котор)\p{L}*)"
        + @"(?![\w’-])(?!['’](?!s\b|re\b|d\b)))";

    /// <summary>The question itself; the text as it is when it holds nothing else than such words.</summary>
    /// <param name="text">Any text.</param>
    public static string Without(string text)
    {
        var question = After().Replace(WithoutOpening(text.Trim()), "").Trim();
        return question.Any(char.IsLetterOrDigit) ? question : text;
    }

    private static string WithoutOpening(string text)
    {
        var rest = Greetings().Replace(text, "");
        return Begins().IsMatch(rest) ? Requests().Replace(rest, "") : text;
    }

    // Three patterns, since the compiler takes a tenth of a second for them as one.
    [GeneratedRegex(
        @"^(?>(?:"
        + @"(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|day|afternoon|evening)|greetings|dear"
        + @"|привіт(?:ик)?|вітаю|добрий (?:день|вечір|ранок)|доброго (?:дня|ранку|вечора|часу)|здрастуйте|привет|приветствую"
        + @"|здравствуй(?:те)?|добрый (?:день|вечер)|доброе утро|доброго времени суток"
        + @"|hallo|guten (?:tag|morgen|abend)|bonjour|bonsoir|hola|buen[oa]s (?:días|tardes|noches)|ciao|buongiorno|cześć"
        + @"|dzień dobry|merhaba|selam)"
        + @"(?: (?:there|bot|newsbot|all|everyone|again|mate|guys|friend|team|sir|боте?|друже|всім|усім|шановн\p{L}*|всем|дорог\p{L}*))?"
        + @"|please|pls|plz|ok(?:ay)?|well|um+|so|(?:many |so many )?thanks(?: (?:a lot|so much|in advance|again))?"
        + @"|thank you(?: (?:very much|so much|in advance|again))?|sorry(?: to (?:bother|disturb) you)?|excuse me|(?:a |one )?quick question"
        + @"|будь ласка|пожалуйста|(?:щиро |дуже |наперед |заздалегідь )?дякую(?: (?:наперед|заздалегідь|дуже))?|(?:большое |заранее )?спасибо(?: (?:заранее|большое))?"
        + @"|перепрошую|вибач(?:те|ай|айте)|извини(?:те)?|слухай(?:те)?|слушай(?:те)?"
        + @"|скаж(?:и|іть|ите)|п[ії]дкаж(?:и|іть)|подскаж(?:и|ите)"
        + @")[,.!:;–—-]*(?:\s+[–—-])?\s+)*",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Greetings();

    [GeneratedRegex("^" + Asks, RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Begins();

    [GeneratedRegex(
        @"^(?:(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody) (?:please |pls |maybe )?(?:tell me|say|explain to me|let me know|remind me)"
        + @"|do (?:you|u) (?:happen to )?know|any idea|i(?:'d| would) (?:like|love) to know|i(?:'m| am| was) (?:just )?(?:wondering|curious|asking)|i want to know"
        + @"|can i ask)[,:;–-]*\s+(?:please,? )?(?:(?:if|whether|about)\s+|(?<!\bsay\W+)(?=the\b)|" + Asks + @")"
        + @"|tell me[,:;–-]*\s+" + Asks + @")",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Requests();

    // 'Thanks' and 'cheers' go only behind a mark: in 'Did he say thank you?' they are what is asked about.
    [GeneratedRegex(
        @"(?:(?<=[\p{L}\p{N}""”’')])(?<!\b(?:say|says|said|saying|word|called|titled|song|album|film|mean|means|sang|wrote))"
        + @"\s+(?:please|pls|plz|thx|дякую|спасибо|будь ласка|пожалуйста)"
        + @"|(?<=[\p{L}\p{N}""”’')?])\s?(?:[,.!;–—-]|(?<=\?))[\s.!–—-]{0,3}"
        + @"(?:please|pls|plz|thx|cheers|ta|(?:many |so many )?thanks(?: (?:a lot|a million|so much|very much|in advance|again))?"
        + @"|thank you(?: (?:very much|so much|in advance|kindly|again))?|much appreciated"
        + @"|(?:best|kind) regards|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)|bye|merci(?: d['’]avance| beaucoup)?"
        + @"|(?:vielen )?dank(?:e)?(?: im voraus)?|(?:muchas )?gracias|grazie|dzięki|teşekkürler"
        + @"|(?:щиро |дуже |наперед |заздалегідь )?дякую(?: (?:наперед|заздалегідь|дуже|за відповідь|за допомогу))?"
        + @"|(?:большое |заранее )?спасибо(?: (?:заранее|большое|за ответ|за помощь))?"
        + @"|гарного (?:дня|вечора)|хорошего (?:дня|вечера)|будь ласка|пожалуйста))(?=[\s.!?:)]{0,8}$)[\s.!:)]*"
        + @"|(?<!\s)\s*(?::\)|;\)|🙏|🙂|😊|👋)+$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex After();
}
