using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Tells a greeting, a request for code or for a poem, arithmetic and the like from a question about news.</summary>
internal static partial class OffTopicRequest
{
    /// <summary>What it is; null when the text may be a question about news.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hasTerms">Whether it has a word to look for.</param>
    public static RefusalKind? Of(string text, bool hasTerms)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return RefusalKind.Empty;
        if (!trimmed.Any(char.IsLetter))
            return RefusalKind.NoWords;
        if (Greeting().IsMatch(trimmed))
            return RefusalKind.Greeting;
        if (Thanks().IsMatch(trimmed))
            return RefusalKind.Thanks;
        if (AboutTheBot().IsMatch(trimmed) || Order().IsMatch(trimmed) || Arithmetic().IsMatch(trimmed))
            return RefusalKind.NoNewsQuestion;
        return hasTerms ? null : RefusalKind.NoSubject;
    }

    [GeneratedRegex(
        @"^(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|day|afternoon|evening|night)|greetings|привіт|вітаю|добрий день)"
        + @"(?:[ ,]+(?:there|bot|newsbot|all|everyone|friend|again))*[ ,!.?:)]*"
        + @"(?:how are you(?: (?:doing|today))*|what'?s up|how(?:'s| is) it going)?[ !.?:)]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^(?:thanks|thank you|thx|cheers|great|ok|okay|cool|nice|bye|goodbye|see you|дякую)(?:[ ,]+(?:a lot|so much|very much|bot|newsbot|you|then|later|job|work))*[ !.:)]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(?:so |and |but |please |can you tell me )?(?:who|what|how old) (?:are|r) (?:you|u)"
        + @"(?: (?:called|doing|up to|exactly|really|made of|today))*[ ?!.]*$|^how are (?:you|u)\b"
        + @"|\byour (?:name|system prompt|prompt|instructions|creator|favou?rite)\b"
        + @"|^(?:are|do|can|could|will|would) you (?:feel|love|like|dream|sleep|real|human|an? (?:bot|ai|robot|human|person|machine))\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AboutTheBot();

    [GeneratedRegex(
        @"^(?:(?:hey|hi|hello|ok|please|now|just)[ ,]+)*(?:(?:can|could|would|will) you |i (?:want|need|would like) you to |help me (?:to )?"
        + @"|let'?s )?(?:please )?(?:(?:write|create|generate|implement|code|program|debug|refactor|compile|draw|paint|sing|compose|translate"
        + @"|calculate|solve|compute|fix|roleplay|role-play|imagine|pretend|ignore|forget|disregard|repeat|act as|play|remind|recommend|book|order"
        + @"|call me)\b"
        + @"|(?:tell|give|make|show) (?:me |us )?(?:an? |some |the )?(?:joke|poem|story about|riddle|recipe|song|code|function|script|regex"
        + @"|essay)\b)"
        + @"|\b(?:python|java|javascript|c\+\+|c#|sql|rust|html|css|bash|regex) (?:code|function|script|program|query|snippet|class|method"
        + @"|one-liner)\b"
        + @"|\b(?:function|script|program|code) (?:in|that|to|which|for) (?:python|java|javascript|c\+\+|c#|sql|rust|golang|bash|sort|reverse"
        + @"|compute|calculate|print|parse)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Order();

    [GeneratedRegex(
        @"^(?:what(?:'s| is) |how much is |calculate )?[\d\s.,()]+(?:(?:[-+*/^x×÷=]|plus|minus|times|divided by|squared)[\d\s.,()]*)+[=? ]*$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Arithmetic();
}
