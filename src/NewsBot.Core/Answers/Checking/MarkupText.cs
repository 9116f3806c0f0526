using System.Text.RegularExpressions;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Whether a text has an address, a mark-up or a sign of control, none of which a writer of sentences needs.</summary>
internal static partial class MarkupText
{
    public static bool IsMatch(string text) => Markup().IsMatch(text);

    [GeneratedRegex(
        @"[<>`*_#|\\{}~]|\]\(|\w://|\bwww\."
        + @"|\b[\w-]+\.(?:com|org|net|info|biz|io|ru|uk|co|me|xyz|top|app|dev|ai|tv|gov|edu|site|online|link|ly|gg)\b|\w@\w|(?:^|\s)[@/]\w"
        + @"|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Markup();
}
