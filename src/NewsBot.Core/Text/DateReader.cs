// Over 400 lines: one grammar, whose patterns call each other ('3 p.m. Tuesday, May 5').
using System.Collections.Frozen;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>Reads dates from lexemes, left to right; each pattern looks at a bounded number of neighbours.</summary>
internal sealed class DateReader(Lexemes words, DateOnly? reference)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadIns = WordLists.Find("DateLeadIns");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> YearLeadIns = WordLists.Find("DateYearLeadIns");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Counted = WordLists.Find("DateCounted");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Future = WordLists.Find("DateFuture");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Reporting = WordLists.Find("DateReporting");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Zones = WordLists.Find("DateZones");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Repeats = WordLists.Find("DateRepeats");

    private readonly List<DateMatch> matches = [];

    /// <summary>All dates, in order, without overlap.</summary>
    public List<DateMatch> Read()
    {
        var i = 0;
        while (i < words.Count)
        {
            if (TryRead(i) is { } match)
            {
                Add(match);
                i = match.End;
            }
            else
            {
                i++;
            }
        }

        return matches;
    }

    private void Add(DateMatch match)
    {
        // 'Tuesday at 3 p.m.': one mention, the day's.
        if (match is { Range: null, IsCalendar: true } && matches.Count > 0 && matches[^1] is { Range: not null } last && last.Range is { } day && day.First == day.Last)
        {
            var gap = match.First - last.End;
            if (gap == 0 || (gap == 1 && (words.Is(last.End, "at") || words.Is(last.End, ','))))
            {
                matches[^1] = last with { End = match.End, Span = new TextSpan(last.Span.Start, match.Span.End), IsCalendar = true };
                return;
            }
        }

        matches.Add(match);
    }

    private DateMatch? TryRead(int i)
    {
        var item = words[i];
        if (item.IsNumber)
            return FromNumber(i);
        if (!item.IsWord)
            return item.Kind == LexemeKind.Symbol && (words.Is(i, '\'') || words.Is(i, '\u2019') || words.Is(i, '\u2018')) ? ShortDecade(i) : null;
        return item.Class switch
        {
            WordClass.None or WordClass.DayPart or WordClass.Part or WordClass.Time => null,
            WordClass.Month or WordClass.ShortMonth => FromMonth(i, null),
            WordClass.Weekday or WordClass.ShortWeekday => FromWeekday(i, i, DateCue.None),
            WordClass.Day => FromDay(i),
            WordClass.Season => FromSeason(i, i, DateCue.None),
            WordClass.Ordinal => FromOrdinal(i),
            WordClass.Cue => FromCue(i, (DateCue)(int)item.Value),
            _ => FromCount(i, i),
        };
    }

    // ---- absolute -------------------------------------------------------------------------------------------------

    private DateMatch? FromNumber(int i)
    {
        if (Clock(i) is var clock && clock > 0)
            return WithDay(i, clock);
        if (Numeric(i) is { } numeric)
            return numeric;
        var day = words.Plain(i);
        if (day is >= 1 and <= 31 && DayThenMonth(i, day, null) is { } date)
            return date;
        return Year(i) ?? FromCount(i, i);
    }

    /// <summary>2023-05-05, 05/05/2023, 5/5/23.</summary>
    private DateMatch? Numeric(int i)
    {
        if (!words.Touches(i + 1) || !words.Touches(i + 2) || !words.Touches(i + 3) || !words.Touches(i + 4) || (words.Touches(i) && !words.Is(i - 1, '(')))
            return null;
        int a = words.Plain(i), b = words.Plain(i + 2), c = words.Plain(i + 4);
        if (a < 0 || b < 0 || c < 0)
            return null;
        if (words.Is(i + 1, '-') && words.Is(i + 3, '-') && words[i].Length == 4 && words[i + 2].Length == 2 && words[i + 4].Length == 2)
            return Calendar.Day(a, b, c) is { } iso ? Match(i, i + 5, Calendar.One(iso)) : null;
        if (!words.Is(i + 1, '/') || !words.Is(i + 3, '/') || words[i + 4].Length is not (2 or 4))
            return null;
        var year = words[i + 4].Length == 2 ? (c < 70 ? 2000 : 1900) + c : c;
        var slashed = Calendar.Day(year, a, b) ?? Calendar.Day(year, b, a);
        return slashed is { } known ? Match(i, i + 5, Calendar.One(known)) : null;
    }

    /// <summary>5 May, 5th of May 2023, 5-7 May.</summary>
    private DateMatch? DayThenMonth(int i, int day, int? weekday)
    {
        var j = AfterSuffix(i + 1);
        var last = day;
        if (words.IsDash(j) && words.Plain(j + 1) is var to and >= 1 and <= 31 && to > day)
        {
            last = to;
            j = AfterSuffix(j + 2);
        }

        if (words.Is(j, "of"))
            j++;
        if (words.Class(j) is not (WordClass.Month or WordClass.ShortMonth) || !words.IsCapitalised(j))
            return null;

        // '15 March 2 people' reads as a day too; '300 May' does not come here.
        var month = (int)words[j].Value;
        var end = AfterDot(j);
        if (YearAt(end, out var year, out var afterYear))
            return Match(i, afterYear, Calendar.Between(Calendar.Day(year, month, day), Calendar.Day(year, month, last)));
        if (words.Class(j) == WordClass.ShortMonth && words[j].Length == 3 && words.Is(j, "may"))
            return null;
        return Match(i, end, Partial(month, day, last, weekday, i, end));
    }

    private DateMatch? FromMonth(int i, int? weekday)
    {
        var month = (int)words[i].Value;
        var isShort = words.Class(i) == WordClass.ShortMonth;
        var ambiguous = month is 5 || words.Is(i, "march") || words.Is(i, "august") || isShort;
        var capital = words.IsCapitalised(i);
        var j = AfterDot(i);
        var day = words.Plain(j);
        if (day is >= 1 and <= 31 && words[j].Length <= 2 && !(words.Touches(j + 1) && (words.Is(j + 1, ':') || words.Is(j + 1, '%')))
            && (capital || !ambiguous || words.IsIn(i - 1, LeadIns)))
        {
            var k = AfterSuffix(j + 1);
            if (words.IsDash(k) || words.Is(k, "to") || words.Is(k, "through") || (words.Is(k, "and") && !words[k + 2].IsWord))
            {
                var to = words.Plain(k + 1);
                if (to > day && to <= 31 && words[k + 1].Length <= 2)
                {
                    var after = AfterSuffix(k + 2);
                    return YearAt(after, out var y, out var end)
                        ? Match(i, end, Calendar.Between(Calendar.Day(y, month, day), Calendar.Day(y, month, to)))
                        : Match(i, after, Partial(month, day, to, weekday, i, after));
                }

                if (words.Class(k + 1) is WordClass.Month or WordClass.ShortMonth && words.IsCapitalised(k + 1) && words.Plain(AfterDot(k + 1)) is var toDay and >= 1 and <= 31)
                {
                    var after = AfterSuffix(AfterDot(k + 1) + 1);
                    var toMonth = (int)words[k + 1].Value;
                    if (YearAt(after, out var y, out var end))
                        return Match(i, end, Calendar.Between(Calendar.Day(toMonth < month ? y - 1 : y, month, day), Calendar.Day(y, toMonth, toDay)));
                    var from = Partial(month, day, day, weekday, i, after);
                    return Match(i, after, from is { } start ? Calendar.Between(start.First,
                        Calendar.Day(toMonth < month ? start.First.Year + 1 : start.First.Year, toMonth, toDay)) : null);
                }
            }

            if (YearAt(k, out var year, out var afterYear))
                return Match(i, afterYear, Calendar.One(Calendar.Day(year, month, day)));
            return Match(i, k, Partial(month, day, day, weekday, i, k));
        }

        if (YearAt(words.Is(j, "of") ? j + 1 : j, out var monthYear, out var monthEnd) && (capital || !ambiguous || words.IsIn(i - 1, LeadIns)))
            return Match(i, monthEnd, Calendar.Months(Calendar.Index(monthYear, month), 1));
        if (weekday is not null)
            return null;

        // A month alone: 'in May', 'March' after such a word; 'April Ryan' and 'may' are not dates.
        var led = words.IsIn(i - 1, LeadIns) || (words.IsDash(i - 1) && words.Touches(i));
        if (isShort && !(led && j > i + 1))
            return null;
        if (!capital && (ambiguous || !led))
            return null;
        if (!led && (ambiguous || (words[i + 1].IsWord && words.IsCapitalised(i + 1)) || words.IsCapitalised(i - 1)))
            return null;
        return Match(i, j, MonthAlone(month, DateCue.None, i, j));
    }

    private DateRange? MonthAlone(int month, DateCue cue, int first, int end)
    {
        var direction = cue switch
        {
            DateCue.Last => -1,
            DateCue.Next or DateCue.Coming => 1,
            DateCue.This => 0,
            _ => IsFuture(first, end) ? 1 : 0,
        };
        if (cue == DateCue.This && reference is { } day)
            return Calendar.Months(Calendar.Index(day.Year, month), 1);
        var shifted = cue is DateCue.Next && reference is { } now && now.Month == month ? Calendar.Shift(now, TimeUnit.Month, 1) : reference;
        var range = Calendar.Nearest(shifted, year => Calendar.Months(Calendar.Index(year, month), 1), direction);
        return OpenEnded(first, range);
    }

    private DateRange? Partial(int month, int day, int last, int? weekday, int first, int end)
    {
        var future = IsFuture(first, end);
        if (weekday is { } wanted && reference is { } now)
        {
            // The weekday tells the year: the nearest one in which it falls so.
            DateRange? best = null;
            for (var year = now.Year - 6; year <= now.Year + 6; year++)
            {
                if (Calendar.Day(year, month, day) is { } candidate && Calendar.Weekday(candidate) == wanted
                    && (best is null || Math.Abs(candidate.DayNumber - now.DayNumber) < Math.Abs(best.Value.First.DayNumber - now.DayNumber)))
                {
                    best = Calendar.One(candidate);
                }
            }

            if (best is { } known && Math.Abs(known.First.DayNumber - now.DayNumber) < 400)
                return known;
        }

        return OpenEnded(first, Calendar.Nearest(reference, year => Calendar.Between(Calendar.Day(year, month, day), Calendar.Day(year, month, last)), future ? 1 : 0));
    }

    private DateMatch? Year(int i)
    {
        var year = words.Plain(i);
        if (words[i].Length != 4 || year is < 1500 or > 2100)
            return ShortDecade(i);
        if (words.Touches(i) && !(words.IsDash(i - 1) || words.Is(i - 1, '(') || words.Is(i - 1, '\u2018') || words.Is(i - 1, '"') || words.Is(i - 1, '\u201c')))
            return null;
        if (words.Touches(i + 1) && words.Is(i + 1, "s"))
            return Match(i, i + 2, Calendar.Months(Calendar.Index(year, 1), year % 100 == 0 && year < 2000 ? 1200 : 120));
        if (words.IsDash(i + 1) && words.Touches(i + 1) && words.Touches(i + 2) && words.Plain(i + 2) is var to and >= 0)
        {
            var full = words[i + 2].Length == 2 ? (year / 100 * 100) + to : to;
            if (words[i + 2].Length is 2 or 4 && full > year && full <= year + 200)
                return Match(i, i + 3, Calendar.Months(Calendar.Index(year, 1), 12 * (full - year + 1)));
        }

        if (words.Touches(i + 1) && !IsPunctuation(i + 1))
            return null;
        var led = words.IsIn(i - 1, YearLeadIns);
        if (!led && year is < 1800 or > 2099)
            return null;
        if (words.IsIn(i + 1, Counted) || words.Class(i + 1) is WordClass.Scale or WordClass.Hundred || words.Is(i + 1, '%')
            || (words.Class(i + 1) == WordClass.Time && !words.Is(i + 1, "quarter")))
            return null;
        if (!led && (words.Is(i - 1, "no") || words.Is(i - 2, "no") || words.Is(i - 1, "than") || words.Is(i - 1, "least") || words.Is(i - 1, "about")
            || words.Is(i - 1, "nearly")))
            return null;
        return Match(i, i + 1, OpenEnded(i, Calendar.Months(Calendar.Index(year, 1), 12)));
    }

    /// <summary>'90s, the 90s.</summary>
    private DateMatch? ShortDecade(int i)
    {
        var at = words[i].IsNumber ? i : i + 1;
        var decade = words.Plain(at);
        if (words[at].Length != 2 || decade < 0 || decade % 10 != 0 || !words.Is(at + 1, "s") || !words.Touches(at + 1))
            return null;
        var marked = at > i && words.Touches(at) && !(words.Touches(i) && words[i - 1].IsWord);

        // 'in his 50s' is an age; only after an apostrophe or 'the' is it a decade.
        if (!marked && !words.Is(i - 1, "the"))
            return null;
        return Match(i, at + 2, Calendar.Months(Calendar.Index((decade < 30 ? 2000 : 1900) + decade, 1), 120));
    }

    /// <summary>The fifth of May; the third quarter of 2022; the first half of 2022.</summary>
    private DateMatch? FromOrdinal(int i)
    {
        var value = (int)words[i].Value;
        if (words.Is(i + 1, "of") && value <= 31 && words.Class(i + 2) == WordClass.Month && words.IsCapitalised(i + 2))
            return DayThenMonth(i, value, null);
        if (words.Is(i + 1, "quarter") && value <= 4 && YearAt(words.Is(i + 2, "of") ? i + 3 : i + 2, out var year, out var end))
            return Match(i, end, Calendar.Months(Calendar.Index(year, (value * 3) - 2), 3));
        if (words.Is(i + 1, "half") && value <= 2 && words.Is(i + 2, "of") && YearAt(i + 3, out year, out end))
            return Match(i, end, Calendar.Months(Calendar.Index(year, (value * 6) - 5), 6));
        return null;
    }

    // ---- times of day ---------------------------------------------------------------------------------------------

    /// <summary>The index behind '3 p.m. ET' or '14:30'; 0 when there is none.</summary>
    private int Clock(int i)
    {
        var hour = words.Plain(i);
        if (hour is < 0 or > 24 || words[i].Length > 2)
            return 0;
        var j = i + 1;
        var colon = words.Is(j, ':') && words.Touches(j) && words.Touches(j + 1) && words[j + 1].Length == 2 && words.Plain(j + 1) is >= 0 and <= 59;
        if (colon)
            j += 2;
        if (words.Is(j, "am") || words.Is(j, "pm"))
        {
            j++;
        }
        else if ((words.Is(j, "a") || words.Is(j, "p")) && words.Is(j + 1, '.') && words.Is(j + 2, "m"))
        {
            j += 3;
            if (words.Is(j, '.') && words.Touches(j))
                j++;
        }
        else if (!colon || words.Is(j, ':') || words.Is(j, '.') && words.Touches(j + 1) || words.Touches(i))
        {
            return 0;
        }

        if (words.IsIn(j, Zones))
            j += words.Is(j + 1, "time") ? 2 : 1;
        else if (words.Is(j, "local") && words.Is(j + 1, "time"))
            j += 2;
        return j;
    }

    private DateMatch WithDay(int i, int end)
    {
        var at = words.Is(end, "on") || (words.Is(end, ',') && !words.Is(end + 2, "and")) ? end + 1 : end;
        var next = words.Class(at) is WordClass.Weekday or WordClass.ShortWeekday or WordClass.Month or WordClass.ShortMonth or WordClass.Day
            || (words.Class(at) == WordClass.Cue && (DateCue)(int)words[at].Value is DateCue.This or DateCue.Next or DateCue.Last)
            ? TryRead(at)
            : words.Plain(at) is var number and >= 1 and <= 31 ? DayThenMonth(at, number, null) : null;
        return next is { Range: not null } day && day.Range is { } range && range.First == range.Last
            ? Match(i, day.End, range)
            : Match(i, end, null);
    }

    // ---- relative -------------------------------------------------------------------------------------------------

    private DateMatch? FromDay(int i)
    {
        var offset = (long)words[i].Value;
        var first = i;
        if (offset == -1 && words.Is(i - 1, "before") && words.Is(i - 2, "day"))
            (offset, first) = (-2, i - 2);
        else if (offset == 1 && words.Is(i - 1, "after") && words.Is(i - 2, "day"))
            (offset, first) = (2, i - 2);
        if (words.Is(i - 1, "usa") && words.IsCapitalised(i))
            return null;
        var end = words.Class(i + 1) == WordClass.DayPart ? i + 2 : i + 1;
        return Match(first, end, Calendar.One(Calendar.Add(reference, offset)), isCalendar: false);
    }

    private DateMatch? FromWeekday(int first, int i, DateCue cue)
    {
        var weekday = (int)words[i].Value;
        var isShort = words.Class(i) == WordClass.ShortWeekday;
        var end = AfterDot(i);
        if (isShort && (!words.IsCapitalised(i) || (end == i + 1 && !words.Is(i - 1, "on") && !words.Is(i + 1, ','))))
            return null;
        if (words.Text(i).EndsWith("days", StringComparison.OrdinalIgnoreCase))
            return Match(first, end, null, isCalendar: false);
        var date = words.Is(end, ',') ? end + 1 : end;
        if (words.Class(date) is WordClass.Month or WordClass.ShortMonth && words.IsCapitalised(date) && words.Plain(AfterDot(date)) > 0 && FromMonth(date, weekday) is { } dated)
            return Match(first, dated.End, dated.Range);
        if (words.Plain(date) is var day and >= 1 and <= 31 && DayThenMonth(date, day, weekday) is { } european)
            return Match(first, european.End, european.Range);
        if (words.Class(end) == WordClass.DayPart)
            end++;
        if (words.Is(i - 1, "every") || words.Is(i - 1, "each"))
            return Match(first, end, null, isCalendar: false);
        if (reference is not { } now)
            return Match(first, end, null, isCalendar: false);

        // 'Black Friday', 'Super Sunday': names, though still days.
        var back = (Calendar.Weekday(now) - weekday + 7) % 7;
        var ahead = (7 - back) % 7;
        long offset = cue switch
        {
            DateCue.Last or DateCue.Past => back == 0 ? -7 : -back,
            DateCue.Next => 7 - Calendar.Weekday(now) + weekday,
            DateCue.Coming => ahead == 0 ? 7 : ahead,
            DateCue.This => ahead <= 4 || IsFuture(first, end) ? ahead : -back,
            _ => IsFuture(first, end) ? ahead : -back,
        };
        if (words.Is(end, "a") && words.Is(end + 1, "week") && words.Is(end + 2, "ago"))
            (offset, end) = (-back - 7, end + 3);
        return Match(first, end, OpenEnded(first, Calendar.One(Calendar.Add(now, offset))), isCalendar: false);
    }

    private DateMatch? FromSeason(int first, int i, DateCue cue)
    {
        var month = (int)words[i].Value;
        var at = words.Is(i + 1, "of") ? i + 2 : i + 1;
        if (YearAt(at, out var year, out var end))
            return Match(first, end, Calendar.Months(Calendar.Index(year, month), 3));
        if (cue == DateCue.None)
        {
            // 'in the summer', 'in summer'; 'prices fall' and 'hot spring' are not dates.
            var led = words.Is(i - 1, "the") ? words.IsIn(i - 2, LeadIns) && !words.Is(i - 2, "and") : words.Is(i - 1, "in") || words.Is(i - 1, "by") || words.Is(i - 1, "since");
            if (!led || words.IsLowerWord(i + 1) && words.Class(i + 1) == WordClass.None && !words.IsIn(i + 1, LeadIns) && !words.Is(i + 1, "as") && !words.Is(i + 1, "when"))
                return null;
            if (words.Is(i, "fall") && words.Is(i + 1, "of"))
                return null;
        }

        var direction = cue switch
        {
            DateCue.Last => -1,
            DateCue.Next or DateCue.Coming => 1,
            _ => IsFuture(first, i + 1) ? 1 : 0,
        };
        return Match(first, i + 1, Calendar.Nearest(reference, y => Calendar.Months(Calendar.Index(y, month), 3), direction), isCalendar: false);
    }

    private DateMatch? FromCue(int i, DateCue cue)
    {
        switch (cue)
        {
            case DateCue.Article or DateCue.Vague:
                return FromCount(i, i);
            case DateCue.In:
                // 'in three weeks' looks ahead; 'the third in two days' does not.
                if (!IsCountWord(i + 1) || NearRepeat(i))
                    return null;
                var count = Count(i + 1, out var unitAt);
                if (words.Class(unitAt) != WordClass.Time || words.Is(unitAt + 1, "ago") || words.Is(unitAt + 1, "of"))
                    return null;
                if (!IsFuture(i, unitAt + 1) && !words.Is(i, "within") && !EndsClause(unitAt + 1))
                    return null;
                var unit = (TimeUnit)(int)words[unitAt].Value;
                if (unit < TimeUnit.Day)
                    return null;
                return Match(i, unitAt + 1, words.Is(i, "within") ? Calendar.Between(reference, Calendar.Shift(reference, unit, count))
                    : Calendar.Around(reference, unit, count), isCalendar: false);
            case DateCue.Noon:
                return WithDay(i, i + 1);
            case DateCue.Edge:
                var next = i + 1;
                if (words.IsDash(next))
                    next++;
                var inner = words.Class(next) is WordClass.Month or WordClass.ShortMonth or WordClass.Season or WordClass.Weekday || words[next].IsNumber
                    || (words.Class(next) == WordClass.Cue && (DateCue)(int)words[next].Value is DateCue.This or DateCue.Last or DateCue.Next)
                    ? TryRead(next)
                    : null;
                return inner is { } edge ? Match(i, edge.End, edge.Range, edge.IsCalendar) : null;
            case DateCue.Earlier or DateCue.Later:
                if (words.Class(i + 1) == WordClass.Day)
                    return Match(i, i + 2, Calendar.One(Calendar.Add(reference, (long)words[i + 1].Value)), isCalendar: false);
                if (!words.Is(i + 1, "this") || words.Class(i + 2) != WordClass.Time)
                    return null;
                var around = Calendar.Unit(reference, (TimeUnit)(int)words[i + 2].Value, 0);
                return Match(i, i + 3, around is { } now ? (cue == DateCue.Earlier ? Calendar.Between(now.First, reference)
                    : Calendar.Between(reference, now.Last)) : null, isCalendar: false);
            case >= DateCue.FirstQuarter and <= DateCue.FourthQuarter:
                var quarter = cue - DateCue.FirstQuarter;
                return YearAt(words.Is(i + 1, "of") ? i + 2 : i + 1, out var year, out var end)
                    ? Match(i, end, Calendar.Months(Calendar.Index(year, (quarter * 3) + 1), 3))
                    : null;
            default:
                return FromDirection(i, cue);
        }
    }

    /// <summary>Last, past, next, coming, this.</summary>
    private DateMatch? FromDirection(int i, DateCue cue)
    {
        var j = i + 1;
        if (cue == DateCue.This && words.Class(j) == WordClass.Cue && (DateCue)(int)words[j].Value is var bent and (DateCue.Coming or DateCue.Past or DateCue.Last or DateCue.Next))
            (cue, j) = (bent, j + 1);
        switch (words.Class(j))
        {
            case WordClass.Weekday or WordClass.ShortWeekday:
                return FromWeekday(i, j, cue);
            case WordClass.Season:
                return FromSeason(i, j, cue);
            case WordClass.Month or WordClass.ShortMonth when words.IsCapitalised(j):
                return YearAt(AfterDot(j), out _, out _) || words.Plain(AfterDot(j)) > 0 ? null : Match(i, AfterDot(j), MonthAlone((int)words[j].Value, cue, i, j + 1));
            case WordClass.DayPart:
                return cue switch
                {
                    DateCue.This => Match(i, j + 1, Calendar.One(reference), isCalendar: false),
                    DateCue.Last => Match(i, j + 1, Calendar.One(Calendar.Add(reference, -1)), isCalendar: false),
                    _ => null,
                };
            case WordClass.Time:
                return OneUnit(i, j, cue);
        }

        // 'the last 10 days', 'next three months'; 'this two-week' is not a date.
        if (cue == DateCue.This || !IsCountWord(j))
            return null;
        var count = Count(j, out var unitAt);
        if (words.Class(unitAt) != WordClass.Time || count < 0 && count > -2)
            return null;
        var unit = (TimeUnit)(int)words[unitAt].Value;
        if (unit < TimeUnit.Day)
            return Match(i, unitAt + 1, unit == TimeUnit.Hour
                ? Calendar.Between(Calendar.Shift(reference, unit, cue is DateCue.Next or DateCue.Coming ? count : -count), reference)
                : Calendar.One(reference), isCalendar: false);
        return Match(i, unitAt + 1, Calendar.Between(Calendar.Shift(reference, unit, cue is DateCue.Next or DateCue.Coming ? count : -count), reference), isCalendar: false);
    }

    private DateMatch? OneUnit(int i, int unitAt, DateCue cue)
    {
        var unit = (TimeUnit)(int)words[unitAt].Value;
        if (unit < TimeUnit.Day || (words.Text(unitAt).EndsWith("s", StringComparison.OrdinalIgnoreCase) && unit != TimeUnit.Century))
            return null;

        // 'the next day' and 'the last day' point into the story, not at the calendar.
        if (unit == TimeUnit.Day && cue != DateCue.This)
            return cue == DateCue.Next ? Match(i, unitAt + 1, null, isCalendar: false) : null;
        if (unit == TimeUnit.Day)
            return words.Is(unitAt + 1, "in") ? null : Match(i, unitAt + 1, Calendar.One(reference), isCalendar: false);
        var range = cue switch
        {
            DateCue.Past => Calendar.Between(Calendar.Shift(reference, unit, -1), reference),
            DateCue.Last => Calendar.Unit(reference, unit, -1),
            DateCue.Next or DateCue.Coming => Calendar.Unit(reference, unit, 1),
            _ => Calendar.Unit(reference, unit, 0),
        };
        if (unit is TimeUnit.Weekend && cue == DateCue.Past)
            range = Calendar.Unit(reference, unit, reference is { } now && Calendar.Weekday(now) >= 5 ? 0 : -1);
        return Match(i, unitAt + 1, OpenEnded(i, range), isCalendar: false);
    }

    /// <summary>Two days ago, a year earlier, several weeks later.</summary>
    private DateMatch? FromCount(int first, int i)
    {
        if (!IsCountWord(i))
            return null;
        var count = Count(i, out var unitAt);
        if (words.Class(unitAt) != WordClass.Time)
            return null;
        var unit = (TimeUnit)(int)words[unitAt].Value;
        var after = unitAt + 1;
        if (words.Is(after, "and") && words.Is(after + 1, "a") && words.Is(after + 2, "half"))
            (count, after) = (count + 0.5, after + 3);
        if (words.Is(after, "ago"))
            return Match(first, after + 1, count < 0 ? null : Calendar.Around(reference, unit, -count), isCalendar: false);
        if (words.Is(after, "earlier") || words.Is(after, "later"))
            return Match(first, after + 1, null, isCalendar: false);
        if (words.Is(after, "from") && (words.Is(after + 1, "now") || words.Is(after + 1, "today")))
            return Match(first, after + 2, count < 0 ? null : Calendar.Around(reference, unit, count), isCalendar: false);
        return null;
    }

    /// <summary>The number at an index, -1 when the text does not say it ('several'); <paramref name="end"/> is the index behind it.</summary>
    private double Count(int i, out int end)
    {
        end = i + 1;
        if (words[i].IsNumber)
            return words[i].Value;
        switch (words.Class(i))
        {
            case WordClass.Tens:
                if (words.IsDash(end) && words.Class(end + 1) == WordClass.Cardinal)
                    end += 2;
                return words[i].Value + (end > i + 1 ? words[end - 1].Value : 0);
            case WordClass.Cue when (DateCue)(int)words[i].Value == DateCue.Article:
                if (words.Is(end, "couple"))
                {
                    end += words.Is(end + 1, "of") ? 2 : 1;
                    return 2;
                }

                if (words.Is(end, "few"))
                {
                    end++;
                    return -1;
                }

                if (words.Class(end) is WordClass.Hundred or WordClass.Scale)
                    return words[end++].Value;
                return 1;
            case WordClass.Cue:
                return -1;
            default:
                return words.Class(end) is WordClass.Hundred ? words[i].Value * words[end++].Value : words[i].Value;
        }
    }

    private bool IsCountWord(int i) => words[i].IsNumber
        || words.Class(i) is WordClass.Cardinal or WordClass.Tens or WordClass.Hundred or WordClass.Scale
        || (words.Class(i) == WordClass.Cue && (DateCue)(int)words[i].Value is DateCue.Article or DateCue.Vague);

    // ---- cues -----------------------------------------------------------------------------------------------------

    /// <summary>Whether the words before (a clause back) or right behind speak of what is to come.</summary>
    private bool IsFuture(int first, int end)
    {
        if (words.Is(end, "will") || (words.Is(end, "is") && words.Is(end + 1, "set")))
            return true;
        if (first > 1 && (words.Is(first - 1, "by") || words.Is(first - 1, "until")))
            return true;
        for (var i = first - 1; i >= Math.Max(0, first - 12); i--)
        {
            if (words.Is(i, ';') || words.IsIn(i, Reporting))
                return false;
            if (words.IsIn(i, Future))
                return true;
            if ((words.Is(i, "set") || words.Is(i, "going")) && (words.Is(i + 1, "to") || words.Is(i + 1, "for")))
                return true;
            if (first - i <= 2 && words[i].IsWord && words[i].Length > 3 && words.IsLowerWord(i) && words.Text(i).EndsWith("ed", StringComparison.Ordinal))
                return false;
        }

        return false;
    }

    private bool NearRepeat(int i)
    {
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
        {
            if (words.IsIn(k, Repeats) || (words.IsLowerWord(k) && words.Text(k).EndsWith("est", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private bool EndsClause(int i) => i >= words.Count || words.Is(i, '.') || words.Is(i, '?') || words.Is(i, '!');

    /// <summary>'since Tuesday' runs up to the reference.</summary>
    private DateRange? OpenEnded(int first, DateRange? range) =>
        range is { } known && reference is { } now && known.First <= now && words.Is(words.Is(first - 1, "the") ? first - 2 : first - 1, "since")
            ? Calendar.Between(known.First, now)
            : range;

    // ---- steps ----------------------------------------------------------------------------------------------------

    private DateMatch Match(int first, int end, DateRange? range, bool isCalendar = true) =>
        new(first, end, new TextSpan(words[first].Start, words[end - 1].End), range, isCalendar);

    private int AfterDot(int i) => words.Class(i) is WordClass.ShortMonth or WordClass.ShortWeekday && words.Is(i + 1, '.') && words.Touches(i + 1) ? i + 2 : i + 1;

    private int AfterSuffix(int i) =>
        words.Touches(i) && (words.Is(i, "st") || words.Is(i, "nd") || words.Is(i, "rd") || words.Is(i, "th")) ? i + 1 : i;

    private bool YearAt(int i, out int year, out int end)
    {
        var at = words.Is(i, ',') ? i + 1 : i;
        year = words.Plain(at);
        end = at + 1;
        return words[at].Length == 4 && year is >= 1000 and <= 2999 && !(words.Touches(at) && at != i) && !words.Is(at + 1, '%')
            && !words.IsIn(at + 1, Counted) && words.Class(at + 1) is not (WordClass.Scale or WordClass.Hundred);
    }

    private bool IsPunctuation(int i) => words[i].Kind == LexemeKind.Symbol && !words.Is(i, '%') && !words.Is(i, '/') && !words.Is(i, ':');
}
