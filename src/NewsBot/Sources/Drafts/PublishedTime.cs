using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Drafts;

/// <summary>Reads the times that news sources give for their articles.</summary>
internal static partial class PublishedTime
{
    private const int MaxChars = 64;

    // 9 digits begin in 1973; from 12 on it is milliseconds, which end here in the year 2286.
    private const long FirstSeconds = 100_000_000;
    private const long FirstMilliseconds = 100_000_000_000;
    private const long LastMilliseconds = 10_000_000_000_000;

    // The widest offsets in use (IANA time zone database): UTC-12 and UTC+14.
    private static readonly TimeSpan WidestZone = TimeSpan.FromHours(14);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The instant that the text gives, in UTC.</summary>
    /// <param name="text">
    /// ISO 8601 date or date-time, RFC 1123 or RFC 822, or Unix seconds (milliseconds from 12 digits on). Without a time
    /// it is midnight, without a zone UTC.
    /// </param>
    /// <returns>Null for anything else, and for a date that no calendar has.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        if (text.Length > MaxChars)
            return null;
        var trimmed = text.Trim();
        if (decimal.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return FromUnix(number);
        var match = Iso().Match(trimmed);
        if (match.Success)
            return At(match, Number(match, "month"));
        match = Rfc822().Match(trimmed);
        return match.Success
            ? At(match, Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1)
            : null;
    }

    private static DateTimeOffset? FromUnix(decimal number)
    {
        var magnitude = Math.Abs(number);
        // A small number is a year or a day that somebody wrote, and no time.
        if (magnitude is < FirstSeconds or >= LastMilliseconds)
            return null;
        return DateTimeOffset.FromUnixTimeSeconds((long)(magnitude >= FirstMilliseconds ? number / 1000 : number));
    }

    private static DateTimeOffset? At(Match match, int month)
    {
        var (year, day, hour, minute) = (Number(match, "year"), Number(match, "day"), Number(match, "hour"), Number(match, "minute"));
        // A leap second is the next minute's first.
        var second = Math.Min(Number(match, "second"), 59);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
            return null;
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        var zone = Zone(match.Groups["zone"].Value);
        var utc = local.Ticks - zone.Ticks;
        return zone.Duration() <= WidestZone && utc >= 0 && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Zone(string zone)
    {
        if (zone.Length >= 3 && zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
            var offset = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
            return zone[0] == '-' ? -offset : offset;
        }

        // RFC 822, section 5: the North American zones; every other letter means UTC.
        return zone.ToUpperInvariant() switch
        {
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            _ => TimeSpan.Zero,
        };
    }

    [GeneratedRegex(
        @"^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[Tt ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>[A-Za-z]{1,4}|[+-]\d{2}(?::?\d{2})?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?:[A-Za-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+(?<year>\d{4})(?:\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[A-Za-z]{1,4}|[+-]\d{2}:?\d{2})?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rfc822();
}
