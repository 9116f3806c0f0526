using System.Globalization;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads the dates that feeds write.</summary>
/// <remarks>
/// RFC 822 with its successors and the slips of real feeds (any order, no seconds, two-digit years, names of zones and
/// months of several languages), ISO 8601 with W3C's profile, ordinal and week dates. A time without a zone is UTC.
/// </remarks>
internal static class FeedDate
{
    private const int MaxLength = 100;

    /// <summary>The instant, UTC; null when the text is no date.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: >= 2 and <= MaxLength })
            return null;
        return IsoDate.Read(trimmed) ?? WordDate.Read(trimmed);
    }

    /// <summary>The instant of these numbers; a day past the month's end is its last, 24:00 the next day's 0:00. Null when they are out of range.</summary>
    /// <param name="year">With its century.</param>
    /// <param name="month">From 1.</param>
    /// <param name="day">From 1.</param>
    /// <param name="time">Of the day, in the zone.</param>
    /// <param name="offset">Of the zone from UTC.</param>
    public static DateTimeOffset? Of(int year, int month, int day, TimeSpan time, TimeSpan offset)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day is < 1 or > 31 || time < TimeSpan.Zero || time > TimeSpan.FromHours(48))
            return null;
        var date = new DateTime(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)), 0, 0, 0, DateTimeKind.Utc);
        var ticks = date.Ticks + time.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>The year that two digits mean: feeds began in the nineties.</summary>
    public static int Century(int year) => year switch
    {
        < 90 => year + 2000,
        < 200 => year + 1900,
        _ => year,
    };

    /// <summary>The offset that '+02:00', '-0800', '+2', 'Z' or a zone's name says; null when the text is none.</summary>
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
}
