using System.Text.RegularExpressions;

namespace NewsBot.Telegram.Sending;

/// <summary>A message without its formatting, for a server that refuses it.</summary>
internal static partial class PlainText
{
    /// <summary>The HTML without tags; what was escaped stays so.</summary>
    public static string Of(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();
}
