using System.Text.RegularExpressions;

namespace NewsBot.Telegram.Subscriptions;

/// <summary>A time of day as people type it: '7', '7:30', '19.00', '7 pm'.</summary>
internal static partial class TypedTime
{
    private const int MaxLength = 20;

    /// <summary>The time; null when the text is none.</summary>
    public static TimeOnly? Read(string text)
    {
        if (text.Length > MaxLength || Clock().Match(text) is not { Success: true } match)
            return null;
        var hour = int.Parse(match.Groups["hour"].ValueSpan);
        var minute = match.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is 0 or > 12)
                return null;
            hour = (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"^\s*(?<hour>[0-9]{1,2})(?:\s*[:.\-h]\s*(?<minute>[0-9]{2}))?\s*(?<half>[ap]\.?m\.?)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Clock();
}
