using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Takes greetings, thanks and courtesies off a question: they say nothing of its subject.</summary>
public static partial class SocialWords
{
    /// <summary>The question itself; the text as it is when it holds nothing else than such words.</summary>
    /// <param name="text">Any text.</param>
    public static string Without(string text)
    {
        var left = text.Trim();
        for (var before = ""; before != left;)
        {
            before = left;
            left = After().Replace(Before().Replace(left, ""), "").Trim();
        }

        return left.Any(char.IsLetterOrDigit) ? left : text;
    }

    [GeneratedRegex(
        @"^(?:"
        + @"(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|day|afternoon|evening)|greetings|привіт|вітаю|добрий день|доброго дня|привет|здравствуйте)"
        + @"(?: (?:there|bot|newsbot|all|everyone|again|mate|guys))?(?:[\s,.!:;–-]+|$)"
        + @"|(?:please|pls|plz|ok(?:ay)?|well|um+|thanks|thank you|sorry|excuse me|quick question|будь ласка|пожалуйста)[\s,.!:;–-]+(?=\S)"
        + @"|(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody) (?:please |pls |maybe )?(?:tell me|say|explain to me|let me know|remind me)"
        + @"|do (?:you|u) (?:happen to )?know|any idea|i(?:'d| would) (?:like|love) to know|i(?:'m| am| was) (?:just )?(?:wondering|curious|asking)|i want to know"
        + @"|tell me(?= (?:who|whom|what|when|where|which|why|how|if|whether)\b)|may i ask|can i ask|скаж(?:и|іть|ите)|п[ії]дкаж(?:и|іть)|подскаж(?:и|ите))"
        + @"[\s,:;–-]+(?:(?:if|whether|about)\s+)?)",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"(?<=\S)[\s,.!–-]+"
        + @"(?:please|pls|plz|thanks(?: (?:a lot|so much|in advance))?|thank you(?: (?:very much|so much|in advance))?|thx|cheers|дякую|спасибо|будь ласка|пожалуйста)[\s.!?:)]*$"
        + @"|\s*(?::\)|;\)|🙏|🙂|😊|👋)+\s*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex After();
}
