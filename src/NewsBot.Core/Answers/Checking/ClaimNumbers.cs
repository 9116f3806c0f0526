using System.Globalization;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Reads the numbers of a text by value, so that '12' equals 'twelve' and '5 million' equals '5,000,000'.</summary>
internal static class ClaimNumbers
{
    private static readonly string[] Cardinals =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] Ordinals =
        ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        + " seventeenth eighteenth nineteenth").Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly Dictionary<string, decimal> Small = Cardinals.Select((word, i) => (word, i))
        .Concat(Ordinals.Select((word, i) => (word, i)))
        .Concat(Tens.Select((word, i) => (word, (i + 2) * 10)))
        .ToDictionary(pair => pair.word, pair => (decimal)pair.Item2, StringComparer.Ordinal);

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, decimal> ShortScales = new(StringComparer.Ordinal)
    {
        ["k"] = 1_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["tn"] = 1_000_000_000_000,
    };

    private static readonly HashSet<string> Months = new(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        StringComparer.Ordinal);

    /// <summary>Whether a word, in lower case, names a number.</summary>
    public static bool IsWord(string word) => Small.ContainsKey(word) || Scales.ContainsKey(word);

    /// <summary>Every number in plain digits, in order; a number that is not a decimal (a time, a score) as it is written.</summary>
    /// <param name="words">The text's words.</param>
    /// <param name="countLoneOne">Whether 'one' by itself is a number; it is often a pronoun.</param>
    public static IEnumerable<string> In(IReadOnlyList<ClaimWord> words, bool countLoneOne)
    {
        for (var i = 0; i < words.Count;)
        {
            var start = i;
            var word = words[i].Folded;
            if (char.IsAsciiDigit(word[0]))
            {
                yield return ReadDigits(words, ref i);
            }
            else if (IsWord(word))
            {
                var number = ReadWords(words, ref i);
                if (countLoneOne || i > start + 1 || word != "one")
                    yield return number;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Numbers that only mean something together: a score ('2 1') and a day of a month ('july 23', in either order).</summary>
    public static IEnumerable<string> PairsIn(IReadOnlyList<ClaimWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var (left, right) = (words[i - 1].Folded, words[i].Folded);
            if (!words[i].FollowsClosely)
                continue;
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
                yield return $"{left} {right}";
            else if (Months.Contains(left) && IsDay(right))
                yield return $"{left} {Day(right)}";
            else if (Months.Contains(right) && IsDay(left))
                yield return $"{right} {Day(left)}";
        }
    }

    /// <summary>The units that a text names by sign or by word, each by its name.</summary>
    public static IEnumerable<string> UnitsIn(string text, IReadOnlyList<ClaimWord> words) =>
        text.Select(c => c.ToString()).Concat(words.Select(word => word.Folded)).Select(Unit).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Unit(string word) => word switch
    {
        "$" or "dollar" or "dollars" => "dollar",
        "€" or "euro" or "euros" => "euro",
        "£" or "pound" or "pounds" => "pound",
        "¥" or "yen" => "yen",
        "%" or "percent" or "percentage" or "cent" => "percent",
        _ => null,
    };

    private static bool IsDay(string word) => char.IsAsciiDigit(word[0]) && Day(word).Length <= 2;

    private static string Day(string word) => string.Concat(word.TakeWhile(char.IsAsciiDigit)).TrimStart('0');

    private static string ReadDigits(IReadOnlyList<ClaimWord> words, ref int i)
    {
        var word = words[i++].Folded;
        var length = 0;
        while (length < word.Length && (char.IsAsciiDigit(word[length]) || word[length] is '.' or ','))
            length++;
        if (ParseDigits(word[..length]) is not { } value || (length < word.Length && !char.IsLetter(word[length])))
            return word;

        var tail = word[length..];
        if (tail.Length > 0)
            return Write(value * ShortScales.GetValueOrDefault(tail, 1));
        while (i < words.Count && words[i].FollowsClosely
            && (Scales.TryGetValue(words[i].Folded, out var scale) || ShortScales.TryGetValue(words[i].Folded, out scale)))
        {
            value *= scale;
            i++;
        }

        return Write(value);
    }

    /// <summary>A decimal with commas between thousands, or one decimal comma; null for anything else.</summary>
    private static decimal? ParseDigits(string digits)
    {
        if (digits.Length > 15)
            return null;
        var groups = digits.Split(',');
        var thousands = groups.Skip(1).All(group => group.Split('.')[0].Length == 3);
        var plain = thousands ? string.Concat(groups) : string.Join('.', groups);
        if (plain.Count(c => c == '.') > 1 && plain.Split('.').Skip(1).All(group => group.Length == 3))
            plain = plain.Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string ReadWords(IReadOnlyList<ClaimWord> words, ref int i)
    {
        decimal total = 0, current = 0;
        for (var start = i; i < words.Count; i++)
        {
            if (i > start && !words[i].FollowsClosely)
                break;
            var word = words[i].Folded;
            if (Small.TryGetValue(word, out var small))
            {
                // 'forty' takes a digit after it, a hundred or a thousand takes anything below itself.
                var fits = i == start || (current == 0 && total > 0) || (current >= 100 && current % 100 == 0)
                    || (current % 100 is >= 20 && current % 10 == 0 && small < 10);
                if (!fits)
                    break;
                current += small;
            }
            else if (Scales.TryGetValue(word, out var scale) && total + current < 1_000_000_000_000)
            {
                current = Math.Max(current, 1) * scale;
                if (scale >= 1_000)
                    (total, current) = (total + current, 0);
            }
            else if (word != "and" || i + 1 >= words.Count || !Small.ContainsKey(words[i + 1].Folded) || !Scales.ContainsKey(words[i - 1].Folded))
            {
                break;
            }
        }

        return Write(total + current);
    }

    private static string Write(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
