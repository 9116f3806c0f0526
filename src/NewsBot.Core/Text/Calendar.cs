namespace NewsBot.Core.Text;

/// <summary>Date arithmetic that answers null where the calendar ends or a date does not exist.</summary>
internal static class Calendar
{
    /// <summary>The day, or null for 30 February and the like.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The day <paramref name="days"/> after <paramref name="from"/>.</summary>
    public static DateOnly? Add(DateOnly? from, long days)
    {
        if (from is not { } day)
            return null;
        var number = day.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    public static DateRange? One(DateOnly? day) => day is { } known ? new DateRange(known, known) : null;

    /// <summary>Both ends, put in order; null when either is.</summary>
    public static DateRange? Between(DateOnly? first, DateOnly? last) =>
        first is { } from && last is { } to ? (from <= to ? new DateRange(from, to) : new DateRange(to, from)) : null;

    /// <summary>The first to the last day of a number of months, counted from January of year 1 as 12.</summary>
    public static DateRange? Months(long first, int count)
    {
        var last = first + count - 1;
        if (first < 12 || last > (9999L * 12) + 11)
            return null;
        var (fromYear, fromMonth) = ((int)(first / 12), (int)(first % 12) + 1);
        var (toYear, toMonth) = ((int)(last / 12), (int)(last % 12) + 1);
        return new DateRange(new DateOnly(fromYear, fromMonth, 1), new DateOnly(toYear, toMonth, DateTime.DaysInMonth(toYear, toMonth)));
    }

    /// <summary>The number of a month for <see cref="Months"/>.</summary>
    public static long Index(int year, int month) => (year * 12L) + month - 1;

    /// <summary>The number of a day's month for <see cref="Months"/>.</summary>
    public static long Index(DateOnly day) => Index(day.Year, day.Month);

    /// <summary>0 for Monday, 6 for Sunday.</summary>
    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    /// <summary>The calendar unit that lies <paramref name="offset"/> units from the one around the reference; weeks are Monday to Sunday.</summary>
    public static DateRange? Unit(DateOnly? reference, TimeUnit unit, long offset)
    {
        if (reference is not { } day)
            return null;
        if (Math.Abs(offset) > 100_000)
            return null;
        var monday = Add(day, -Weekday(day) + (7 * offset));
        var month = Index(day);
        return unit switch
        {
            TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour => One(day),
            TimeUnit.Day => One(Add(day, offset)),
            TimeUnit.Week => Between(monday, Add(monday, 6)),
            TimeUnit.Fortnight => Between(Add(monday, 7 * offset), Add(monday, (7 * offset) + 13)),
            TimeUnit.Weekend => Between(Add(monday, 5), Add(monday, 6)),
            TimeUnit.Month => Months(month + offset, 1),
            TimeUnit.Quarter => Months((month / 3 * 3) + (3 * offset), 3),
            TimeUnit.Year => Months((month / 12 * 12) + (12 * offset), 12),
            TimeUnit.Decade => Months((month / 120 * 120) + (120 * offset), 120),
            _ => Months((((month - 12) / 1200) * 1200) + 12 + (1200 * offset), 1200),
        };
    }

    /// <summary>The day that lies a number of units away, to the day.</summary>
    public static DateOnly? Shift(DateOnly? reference, TimeUnit unit, double count)
    {
        if (reference is not { } day || Math.Abs(count) > 1_000_000)
            return null;
        double days;
        switch (unit)
        {
            case TimeUnit.Second or TimeUnit.Minute:
                return day;
            case TimeUnit.Hour:
                days = count / 24;
                break;
            case TimeUnit.Day:
                days = count;
                break;
            case TimeUnit.Week or TimeUnit.Weekend:
                days = count * 7;
                break;
            case TimeUnit.Fortnight:
                days = count * 14;
                break;
            default:
                var months = (long)Math.Round(count * MonthsIn(unit));
                return Months(Index(day) + months, 1) is { } target ? Add(target.First, Math.Min(day.Day, target.Last.Day) - 1) : null;
        }

        return Add(day, (long)(days < 0 ? Math.Floor(days) : Math.Ceiling(days)));
    }

    /// <summary>The stretch meant by 'three weeks ago' or 'in three weeks': a day, a week around one, a month, a year.</summary>
    public static DateRange? Around(DateOnly? reference, TimeUnit unit, double count)
    {
        var day = Shift(reference, unit, count);
        var whole = Math.Abs(count - Math.Round(count)) < 1e-9;
        return unit switch
        {
            <= TimeUnit.Minute => One(reference),
            TimeUnit.Hour => Between(day, reference),
            TimeUnit.Day => One(day),
            TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight => Between(Add(day, -3), Add(day, 3)),
            TimeUnit.Year when whole => Unit(day, TimeUnit.Year, 0),
            TimeUnit.Decade or TimeUnit.Century => Between(Shift(day, TimeUnit.Year, unit == TimeUnit.Decade ? -2 : -10),
                Shift(day, TimeUnit.Year, unit == TimeUnit.Decade ? 2 : 10)),
            _ => Unit(day, TimeUnit.Month, 0),
        };
    }

    /// <summary>The day in one of the years around the reference that is nearest, the past before the future unless that is far nearer.</summary>
    /// <param name="reference">The day to measure from; null gives null.</param>
    /// <param name="candidate">The stretch in a given year; null when that year has none.</param>
    /// <param name="direction">-1 for strictly before, 1 for the reference or after, 0 for the nearest.</param>
    public static DateRange? Nearest(DateOnly? reference, Func<int, DateRange?> candidate, int direction)
    {
        if (reference is not { } day)
            return null;
        DateRange? past = null;
        DateRange? future = null;
        for (var year = day.Year - 8; year <= day.Year + 8; year++)
        {
            if (candidate(year) is not { } range)
                continue;
            if (range.Contains(day) && direction == 0)
                return range;
            if (direction < 0 ? range.Last < day : range.First <= day && range.Last <= day)
                past = range;
            else if (range.Last >= day && direction >= 0)
                future ??= range;
        }

        if (direction != 0)
            return direction < 0 ? past : future ?? past;
        if (past is not { } before || future is not { } after)
            return past ?? future;

        // A third of the way: on 10 January 'Feb. 7' is the coming one, on 20 June it is the one gone by.
        return (after.First.DayNumber - day.DayNumber) * 3 < day.DayNumber - before.Last.DayNumber ? after : before;
    }

    private static double MonthsIn(TimeUnit unit) => unit switch
    {
        TimeUnit.Month => 1,
        TimeUnit.Quarter => 3,
        TimeUnit.Year => 12,
        TimeUnit.Decade => 120,
        _ => 1200,
    };
}
