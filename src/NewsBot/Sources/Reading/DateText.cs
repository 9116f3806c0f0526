using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Reading;

/// <summary>Puts the ways in which languages write a date's numbers into one: the digits, '2025年6月3日', '17 h 30', '5 p. m.', '3. 6. 2025'.</summary>
internal static partial class DateText
{
    private const string EastAsianDigits = "〇一二三四五六七八九";

    /// <summary>The text with ASCII digits, plain spaces and marks, and East Asian dates and times as '2025-6-3 17:30'.</summary>
    /// <param name="text">Short: its time is that of a few regular expressions.</param>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        text = Characters(text);
        if (!EastAsian().IsMatch(text))
            return text;
        var isKorean = Korean().IsMatch(text);
        text = EastAsianDay().Replace(text, match => OfEastAsia(match) ?? match.Value);
        text = EastAsianTime().Replace(text, match => $" {match.Groups["h"].Value}:{Two(match.Groups["m"])}:{Two(match.Groups["s"])} ");
        // Korean programs write the time of Seoul without saying so.
        return (isKorean ? text + " KST" : text).Trim();
    }

    /// <summary>A date in words with its hours as '17:30', its halves of the day as 'am' and 'pm', and its numbers of day, month and year joined.</summary>
    public static string Words(string text)
    {
        text = ShortPair().Replace(text, "${one}${two} ");
        text = HourLetter().Replace(text, match => $"{match.Groups["h"].Value}:{Two(match.Groups["m"])}");
        text = HalfDay().Replace(text, match => $"{match.Groups["h"].Value}:{Two(match.Groups["m"])} {match.Groups["half"].Value}");
        text = YearFirst().Replace(text, "$1-$2-$3 ");
        return DayFirst().Replace(text, "$1.$2.$3 ");
    }

    private static string Characters(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else if (char.IsWhiteSpace(c))
                plain.Append(' ');
            else if (c is '’' or 'ʼ' or '\u02B9')
                plain.Append('\'');
            // Full-width punctuation.
            else if (c is >= '\uFF01' and <= '\uFF0F' or '\uFF1A')
                plain.Append((char)(c - 0xFEE0));
            // Marks of direction and joiners; the signs of abbreviation of Hebrew and Devanagari.
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('׳' or '॰'))
                plain.Append(c);
        }

        return plain.ToString();
    }

    private static string? OfEastAsia(Match match)
    {
        var era = match.Groups["era"].Value switch
        {
            "令和" => 2018,
            "平成" => 1988,
            "昭和" => 1925,
            "民國" or "民国" => 1911,
            _ => 0,
        };
        var year = match.Groups["y"].Value is "元" ? 1 : Number(match.Groups["y"].Value);
        if (year < 0 || (era == 0 && match.Groups["y"].Length != 4))
            return null;
        return $"{era + year:0000}-{Number(match.Groups["m"].Value)}-{Number(match.Groups["d"].Value)} ";
    }

    /// <summary>'12', '十二', '二十', '二〇二五'; -1 for anything else.</summary>
    private static int Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.IndexOf('十') is var ten and >= 0)
        {
            var tens = ten == 0 ? 1 : EastAsianDigits.IndexOf(text[ten - 1]);
            var units = ten == text.Length - 1 ? 0 : EastAsianDigits.IndexOf(text[ten + 1]);
            return tens < 0 || units < 0 ? -1 : (tens * 10) + units;
        }

        number = 0;
        foreach (var c in text)
        {
            var digit = EastAsianDigits.IndexOf(c == '零' ? '〇' : c);
            if (digit < 0)
                return -1;
            number = (number * 10) + digit;
        }

        return text.Length > 0 ? number : -1;
    }

    private static string Two(Group number) => number.Success ? number.Value.PadLeft(2, '0') : "00";

    [GeneratedRegex(@"[年년월時时點点시]|오전|오후", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"[년월시]|오전|오후", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Korean();

    [GeneratedRegex(
        @"(?<era>令和|平成|昭和|民國|民国)?\s*(?<y>\d{1,4}|元|[〇零一二三四五六七八九]{4})\s*[年년]\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月월]\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日號号일]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EastAsianDay();

    [GeneratedRegex(
        @"(?<h>\d{1,2})\s*[時时點点시]\s*(?:(?<m>\d{1,2})\s*[分분])?\s*(?:(?<s>\d{1,2})\s*[秒초])?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex EastAsianTime();

    // 'p. m.', 'π.μ.', 'пр.об.', and 'a.m' without its last stop.
    [GeneratedRegex(
        @"(?<!\p{L})(?:(?<one>[ap])\.\s?(?<two>m)\b\.?|(?<one>\p{L}{1,2})\.\s?(?<two>\p{L}{1,2})\.)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ShortPair();

    // '17 h', '17h30', '17 H 30 min'.
    [GeneratedRegex(@"(?<![\d:.])(?<h>\d{1,2})\s?[hH]\s?(?:(?<m>[0-5]\d)(?!\d)(?:\s?min\b)?|(?!\w))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HourLetter();

    // '5pm', '5.30 pm'.
    [GeneratedRegex(
        @"(?<![\d:.])(?<h>\d{1,2})(?:\.(?<m>[0-5]\d))?\s?(?<half>am|pm)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex HalfDay();

    // '2025. 6. 3.'
    [GeneratedRegex(@"(?<!\d)(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})(?!\d)\.?", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex YearFirst();

    // '3. 6. 2025'
    [GeneratedRegex(@"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DayFirst();
}
