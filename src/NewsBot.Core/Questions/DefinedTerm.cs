using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Questions;

/// <summary>Finds who or what a question asks to have explained: 'who is al avila', 'what are fast radio bursts', 'what does horologist mean'.</summary>
internal static partial class DefinedTerm
{
    private const int MaxWords = 6;

    /// <summary>The name or the noun phrase; null when the question asks for something else, as 'who is winning', 'what is the price' and 'who is mayor of London' do.</summary>
    /// <param name="text">The sentence that asks.</param>
    public static string? Of(string text)
    {
        if (Meaning().Match(text) is { Success: true } meaning)
            return meaning.Groups["subject"].Value.Trim();
        if (Asks().Match(text) is not { Success: true } asks)
            return null;
        var isWho = asks.Groups["who"].Success;
        var whole = asks.Groups["subject"].Value.Trim();
        var determiner = asks.Groups["determiner"].Value.Trim().ToUpperInvariant();
        var beforeComma = whole.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? whole[..comma] : whole;
        if (End().IsMatch(beforeComma) || (determiner.Length == 0 && NoSubject().IsMatch(whole)) || VerbWithin().IsMatch(beforeComma))
            return null;
        var subject = Addition().Match(whole) is { Success: true, Index: > 0 } addition ? whole[..addition.Index].Trim() : whole;
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxWords || subject.Length < 2)
            return null;

        // 'The keeling curve' may be a thing of that name, 'the price of gas' is asked for.
        if (determiner is "THE" && !char.IsUpper(subject[0]) && (words.Length > 2 || whole.Length > subject.Length))
            return null;
        if (Possessive().IsMatch(subject))
            return null;
        return (isWho || determiner is not ("A" or "AN")) && AsksForKind(words, isWho) ? null : subject;
    }

    /// <summary>
    /// 'Who is the president of France' asks for a person, 'what was the score' for a score; 'who is Macron' and 'who is president Macron' ask what that person is.
    /// </summary>
    private static bool AsksForKind(string[] words, bool isWho)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].ToLowerInvariant();
            if (!QuestionType.IsKindNoun(word))
                continue;

            // A title stands before the name, a role stands last.
            if (i == words.Length - 1 || (!isWho && char.IsLower(words[i][0]) && i > 0))
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"^what (?:does|do|did) (?<subject>[^?.!,:;]{2,60}?) mean\b(?! to| for| by)|^(?:what is |what['’]?s )?(?:the )?meaning of (?<subject>[^?.!,:;]{2,60}?)[?.! ]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Meaning();

    [GeneratedRegex(
        @"^(?:(?<who>who)|what)(?:['’]?s| is| are| was| were) (?<determiner>(?:an?|the) )?(?<subject>[^?!:;]{2,80}?)(?: (?:exactly|anyway|again|actually))?[?.! ]*$"
        + @"|^(?<subject>[^?!:;]{2,60}?),? (?:(?<who>who)|what) (?:is|was) (?:he|she|that|it|this)(?: exactly| anyway| again)?[?.! ]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Asks();

    /// <summary>'Married to', 'charged with': the question ends in what is asked for.</summary>
    [GeneratedRegex(
        @"\b(?:to|with|for|by|from|at|on|about|of|in|against|like|worth|called|named|now|next|there|left|today|up|doing|do)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex End();

    [GeneratedRegex(
        @"^(?!(?:they|he|she|it|this|that|these|those)$)(?:(?:behind|in|on|at|to|for|with|by|of|from|after|against|under|about|up|new|next|left"
        + @"|wrong|better|best|worst|more|most|first|last|now|still|likely|expected|really"
        + @"|actually|responsible|allowed|eligible|dead|alive|ahead|going|it|this|that|these|those|there|he|she|they|you|i|we|his|her|their|its|my|your|our|one|some|so|such|not"
        + @"|done|said|known|made|won|lost|hit|set|being|supposed|currently|also|named|voted|elected|appointed|crowned|awarded|chosen|picked)\b"
        + @"|[\p{Ll}-]+(?:ing|ed)\b(?! \p{Lu}))",
        RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex NoSubject();

    /// <summary>'Tom Hanks playing in', 'Hurts going to'.</summary>
    [GeneratedRegex(@"\s[\p{Ll}-]+ing (?!\p{Lu})\S|\s(?:is|are|was|were|did|does|do|will|would|has|have|had|can|could)\b", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex VerbWithin();

    /// <summary>What stands behind the name to say where it is from: ', the hotel thing', 'in Star Wars', 'the dog'.</summary>
    [GeneratedRegex(@",\s|\.\s+$|\s(?:in|at|on|from|of|for|with|and|the|who|that|which|to|by)\s", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Addition();

    [GeneratedRegex(@"['’]s?\s\p{Ll}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Possessive();
}
