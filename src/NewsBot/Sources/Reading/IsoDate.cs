using System.Globalization;

namespace NewsBot.Sources.Reading;

/// <summary>Dates of ISO 8601: calendar, ordinal and week dates, basic and extended, whole or cut short, with or without a time.</summary>
internal static class IsoDate
{
    // '14.05.00'
    private const int DottedLength = 8;

    /// <summary>The instant, UTC; null when the text is not such a date. A date that is cut short means its first month, day or second.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="isLoose">Whether less than a year of four digits, a month and a day is enough.</param>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text, bool isLoose)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or 'W' or 'w'))
            end++;
        if (end < 2 || !(isLoose || IsWhole(text[..end])) || ReadDate(text[..end]) is not { } date)
            return null;
        var rest = text[end..];
        if (rest.IsWhiteSpace())
            return SourceDate.Of(date.Year, date.Month, date.Day, TimeSpan.Zero, TimeSpan.Zero, isLoose);
        if (rest[0] is not ('T' or 't' or ' ' or '_' or ':'))
        {
            // A date and its zone: '2003-12-31Z'.
            return SourceDate.Offset(rest) is { } zone ? SourceDate.Of(date.Year, date.Month, date.Day, TimeSpan.Zero, zone, isLoose) : null;
        }

        // Java writes the place too: '+03:00[Europe/Kyiv]'.
        var bracket = rest.IndexOf('[');
        var zoned = bracket > 0 && rest[^1] == ']' ? rest[1..bracket].Trim() : rest[1..].Trim();
        if (bracket > 0 && !zoned.IsEmpty && char.IsAsciiDigit(zoned[^1]) && !zoned.ContainsAny('+', '-'))
            zoned = $"{zoned} {rest[(bracket + 1)..].TrimEnd(']')}";
        return ReadTime(zoned, date) is var (time, offset) ? SourceDate.Of(date.Year, date.Month, date.Day, time, offset, isLoose) : null;
    }

    /// <summary>'2003-12-31' or '20031231'.</summary>
    private static bool IsWhole(ReadOnlySpan<char> date) =>
        !date.ContainsAny('W', 'w') && (date.Count('-') == 2 ? date.IndexOf('-') == 4 : date.Length == 8 && !date.Contains('-'));

    private static (int Year, int Month, int Day)? ReadDate(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('W', 'w') is var week and >= 0)
            return ReadWeek(text, week);
        Span<Range> ranges = stackalloc Range[4];
        var parts = text.Split(ranges, '-');
        if (parts == 1)
        {
            return text.Length switch
            {
                4 => (Number(text), 1, 1),
                5 => Ordinal(SourceDate.Century(Number(text[..2])), Number(text[2..])),
                6 => (SourceDate.Century(Number(text[..2])), Number(text[2..4]), Number(text[4..])),
                7 => Ordinal(Number(text[..4]), Number(text[4..])),
                8 => (Number(text[..4]), Number(text[4..6]), Number(text[6..])),
                _ => null,
            };
        }

        var first = text[ranges[0]];
        var second = text[ranges[1]];
        if (first.Length is not (2 or 4) || second.IsEmpty)
            return null;
        var year = first.Length == 2 ? SourceDate.Century(Number(first)) : Number(first);
        return (parts, second.Length) switch
        {
            (2, 3) => Ordinal(year, Number(second)),
            (2, 1 or 2) => (year, Number(second), 1),
            (2, 4) => (year, Number(second[..2]), Number(second[2..])),
            (3, 1 or 2) when text[ranges[2]].Length is 1 or 2 => (year, Number(second), Number(text[ranges[2]])),
            _ => null,
        };
    }

    private static (int Year, int Month, int Day)? Ordinal(int year, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) && new DateOnly(year, 1, 1).AddDays(day - 1) is var date
            ? (date.Year, date.Month, date.Day)
            : null;

    private static (int Year, int Month, int Day)? ReadWeek(ReadOnlySpan<char> text, int at)
    {
        var year = text[..at].TrimEnd('-');
        var rest = text[(at + 1)..];
        if (year.Length != 4 || rest.Length < 2 || rest.ContainsAnyExceptInRange('-', '9'))
            return null;
        var day = rest[2..].TrimStart('-');
        if (Number(rest[..2]) is not (var week and >= 1 and <= 53) || Number(year) is not (var number and >= 1 and <= 9998))
            return null;
        var weekday = day.Length == 1 && day[0] is >= '1' and <= '7' ? day[0] - '0' : 1;
        var date = ISOWeek.ToDateTime(number, week, weekday == 7 ? DayOfWeek.Sunday : (DayOfWeek)weekday);
        return (date.Year, date.Month, date.Day);
    }

    private static (TimeSpan Time, TimeSpan Offset)? ReadTime(ReadOnlySpan<char> text, (int Year, int Month, int Day) date)
    {
        Span<double> parts = stackalloc double[3];
        var count = 0;
        var at = 0;
        var isAllDotted = text.Length >= DottedLength && text[2] == '.' && text[5] == '.' && text[6..DottedLength].IndexOfAnyExceptInRange('0', '9') < 0
            && (text.Length == DottedLength || !char.IsAsciiDigit(text[DottedLength]));
        while (count < 3 && at < text.Length && char.IsAsciiDigit(text[at]))
        {
            // Two digits each, with or without a colon; the last one may have a fraction.
            var length = at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 2 : 1;
            var value = (double)Number(text.Slice(at, length));
            at += length;
            // '14.05', '14.05.00': dots stand for colons.
            var isDotted = length == 2 && text[at..] is ['.', >= '0' and <= '5', >= '0' and <= '9', ..] && (isAllDotted ? count < 2 : count == 0 && text.Length == 5);
            if (!isDotted && at + 1 < text.Length && text[at] is '.' or ',' && char.IsAsciiDigit(text[at + 1]))
            {
                var scale = 0.1;
                for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++, scale /= 10)
                    value += (text[at] - '0') * scale;
                parts[count++] = value;
                break;
            }

            parts[count++] = value;
            if (at < text.Length && (text[at] == ':' || isDotted))
                at++;
        }

        if (count == 0 || parts[1] >= 60 || parts[2] >= 62)
            return null;
        var zone = text[at..].Trim();
        if (zone is ['A' or 'a' or 'P' or 'p'] or ['A' or 'a' or 'P' or 'p', 'M' or 'm' or '.' or ' ', ..] || DateWords.IsAfternoon(zone) is not null)
            return null;
        // An unknown zone does not cost the day.
        var offset = zone.IsEmpty ? TimeSpan.Zero : SourceDate.Offset(zone) ?? SourceDate.Offset(zone.ToString().Replace(" ", "", StringComparison.Ordinal));
        if (offset is null && !char.IsAsciiLetter(zone[0]))
            return null;
        if (zone.Contains('/') && SourceDate.Of(date.Year, date.Month, date.Day, TimeSpan.FromHours(parts[0]), TimeSpan.Zero, isLoose: true) is { } local)
            offset = ZoneNames.OfPlace(zone, local.DateTime) ?? offset;
        var seconds = (parts[0] * 3600) + (parts[1] * 60) + parts[2];
        return (TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)), offset ?? TimeSpan.Zero);
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
