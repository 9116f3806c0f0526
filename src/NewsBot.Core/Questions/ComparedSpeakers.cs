using System.Text.RegularExpressions;

namespace NewsBot.Core.Questions;

/// <summary>Two whose words a question sets side by side: 'what do Lisbon and Madrid say about the dam?'. Each is asked for alone, since few articles have both.</summary>
public static partial class ComparedSpeakers
{
    /// <summary>The question for each of the two.</summary>
    /// <param name="text">A question that stands alone.</param>
    /// <returns>Null when it does not compare what two say.</returns>
    public static (string First, string Second)? Of(string text)
    {
        if (Said().Match(text) is { Success: true } said && Parts(said) is { } sayers)
            return ($"what did {sayers.First} {said.Groups["rest"].Value}", $"what did {sayers.Second} {said.Groups["rest"].Value}");
        if (Differ().Match(text) is { Success: true } differ && Parts(differ) is { } parties)
            return ($"what did {parties.First} say {differ.Groups["rest"].Value}", $"what did {parties.Second} say {differ.Groups["rest"].Value}");
        return null;
    }

    /// <summary>'Johnson and Johnson' is one name, and 'what did the report say about Iraq and Iran say' asks for one speaker.</summary>
    private static (string First, string Second)? Parts(Match match)
    {
        var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
        return first.Equals(second, StringComparison.OrdinalIgnoreCase) || Verb().IsMatch(first) || Verb().IsMatch(second) ? null : (first, second);
    }

    [GeneratedRegex(
        @"^\W*(?:compare )?what (?:(?:do|does|did|have|has) )?(?:both )?(?<first>[^,;:?!]{2,60}?) and (?<second>[^,;:?!]{2,60}?) (?:each |both )?"
        + @"(?<rest>(?:say|said|think|claim|claimed|promise|promised|warn|warned|want|wanted|demand|demanded|argue|argued|tell|told)\b.*)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Said();

    [GeneratedRegex(
        @"^\W*(?:how (?:do|does|did) (?<first>[^,;:?!]{2,60}?) and (?<second>[^,;:?!]{2,60}?) (?:differ|disagree)"
        + @"|(?:compare|what(?: is|'s|’s) the difference between) (?:the )?(?:views|positions|statements) of (?<first>[^,;:?!]{2,60}?) and (?<second>[^,;:?!]{2,60}?))"
        + @" (?<rest>(?:on|about|over) .*)$",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Differ();

    [GeneratedRegex(@"\b(?:say|says|said|think|claim|promise|warn|want|demand|argue|tell|told|about|did|do|does)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Verb();
}
