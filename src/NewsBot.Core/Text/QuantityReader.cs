// Over 400 lines: one grammar, in which numbers, units and what is counted share their steps.
using System.Collections.Frozen;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>Reads quantities from lexemes, left to right; each pattern looks at a bounded number of neighbours.</summary>
/// <param name="words">The lexemes.</param>
/// <param name="dates">The dates among them; those of the calendar are left out.</param>
internal sealed class QuantityReader(Lexemes words, List<DateMatch> dates)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNoun = WordLists.Find("QuantityNoNoun");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotAfterOne = WordLists.Find("QuantityNotAfterOne");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPlural = WordLists.Find("QuantityNotPlural");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ScoreWords = WordLists.Find("QuantityScoreWords");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = "people",
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["police"] = "police",
        ["personnel"] = "personnel",
        ["staff"] = "staff",
        ["cattle"] = "cattle",
        ["sheep"] = "sheep",
        ["fish"] = "fish",
        ["aircraft"] = "aircraft",
        ["servicemen"] = "serviceman",
        ["lives"] = "life",
        ["wives"] = "wife",
        ["wolves"] = "wolf",
        ["knives"] = "knife",
        ["teeth"] = "tooth",
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["species"] = "species",
        ["series"] = "series",
        ["firemen"] = "fireman",
        ["policemen"] = "policeman",
        ["lawmen"] = "lawman",
        ["troops"] = "troop",
        ["grandchildren"] = "grandchild",
        ["schoolchildren"] = "schoolchild",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["zombies"] = "zombie",
        ["buses"] = "bus",
        ["viruses"] = "virus",
        ["crises"] = "crisis",
        ["leaves"] = "leaf",
        ["gases"] = "gas",
        ["heroes"] = "hero",
        ["potatoes"] = "potato",
        ["tomatoes"] = "tomato",
        ["tornadoes"] = "tornado",
        ["volcanoes"] = "volcano",
        ["vetoes"] = "veto",
        ["media"] = "media",
        ["shoes"] = "shoe",
        ["calories"] = "calorie",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Quantity> found = [];
    private int nextDate;
    private int lastEnd = -1;

    /// <summary>All quantities, in order, without overlap.</summary>
    public List<Quantity> Read()
    {
        var i = 0;
        while (i < words.Count)
        {
            while (nextDate < dates.Count && (dates[nextDate].End <= i || !dates[nextDate].IsCalendar))
                nextDate++;
            if (nextDate < dates.Count && dates[nextDate].First <= i)
            {
                i = dates[nextDate].End;
                continue;
            }

            var end = TryRead(i);
            i = end > i ? end : i + 1;
        }

        return found;
    }

    private int TryRead(int i)
    {
        var item = words[i];
        if (item.Kind == LexemeKind.Symbol)
            return Sign(i);
        if (item.IsNumber)
            return FromDigits(i);
        return item.Class switch
        {
            WordClass.Ordinal => FromOrdinal(i),
            WordClass.Cardinal or WordClass.Tens => FromWords(i),
            WordClass.Hundred or WordClass.Scale => Bare(i),
            WordClass.Part => FromHalf(i),
            WordClass.Cue when (DateCue)(int)item.Value == DateCue.Article => FromArticle(i),
            WordClass.None when item.Length <= 3 && MeasureUnits.OfCode(words.Text(i)) is { } code => FromCode(i, code),
            _ => 0,
        };
    }

    // ---- beginnings -----------------------------------------------------------------------------------------------

    private int Sign(int i)
    {
        var sign = words.Text(i)[0];
        if (MeasureUnits.OfSign(sign) is { } code)
            return Money(i, i + 1, code);
        if (sign is '½' or '¼' or '¾')
            return Emit(i, i + 1, sign == '½' ? 50 : sign == '¼' ? 25 : 75, QuantityKind.Percent, "percent");
        if (sign is '-' or '\u2212' && words[i + 1].IsNumber && words.Touches(i + 1) && !words.Touches(i) && words[i + 1].Value >= 0)
        {
            // A minus only before a unit of temperature or a share; elsewhere it is a dash.
            var end = i + 2;
            if (words.Is(end, '%') || words.Is(end, '\u00b0') || words.Is(end, "degrees") || words.Is(end, "percent"))
                return Measure(i, end, -words[i + 1].Value);
        }

        return 0;
    }

    private int FromCode(int i, string code)
    {
        if (words.Touches(i + 1) && words[i + 1].Length == 1 && MeasureUnits.OfSign(words.Text(i + 1)[0]) is { } sign)
            return Money(i, i + 2, sign is "USD" ? code : sign);
        return words[i].Length >= 2 && words[i].Length == code.Length && words[i + 1].IsNumber ? Money(i, i + 1, code) : 0;
    }

    private int Money(int first, int number, string code)
    {
        if (!words[number].IsNumber || words[number].Value < 0)
            return 0;
        var value = Scaled(words[number].Value, number + 1, isMoney: true, out var end);

        // '$5-$10 million' and '$5 to $10 million': the scale belongs to both.
        if (end == number + 1 && (words.IsDash(end) || words.Is(end, "to")))
        {
            var to = words[end + 1].IsNumber ? end + 1 : words[end + 1].Length == 1 && MeasureUnits.OfSign(words.Text(end + 1)[0]) is not null ? end + 2 : -1;
            if (to > 0 && words[to].IsNumber && words[to].Value > value)
            {
                var scaled = Scaled(words[to].Value, to + 1, isMoney: true, out var after);
                if (words[to].Value > 0 && after > to + 1)
                {
                    Emit(first, end, value * (scaled / words[to].Value), QuantityKind.Money, code);
                    return Emit(end + 1, after, scaled, QuantityKind.Money, code);
                }

                if (words[end + 1].IsNumber)
                {
                    Emit(first, end, value, QuantityKind.Money, code);
                    return Emit(end + 1, after, scaled, QuantityKind.Money, code);
                }
            }
        }

        return Emit(first, end, value, QuantityKind.Money, code);
    }

    private int FromDigits(int i)
    {
        var value = words[i].Value;
        if (value < 0)
            return 0;

        // F-16, COVID-19, G-7: part of a name; so is a number of version or of a route glued to letters.
        if (words.Touches(i) && ((words.IsDash(i - 1) && words.Touches(i - 1) && words[i - 2].IsWord && words.Class(i - 2) == WordClass.None
            && words.IsCapitalised(i - 2)) || words[i - 1].IsWord || words.Is(i - 1, '/') || words.Is(i - 1, '_')))
            return i + 1;
        var end = i + 1;
        if (words.Touches(end) && (words.Is(end, "st") || words.Is(end, "nd") || words.Is(end, "rd") || words.Is(end, "th")))
            return Emit(i, end + 1, value, QuantityKind.Ordinal, null);
        if (words.Touches(end) && words.Is(end, '/') && words.Touches(end + 1) && words[end + 1].IsNumber)
            return Fraction(i, end);
        if (ScoreOrRange(i) is var after && after > 0)
            return after;
        if (words.Is(i - 1, '#') || ((words.Is(i - 1, "no") || words.Is(i - 2, "no") && words.Is(i - 1, '.'))
            && words.IsCapitalised(words.Is(i - 1, '.') ? i - 2 : i - 1)) || words.Is(i - 1, "number"))
            return Emit(i, end, value, QuantityKind.Ordinal, null);
        if (words.Touches(end) && (words.Is(end, '½') || words.Is(end, '¼') || words.Is(end, '¾')))
        {
            value += words.Is(end, '½') ? 0.5 : words.Is(end, '¼') ? 0.25 : 0.75;
            end++;
        }

        value = Scaled(value, end, isMoney: false, out end);
        return Measure(i, end, value);
    }

    private int Fraction(int i, int slash)
    {
        var (a, b) = (words.Plain(i), words.Plain(slash + 1));
        if (a > 0 && a < b && b is 2 or 3 or 4 or 5 or 6 or 8 or 10 && !words.Is(slash + 2, '/'))
            return Emit(i, slash + 2, 100d * a / b, QuantityKind.Percent, "percent");
        return slash + 2;
    }

    /// <summary>'4-1' is a score, '10-15 people' are two numbers, '24-7' and '1-800-555' are neither.</summary>
    private int ScoreOrRange(int i)
    {
        var dash = i + 1;
        if (!words.IsDash(dash) || !words.Touches(dash) || !words[dash + 1].IsNumber || !words.Touches(dash + 1))
            return 0;
        if (words.IsDash(dash + 2) && words.Touches(dash + 2) && words[dash + 3].IsNumber && words.Touches(dash + 3))
        {
            // A record of three numbers ('12-3-1') or a telephone number.
            var end = dash + 4;
            while (words.IsDash(end) && words[end + 1].IsNumber)
                end += 2;
            return words.Plain(i) is >= 0 and < 200 && end == dash + 4 && words[dash + 3].Length <= 2 && words[dash + 1].Length <= 2
                ? Emit(i, end, words[i].Value, QuantityKind.Score, null) : end;
        }

        int a = words.Plain(i), b = words.Plain(dash + 1);
        var next = dash + 2;
        var cue = words.IsIn(next, ScoreWords) || words.IsIn(i - 1, ScoreWords) || words.IsIn(i - 2, ScoreWords) || words.IsIn(next + 1, ScoreWords);
        var hasUnit = words.Is(next, '%') || words.Is(next, "percent") || MeasureUnits.TryFind(words.Text(next), out _)
            || words.Class(next) is WordClass.Scale or WordClass.Hundred || words.IsDash(next);
        if (a is >= 0 and <= 450 && b is >= 0 and <= 450 && !hasUnit && (a >= b || cue))
            return Emit(i, next, a, QuantityKind.Score, null);
        var to = words[dash + 1].Value;
        if (to < 0)
            return next;
        var scaled = Scaled(to, next, isMoney: false, out var after);
        var before = found.Count;
        var last = Measure(dash + 1, after, scaled);
        if (found.Count > before)
        {
            var second = found[^1];
            found.RemoveAt(found.Count - 1);
            Emit(i, i + 1, to > 0 && scaled > to ? words[i].Value * (scaled / to) : words[i].Value, second.Kind, second.Unit);
            found.Add(second);
        }

        return Math.Max(last, next);
    }

    private int FromOrdinal(int i)
    {
        var value = words[i].Value;
        var end = i + 1;
        if (words.Text(i).EndsWith("ths", StringComparison.OrdinalIgnoreCase) || words.Is(i, "thirds"))
            return 0;
        if (words.Is(i, "second") && words.IsDash(i - 1) && words.Touches(i))
            return 0;
        return Emit(i, end, value, QuantityKind.Ordinal, null);
    }

    private int FromHalf(int i)
    {
        if (!words.Is(i, "half"))
            return 0;
        var at = words.IsDash(i + 1) && words.Touches(i + 1) ? i + 2 : i + 1;
        if (words.Is(at, "a") || words.Is(at, "an"))
        {
            if (words.Class(at + 1) is WordClass.Scale or WordClass.Hundred)
                return Measure(i, at + 2, 0.5 * words[at + 1].Value);
            return MeasureUnits.TryFind(words.Text(at + 1), out _) ? Measure(i, at + 1, 0.5) : 0;
        }

        if (at > i + 1 && words.Class(at) is WordClass.Scale)
            return Measure(i, at + 1, 0.5 * words[at].Value);
        if (at > i + 1 && MeasureUnits.TryFind(words.Text(at), out var unit) && unit.Kind != QuantityKind.Percent)
            return Emit(i, at + 1, 0.5, unit.Kind, unit.Unit);
        return words.Is(i + 1, "of") || words.Is(i + 1, "the") || words.Is(i + 1, "their") || words.Is(i + 1, "its")
            ? words.Is(i - 1, "first") || words.Is(i - 1, "second") || words.Is(i - 1, "other") ? 0 : Emit(i, i + 1, 50, QuantityKind.Percent, "percent")
            : 0;
    }

    private int FromArticle(int i)
    {
        var next = i + 1;
        if (words.Touches(next))
            return words.Is(next, '$') && words.Is(i, "a") ? FromCode(i, "AUD") : 0;
        switch (words.Class(next))
        {
            case WordClass.Hundred or WordClass.Scale:
                var value = Number(next, 1, out var end);
                return Measure(i, end, value);
            case WordClass.Ordinal when words[next].Value is >= 3 and <= 10 && words.Is(next + 1, "of") && !words.Is(next + 2, "all"):
                return Emit(i, next + 1, 100 / words[next].Value, QuantityKind.Percent, "percent");
            case WordClass.Time when words.Is(next, "quarter") && words.Is(next + 1, "of"):
                return words.Is(next + 2, "a") && words.Class(next + 3) == WordClass.Scale
                    ? Measure(i, next + 4, 0.25 * words[next + 3].Value)
                    : Emit(i, next + 1, 25, QuantityKind.Percent, "percent");
            case WordClass.None when words.Is(next, "couple") && words.Is(next + 1, "of"):
                var pair = Scaled(2, next + 2, isMoney: false, out var after);
                return Measure(i, after, pair);
            default:
                return 0;
        }
    }

    private int Bare(int i)
    {
        // 'hundreds of people' tells no number; 'dozen eggs' does.
        return words.Text(i).EndsWith("s", StringComparison.OrdinalIgnoreCase) ? 0 : words.Class(i) == WordClass.Scale ? Measure(i, i + 1, words[i].Value) : 0;
    }

    private int FromWords(int i)
    {
        var value = Number(i, 0, out var end);
        if (end == i + 1 && words.Is(i, "one") && !OneCounts(i))
            return 0;

        // one in five, nine out of 10
        var of = words.Is(end, "in") || words.Is(end, "of") ? end + 1 : words.Is(end, "out") && words.Is(end + 1, "of") ? end + 2 : 0;
        if (of > 0 && !words.Is(end, "of") && InAll(of, value, out var share, out var shareEnd))
            return Emit(i, shareEnd, share, QuantityKind.Percent, "percent");

        // two-thirds, three quarters, one third
        var part = words.IsDash(end) && words.Touches(end) ? end + 1 : end;
        var parts = words.Class(part) == WordClass.Ordinal && words[part].Value is >= 3 and <= 20
            && (value == 1 ? part > end || words.Is(part + 1, "of") : words.Text(part).EndsWith("s", StringComparison.OrdinalIgnoreCase)) ? words[part].Value
            : (words.Is(part, "quarters") && (part > end || words.Is(part + 1, "of"))) || (words.Is(part, "quarter") && value == 1 && (part > end || words.Is(part + 1, "of"))) ? 4
            : words.Is(part, "half") && value == 1 ? 2 : 0;
        if (parts > 0 && value < parts)
            return Emit(i, part + 1, 100 * value / parts, QuantityKind.Percent, "percent");
        if (words.Class(part) == WordClass.Ordinal && part > end && value >= 20 && words[part].Value < 10)
            return Emit(i, part + 1, value + words[part].Value, QuantityKind.Ordinal, null);
        if (words.Is(end, "and") && words.Is(end + 1, "a") && words.Is(end + 2, "half"))
            value = Scaled(value + 0.5, end + 3, isMoney: false, out end);
        else if (words.Is(end, "and") && words.Is(end + 1, "one") && words.Is(end + 2, "half"))
            value = Scaled(value + 0.5, end + 3, isMoney: false, out end);
        return Measure(i, end, value);
    }

    private bool InAll(int at, double part, out double share, out int end)
    {
        var whole = words[at].IsNumber ? words[at].Value : words.Class(at) is WordClass.Cardinal or WordClass.Tens or WordClass.Hundred ? words[at].Value : 0;
        end = at + 1;
        share = whole > 0 ? 100 * part / whole : 0;
        return whole is 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 or 12 or 15 or 20 or 25 or 50 or 100 && part < whole && part > 0
            && !words.Is(end, '%') && words.Class(end) is not (WordClass.Time or WordClass.Scale or WordClass.Hundred) && !words.Is(end, "countries");
    }

    private bool OneCounts(int i)
    {
        var next = words.IsDash(i + 1) && words.Touches(i + 1) ? i + 2 : i + 1;
        if (words.Is(i - 1, "no") || words.Is(i - 1, "the") || words.Is(i - 1, "this") || words.Is(i - 1, "that") || words.Is(i - 1, "another"))
            return false;
        if (words.Class(next) is WordClass.Hundred or WordClass.Scale or WordClass.Time or WordClass.Ordinal or WordClass.Part)
            return true;
        if (words.Is(next, "in") || words.Is(next, "out"))
            return words[next + 1].IsNumber || words.Class(next + 1) is WordClass.Cardinal or WordClass.Tens || words.Is(next + 1, "of");
        return words.IsLowerWord(next) && !words.IsIn(next, NotAfterOne) && !words.IsIn(next, NoNoun);
    }

    // ---- values ---------------------------------------------------------------------------------------------------

    /// <summary>A number in words from an index on: 'three hundred and five thousand', 'twenty-one', 'two dozen'.</summary>
    private double Number(int i, double start, out int end)
    {
        var total = 0d;
        var group = start;
        var any = start > 0;
        var limit = i + 12;
        end = i;
        while (end < limit)
        {
            var at = end;
            if (any && at > i && words.Is(at, "and") && words.Class(at - 1) is WordClass.Hundred or WordClass.Scale
                && words.Class(at + 1) is WordClass.Cardinal or WordClass.Tens && words[at - 1].Value != 12)
                at++;
            else if (any && at > i && words.IsDash(at) && words.Touches(at) && words.Touches(at + 1)
                && words.Class(at + 1) is WordClass.Cardinal or WordClass.Hundred or WordClass.Scale)
                at++;
            var item = words[at];
            switch (item.Class)
            {
                case WordClass.Cardinal when !any || (group % 100 == 0 && at > end)
                    || (group % 100 == 0 && end > i && words.Class(end - 1) is WordClass.Hundred or WordClass.Scale)
                    || (group % 10 == 0 && group % 100 >= 20 && item.Value is > 0 and < 10):
                    group += item.Value;
                    break;
                case WordClass.Tens when !any || (end > i && words.Class(end - 1) is WordClass.Hundred or WordClass.Scale):
                    group += item.Value;
                    break;
                case WordClass.Hundred when group is > 0 and < 100:
                    group *= 100;
                    break;
                case WordClass.Scale when group > 0 || total == 0:
                    total += Math.Max(group, 1) * item.Value;
                    group = 0;
                    break;
                default:
                    return total + group;
            }

            any = true;
            end = at + 1;
        }

        return total + group;
    }

    /// <summary>A value with the scale word or letter behind it.</summary>
    private double Scaled(double value, int at, bool isMoney, out int end)
    {
        end = at;
        var next = words.IsDash(at) && words.Touches(at) && words.Class(at + 1) == WordClass.Scale ? at + 1 : at;
        if (words.Class(next) is WordClass.Scale or WordClass.Hundred && (words[next].Value != 12 || !isMoney))
        {
            end = next + 1;
            var scaled = value * words[next].Value;
            if (words.Class(end) == WordClass.Scale)
                scaled *= words[end++].Value;
            return scaled;
        }

        if (!words.Touches(at) || words[at].Length > 1)
            return value;
        var factor = words.Text(at) switch
        {
            "k" or "K" => 1e3,
            "M" => 1e6,
            "m" when isMoney => 1e6,
            "b" or "B" when isMoney => 1e9,
            "t" or "T" when isMoney => 1e12,
            _ => 0,
        };
        if (factor > 0)
            end = at + 1;
        return factor > 0 ? value * factor : value;
    }

    // ---- endings --------------------------------------------------------------------------------------------------

    /// <summary>Emits a value with the unit behind it, or with what it counts.</summary>
    private int Measure(int first, int end, double value)
    {
        if (words.Is(end, '+') && words.Touches(end))
            end++;
        var at = words.IsDash(end) && words.Touches(end) && words.Touches(end + 1) ? end + 1 : end;
        if (words.Is(at, "plus"))
            at++;
        if (words.Is(at, '%'))
            return Emit(first, at + 1, value, QuantityKind.Percent, "percent");
        if (words.Is(at, "per") && words.Is(at + 1, "cent"))
            return Emit(first, at + 2, value, QuantityKind.Percent, "percent");
        if (words.Is(at, '\u00b0') || words.Is(at, '\u00ba'))
        {
            var scale = words.Is(at + 1, "F") || words.Is(at + 1, "C") || words.Is(at + 1, "fahrenheit") || words.Is(at + 1, "celsius") ? at + 2 : at + 1;
            return Emit(first, scale, value, QuantityKind.Temperature, scale > at + 1 ? (words.Text(at + 1)[0] is 'F' or 'f' ? "F" : "C") : "degree");
        }

        if (words.Is(at, "year") || words.Is(at, "years") || words.Is(at, "month") || words.Is(at, "months"))
        {
            var old = words.IsDash(at + 1) ? at + 2 : at + 1;
            if (words.Is(old, "old") || words.Is(old, "olds"))
            {
                var isYear = words[at].Length <= 5 && words.Text(at)[0] is 'y' or 'Y';
                return Emit(first, old + 1, isYear ? value : value / 12, QuantityKind.Age, "year");
            }

            if (words.Is(at + 1, "of") && words.Is(at + 2, "age"))
                return Emit(first, at + 3, value, QuantityKind.Age, "year");
        }

        if (words.Is(at, "square") || words.Is(at, "sq") || words.Is(at, "cubic"))
        {
            var name = words.Is(at + 1, '.') || words.IsDash(at + 1) ? at + 2 : at + 1;
            if (MeasureUnits.TryFind(words.Text(name), out var squared) && squared.Kind == QuantityKind.Length)
                return Emit(first, name + 1, value, words.Is(at, "cubic") ? QuantityKind.Other : QuantityKind.Area, (words.Is(at, "cubic") ? "cubic " : "square ") + squared.Unit);
        }

        if (words[at].IsWord && words.IsCapitalised(at) && MeasureUnits.TryFind(words.Text(at + 1), out var foreign) && foreign.Kind == QuantityKind.Money)
            return Emit(first, at + 2, value * foreign.Factor, QuantityKind.Money, Foreign(words.Text(at), foreign.Unit));
        if (words[at].IsWord && MeasureUnits.TryFind(words.Text(at), out var unit))
        {
            var symbol = words[at].Length <= 2;

            // 'm', 'g', 'ha' only glued to a number or after a blank in lower case; a capital begins a name.
            if (!(symbol && words.IsCapitalised(at) && char.IsLower(unit.Unit[0])))
                return WithUnit(first, at, value, unit);
        }

        if (words.Is(first - 1, "aged") || words.Is(first - 1, "age") || (words.Is(first - 1, "of") && words.Is(first - 2, "age")))
            return Emit(first, end, value, QuantityKind.Age, "year");
        if (words.Is(first - 1, ',') && words.Is(end, ',') && end == first + 1 && words.IsCapitalised(first - 2) && words.Plain(first) is >= 1 and <= 115)
            return Emit(first, end, value, QuantityKind.Age, "year");
        if (words.Is(first - 1, "magnitude"))
            return Emit(first, end, value, QuantityKind.Other, "magnitude");
        if (at > end && words.Is(at, "magnitude"))
            return Emit(first, at + 1, value, QuantityKind.Other, "magnitude");
        if (words.Is(first - 1, "number") && !words.Is(first - 2, "the") && end == first + 1)
            return Emit(first, end, value, QuantityKind.Ordinal, null);
        var noun = Noun(at);
        if (noun is null && words[first].IsNumber && words[first - 1].IsWord && words.IsCapitalised(first - 1) && first > 1
            && !words.IsIn(first - 1, NoNoun) && words.Class(first - 1) == WordClass.None)
            return Emit(first, end, value, QuantityKind.Other, null);
        if (noun is null && at > end && words.IsLowerWord(at) && !words.IsIn(at, NoNoun))
            noun = words.Text(at).ToString();
        return Emit(first, end, value, QuantityKind.Count, noun);
    }

    private int WithUnit(int first, int at, double value, (QuantityKind Kind, string Unit, double Factor) unit)
    {
        var end = at + 1;
        switch (unit.Kind)
        {
            case QuantityKind.Length when words.Is(end, "per") || words.Is(end, "an"):
                if (words.Class(end + 1) == WordClass.Time || words.Is(end + 1, "second"))
                    return Emit(first, end + 2, value, QuantityKind.Speed, unit.Unit + " per " + words.Text(end + 1).ToString().ToLowerInvariant());
                break;
            case QuantityKind.Speed:
                return Emit(first, end, value, unit.Kind, unit.Unit switch { "mph" => "mile per hour", "km/h" => "km per hour", _ => unit.Unit });
            case QuantityKind.Length when words.Is(end, '/') && words.Is(end + 1, "h"):
                return Emit(first, end + 2, value, QuantityKind.Speed, unit.Unit + " per hour");
            case QuantityKind.Length when unit.Unit == "mile" && words.Is(end, "square"):
                return Emit(first, end + 1, value, QuantityKind.Area, "square mile");
            case QuantityKind.Length when unit.Unit == "m" && !words.Touches(at) && words[at].Length == 1:
                return Emit(first, at, value, QuantityKind.Count, null);
            case QuantityKind.Length when unit.Unit == "foot" && words[end].IsNumber && words[end].Value < 12:
                // 5 feet 10 inches, 5 ft 10
                var inches = MeasureUnits.TryFind(words.Text(end + 1), out var small) && small.Unit == "inch";
                if (inches || words.Touches(end))
                    return Emit(first, inches ? end + 2 : end + 1, value + Math.Round(words[end].Value / 12, 4), QuantityKind.Length, "foot");
                break;
            case QuantityKind.Percent when words.Is(at, "percentage"):
                return words.Is(end, "points") || words.Is(end, "point") ? Emit(first, end + 1, value, unit.Kind, "percent") : Emit(first, at, value, QuantityKind.Count, null);
            case QuantityKind.Percent when words.Is(end, "points"):
                end++;
                break;
            case QuantityKind.Temperature when words.Is(at, "degrees") || words.Is(at, "degree"):
                if (words.Is(end, "fahrenheit") || words.Is(end, "F"))
                    return Emit(first, end + 1, value, unit.Kind, "F");
                if (words.Is(end, "celsius") || words.Is(end, "C") || words.Is(end, "centigrade"))
                    return Emit(first, end + 1, value, unit.Kind, "C");
                return Emit(first, end, value, unit.Kind, "degree");
            case QuantityKind.Temperature:
                return Emit(first, end, value, unit.Kind, unit.Unit[0] is 'f' ? "F" : unit.Unit[0] is 'c' ? "C" : "K");
            case QuantityKind.Mass when unit.Unit == "pound" && value >= 1e6 && !words.Is(end, "of"):
                return Emit(first, end, value, QuantityKind.Money, "GBP");
            case QuantityKind.Duration when unit.Unit == "second" && words.Is(at, "second") && !words.IsDash(at - 1):
                return Emit(first, at, value, QuantityKind.Count, null);
            case QuantityKind.Other when unit.Unit == "cup" && words.Is(at - 1, "world"):
                break;
        }

        return Emit(first, end, value * unit.Factor, unit.Kind, unit.Unit);
    }

    private static string Foreign(ReadOnlySpan<char> country, string unit) => (country.ToString(), unit) switch
    {
        ("Australian", "USD") => "AUD",
        ("Canadian", "USD") => "CAD",
        ("Zealand", "USD") => "NZD",
        ("Singapore", "USD") => "SGD",
        ("Argentine", "MXN") => "ARS",
        ("Colombian", "MXN") => "COP",
        ("Chilean", "MXN") => "CLP",
        ("Pakistani", "INR") => "PKR",
        _ => unit,
    };

    /// <summary>The singular of the plural that follows within three words in lower case; null when none is plain.</summary>
    private string? Noun(int at)
    {
        for (var i = at; i < at + 4; i++)
        {
            if (!words.IsLowerWord(i))
            {
                // 'two Russian soldiers', 'five US troops'
                if (words.IsCapitalised(i) && words[i].IsWord && i < at + 2)
                    continue;
                if (words.IsDash(i) && words.Touches(i) && words.Touches(i + 1) && i > at)
                    continue;
                return null;
            }

            if (words.IsIn(i, NoNoun))
                return null;
            var word = words.Text(i);
            if (Irregular.TryGetValue(word, out var irregular))
                return irregular;
            if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !words.IsIn(i, NotPlural))
                return Singular(word);
        }

        return null;
    }

    private static string Singular(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return string.Concat(word[..^3], "y");
        return word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            ? word[..^2].ToString()
            : word[..^1].ToString();
    }

    private int Emit(int first, int end, double value, QuantityKind kind, string? unit)
    {
        if (!double.IsFinite(value))
            return end;

        // Scaling leaves dust ('6.6 billion'); twelve digits are more than any text means.
        var magnitude = Math.Abs(value);
        if (magnitude is > 1e-6 and < 1e12)
            value = Math.Round(value, 6);

        // 'two to three days', 'five or six people': the unit belongs to both.
        if (found.Count > 0 && lastEnd == first - 1 && found[^1] is { Kind: QuantityKind.Count, Unit: null } pair
            && kind is not (QuantityKind.Ordinal or QuantityKind.Score or QuantityKind.Money)
            && (words.Is(lastEnd, "to") || words.Is(lastEnd, "or") || (words.Is(lastEnd, "and") && unit is not null)))
        {
            found[^1] = pair with { Kind = kind, Unit = unit };
        }

        lastEnd = end;
        found.Add(new Quantity(new TextSpan(words[first].Start, words[end - 1].End), value, kind, unit));
        return end;
    }
}
