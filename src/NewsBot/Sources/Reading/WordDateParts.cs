using System.Globalization;
using System.Numerics;

namespace NewsBot.Sources.Reading;

/// <summary>What has been read of a date in words so far.</summary>
/// <param name="isLoose">Whether any words may stand around the date, and the day may be missing.</param>
internal sealed class WordDateParts(bool isLoose)
{
    // More words than a date has.
    private const int MaxWords = 12;

    // 'Date of publication: 3 June 2025'.
    private const int MaxStray = 3;

    private const int MonthsOfYear = 12;

    // Thailand counts its years from the death of Buddha.
    private const int ThaiYears = 543;
    private const int FirstThaiYear = 2443;

    private static readonly PersianCalendar Persian = new();

    private readonly List<(int Months, int Days)> named = [];
    private bool isThai;
    private bool isForeign;
    private int strayWords;
    private bool isYearDotted;
    private int? year;
    private int? month;
    private int? day;
    private int? loose;
    private TimeSpan? time;
    private TimeSpan? offset;
    private string? place;
    private bool? isAfternoon;

    /// <summary>Whether a time of day was read.</summary>
    public bool HasTime => time is not null;

    /// <summary>Whether a year, a month and a day were read.</summary>
    public bool IsWhole => year is not null && day is not null && !isForeign && (month is not null || named.Exists(word => word.Months != 0));

    private bool HasDay => day is not null || year is not null;

    /// <summary>Takes a number, a date or a time; false when the text is no date.</summary>
    /// <param name="text">Digits and the marks between them.</param>
    /// <param name="next">What follows.</param>
    public bool TakeNumber(ReadOnlySpan<char> text, char next)
    {
        if (text.Contains(':'))
            return TakeTime(text);
        if (text.IndexOfAny('/', '-', '.') is var mark and > 0)
            return TakeDate(text, text[mark]);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        // A part of a Korean or Chinese date: 2004년 05월.
        if (next is '년' or '年')
            year = number;
        else if (next is '월' or '月')
            month = number;
        else if (next is '일' or '日')
            day = number;
        else if (text.Length == 4 && year is not null && time is null && number / 100 < 24 && number % 100 < 60)
            time = new TimeSpan(number / 100, number % 100, 0);
        else if (text.Length >= 3 && (isLoose || (text.Length == 4 && year is null)))
            (year, isYearDotted) = (year ?? (text.Length > 3 ? number : SourceDate.Century(number)), next == '.');
        else if (day is null && text.Length < 3)
            day = number;
        else if (!isLoose)
            return false;
        else if (year is null && (month is not null || loose is not null || named.Exists(word => word.Months != 0)))
            year = SourceDate.Century(number);
        else
            loose ??= number;
        return true;
    }

    /// <summary>Takes a month whose name is two words: 'Deireadh Fómhair'; false when these are none.</summary>
    public bool TakeMonthOfTwo(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var months = DateWords.Months($"{first}_{second}");
        if (months == 0)
            return false;
        Name(months, days: 0);
        return true;
    }

    /// <summary>Takes a word, or an offset with its sign.</summary>
    public void TakeWord(ReadOnlySpan<char> word)
    {
        isThai |= word[0] is >= '\u0E01' and <= '\u0E4E';
        var isZone = word[0] is '+' or '-' || word.Contains('/') || IsZoneName(word);
        if (HasTime && isZone)
        {
            if (word.Contains('/'))
                place ??= word.ToString();
            else
                offset ??= SourceDate.Offset(word);
            isForeign |= offset is null && place is null && !char.IsLetter(word[0]);
        }
        else if (IsHalf(word) is { } half)
            isAfternoon = half;
        else if (DateWords.Months(word) is var months && DateWords.Days(word) is var days && (months | days) != 0)
            Name(months, days);
        else if (!HasTime && !DateWords.IsBetween(word))
            isForeign |= HasDay || ++strayWords > MaxStray;
    }

    /// <summary>The instant, UTC; null when no day can be made out.</summary>
    public DateTimeOffset? ToInstant()
    {
        month ??= MonthOf();
        if (year is null || month is null || (!isLoose && (day is null || isForeign)))
            return null;
        if (month > MonthsOfYear || isThai)
            ToGregorian();
        if (year is null)
            return null;
        // Programs count days on past a month's end in ISO's form only.
        if (SourceDate.Of(year.Value, month.Value, day ?? 1, TimeSpan.Zero, TimeSpan.Zero, isLoose: false) is null)
            return null;
        var of = time ?? TimeSpan.Zero;
        if (isAfternoon == true && of.Hours < 12)
            of += TimeSpan.FromHours(12);
        else if (isAfternoon == false && of.Hours == 12)
            of -= TimeSpan.FromHours(12);
        // 'July 2004' has no day.
        var local = SourceDate.Of(year.Value, month.Value, day ?? 1, of, TimeSpan.Zero, isLoose);
        var zone = offset ?? (place is not null && local is not null ? ZoneNames.OfPlace(place, local.Value.DateTime) ?? SourceDate.Offset(place) : null);
        return SourceDate.Of(year.Value, month.Value, day ?? 1, of, zone ?? TimeSpan.Zero, isLoose);
    }

