using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Sources.Reading;

/// <summary>Reads the dates that files, pages and feeds write.</summary>
/// <remarks>
/// RFC 822 with its successors and the slips of real feeds (any order, no seconds, two-digit years, names of zones and of
/// places of the IANA data), ISO 8601 with W3C's profile, ordinal and week dates, Unix seconds and milliseconds, and dates in
/// the words and digits of the languages of <see cref="DateWords"/>. A date without a time is midnight, a time without a zone is UTC.
/// What programs write for nothing, the years before 1000 and the beginnings of 1900 and 1970, is no date.
/// </remarks>
internal static partial class SourceDate
{
    private const int MaxLength = 100;

    // Seconds from 1973 to 2286, milliseconds from 1979 to 2286; '202405011200' between them is a date without its marks.
    private const long FirstSeconds = 100_000_000;
    private const long EndSeconds = 10_000_000_000;
    private const long FirstMilliseconds = 300_000_000_000;
    private const long EndMilliseconds = 10_000_000_000_000;

    // Years below stand for none: .NET's first year, and zeros.
    private const int FirstYear = 1000;

    // The first day of Unix, and those that spreadsheets and databases count from.
    private static readonly DateTime[] Zeros = [new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1), DateTime.UnixEpoch];

    private static readonly TimeSpan MostOffset = TimeSpan.FromHours(14);

    // There were no pages before the web.
    private const int FirstPageYear = 1990;

    /// <summary>The instant that a field for a date gives, UTC, read as far as it goes: '2004' is the first of January, '2004-02-31' the last of February.</summary>
    /// <returns>Null when no date can be made out.</returns>
    public static DateTimeOffset? ReadLoosely(string? text) => Read(text, isLoose: true);

    /// <summary>The instant, UTC, of a text that names a whole day of the calendar, in whole seconds.</summary>
    /// <returns>Null for anything less than a year, a month and a day, and for a day that no calendar has.</returns>
    public static DateTimeOffset? Read(string? text) =>
        Read(text, isLoose: false) is { } instant ? instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond)) : null;

    /// <summary>The day in an address like '/2024/05/01/'; null when there is none.</summary>
    public static DateTimeOffset? OfUrl(string? url)
    {
        var match = UrlDay().Match(url is { Length: <= CanonicalUrl.MaxChars } ? url : "");
        if (!match.Success)
            return null;
        var day = Read($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}");
        return day is { Year: >= FirstPageYear } ? day : null;
    }

    /// <summary>The instant of these numbers; 24:00 is the next day's 0:00. Null when they are out of range.</summary>
    /// <param name="year">With its century.</param>
    /// <param name="month">From 1.</param>
    /// <param name="day">From 1.</param>
    /// <param name="time">Of the day, in the zone.</param>
    /// <param name="offset">Of the zone from UTC.</param>
    /// <param name="isLoose">Whether a day past the month's end is its last, and an hour past the day's end one of the next.</param>
    public static DateTimeOffset? Of(int year, int month, int day, TimeSpan time, TimeSpan offset, bool isLoose)
    {
        if (year is < FirstYear or > 9998 || month is < 1 or > 12 || day is < 1 or > 31 || time < TimeSpan.Zero || time > TimeSpan.FromHours(isLoose ? 48 : 24))
            return null;
        var days = DateTime.DaysInMonth(year, month);
        if (day > days && !isLoose)
            return null;
        var date = new DateTime(year, month, Math.Min(day, days), 0, 0, 0, DateTimeKind.Utc);
        var ticks = date.Ticks + time.Ticks - offset.Ticks;
        return ticks == DateTimeOffset.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>The year that two digits mean: feeds began in the nineties.</summary>
    public static int Century(int year) => year switch
    {
        < 90 => year + 2000,
        < 200 => year + 1900,
        _ => year,
    };

    /// <summary>The offset that '+02:00', '-0800', '+2', 'Z' or a zone's name says; null for anything else.</summary>
    public static TimeSpan? Offset(ReadOnlySpan<char> zone)
    {
        zone = zone.Trim();
        foreach (var universal in (ReadOnlySpan<string>)["ETC/", "GMT", "UTC", "UT", "Z"])
        {
            if (zone.StartsWith(universal, StringComparison.OrdinalIgnoreCase))
                zone = zone[universal.Length..];
            if (zone.Length == 0)
                return TimeSpan.Zero;
        }

        if (zone[0] is not ('+' or '-' or '\u2212'))
            return ZoneNames.Offset(zone);
        var isWest = zone[0] != '+';
        Span<char> digits = stackalloc char[4];
        var count = 0;
        var hourDigits = 0;
        foreach (var c in zone[1..])
        {
            if (c == ':')
                hourDigits = count;
            else if (!char.IsAsciiDigit(c) || count == 4)
                return null;
            else
                digits[count++] = c;
        }

        if (count == 0)
            return null;
        hourDigits = hourDigits > 0 ? hourDigits : Math.Max(1, count - (count > 2 ? 2 : 0));
        var hours = int.Parse(digits[..hourDigits], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = count > hourDigits ? int.Parse(digits[hourDigits..count], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (hours > 23 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return isWest ? -offset : offset;
    }

    private static DateTimeOffset? Read(string? text, bool isLoose)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: >= 2 and <= MaxLength })
            return null;
        trimmed = DateText.Plain(trimmed);
        return (FromUnix(trimmed) ?? IsoDate.Read(trimmed, isLoose) ?? WordDate.Read(trimmed, isLoose)) is { } time && !IsZero(time) ? time : null;
    }

    /// <summary>Whether programs write it for nothing, in whatever zone their midnight is.</summary>
    private static bool IsZero(DateTimeOffset time) =>
        time.UtcDateTime is { Second: 0 } instant && instant.Minute % 15 == 0 && Zeros.Any(zero => (instant - zero).Duration() <= MostOffset);

    private static DateTimeOffset? FromUnix(string text)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        // A smaller number is a year or a day that somebody wrote.
        return !decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) ? null : Math.Abs(number) switch
        {
            >= FirstSeconds and < EndSeconds => DateTimeOffset.FromUnixTimeSeconds((long)number),
            >= FirstMilliseconds and < EndMilliseconds => DateTimeOffset.FromUnixTimeSeconds((long)(number / 1000)),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"/(?<year>(?:19|20)\d\d)[/-]?(?<month>\d\d)[/-]?(?<day>\d\d)(?=[/-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UrlDay();
}
