using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a text speaks of what is still to come before something counts: 'still has to be approved', 'has yet to decide', 'will need confirmation'.</summary>
internal static partial class AwaitingText
{
    public static bool IsMatch(string text) => Awaiting().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:still (?:has|have|had|must|needs?)|(?:has|have|had|is|are) yet to|yet to be|(?:will|would|must|still|also) (?:\w+ )?needs?"
        + @"|needs? (?:\w+ )?(?:to be|approval|confirmation)"
        + @"|awaits?|awaiting|pending|subject to|requires?)\b",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Awaiting();
}