    /// <summary>Turns a year of the Persian or the Thai calendar, with its day, into ours.</summary>
    private void ToGregorian()
    {
        if (isThai && year is > FirstThaiYear and < FirstThaiYear + 200)
            year -= ThaiYears;
        // Of two digits: '68' stands for 2568.
        else if (isThai && year is >= 2040 and < 2100)
            year += 500 - ThaiYears;
        if (month <= MonthsOfYear)
            return;
        month -= MonthsOfYear;
        if (year is not (>= 1300 and < 1500) || day is not > 0 || day > Persian.GetDaysInMonth(year.Value, month!.Value))
        {
            year = null;
            return;
        }

        var date = Persian.ToDateTime(year.Value, month.Value, day.Value, 0, 0, 0, 0);
        (year, month, day) = (date.Year, date.Month, date.Day);
    }

    private static bool IsZoneName(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
        }

        return word is not "T" && SourceDate.Offset(word) is not null;
    }

    /// <summary>A letter alone is a half of the day after the time only.</summary>
    private bool? IsHalf(ReadOnlySpan<char> word) => word.Length == 1
        ? !HasTime ? null : word[0] is 'a' ? false : word[0] is 'p' ? true : DateWords.IsAfternoon(word)
        : DateWords.IsAfternoon(word);

    private void Name(int months, int days)
    {
        if (named.Count < MaxWords)
            named.Add((months, days));
    }

    /// <summary>The month that the words name: a word that may be a day of the week, as 'mar' in French, counts only where no other names a month.</summary>
    private int? MonthOf()
    {
        var words = named.FindAll(word => word.Months != 0);
        var months = words.Find(word => word.Days == 0) is { Months: not 0 } sure ? sure.Months : words.Count > 0 ? words[^1].Months : 0;
        if (months == 0)
            return null;
        if (BitOperations.IsPow2(months))
            return BitOperations.TrailingZeroCount(months) + 1;
        // 'lis' and three others are a later month elsewhere than in Croatian. The day of the week tells, or the full stop that Croatian puts behind the year.
        var weekdays = named.Aggregate(0, (all, word) => word.Months == 0 ? all | word.Days : all);
        var fitting = Bits(months).Where(number => IsOn(number, weekdays)).ToList();
        if (fitting.Count == 1)
            return fitting[0];
        return isYearDotted ? Bits(months).First() : Bits(months).Last();
    }

    private bool IsOn(int number, int weekdays) =>
        year is { } y && SourceDate.Of(y, number, day ?? 1, TimeSpan.Zero, TimeSpan.Zero, isLoose: false) is { } date
        && (weekdays >> (((int)date.DayOfWeek + 6) % 7) & 1) != 0;

    private static IEnumerable<int> Bits(int months) => Enumerable.Range(1, 2 * MonthsOfYear).Where(number => (months >> (number - 1) & 1) != 0);

    private bool TakeTime(ReadOnlySpan<char> text)
    {
        // 'UTC-05:00' comes as a word; a date joined to its time by '-' or '/' does not.
        if (text.IndexOfAny('-', '/') is var dash and > 0)
        {
            if (text.IndexOf(':') > dash)
                return TakeNumber(text[..dash], ' ') && TakeTime(text[(dash + 1)..]);
            offset ??= SourceDate.Offset(text[dash..]);
            text = text[..dash];
        }

        Span<Range> ranges = stackalloc Range[4];
        var count = text.Split(ranges, ':');
        if (count is < 2 or > 3 || !int.TryParse(text[ranges[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text[ranges[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
        {
            return false;
        }

        var seconds = 0.0;
        if (count == 3 && !double.TryParse(text[ranges[2]], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds))
            return false;
        if (hours > 24 || minutes > 59 || seconds >= 62)
            return false;
        time ??= TimeSpan.FromMilliseconds((((hours * 60) + minutes) * 60_000) + Math.Round(seconds * 1000));
        return true;
    }

    private bool TakeDate(ReadOnlySpan<char> text, char mark)
    {
        Span<Range> ranges = stackalloc Range[4];
        var count = text.Split(ranges, mark);
        Span<int> numbers = stackalloc int[3];
        if (count is < 2 or > 3)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!int.TryParse(text[ranges[i]], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        if (count == 2)
        {
            // '10.23' is a time of day where dots stand for colons.
            return mark == '.' && numbers[0] < 24 && numbers[1] < 60 && (time ??= new TimeSpan(numbers[0], numbers[1], 0)) >= TimeSpan.Zero;
        }

        var last = text[ranges[2]];
        if (text[ranges[0]].Length >= 3)
            (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        // Which of the two is the day is plain where dots part them, or where one cannot be a month.
        else if (!isLoose && (last.Length != 4 || (mark != '.' && numbers[0] <= 12 && numbers[1] <= 12)))
            return false;
        // With slashes the month comes first, unless it cannot be one; dots and dashes have the day first, unless that cannot be.
        else if ((mark == '/' && numbers[0] <= 12) || numbers[1] > 12)
            (month, day, year) = (numbers[0], numbers[1], Year(last, numbers[2]));
        else
            (day, month, year) = (numbers[0], numbers[1], Year(last, numbers[2]));
        return true;
    }

    private static int Year(ReadOnlySpan<char> text, int number) => text.Length < 3 ? SourceDate.Century(number) : number;
}
