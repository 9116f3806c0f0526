using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Reading;

/// <summary>Dates in words and numbers of any order: RFC 822, asctime, those of databases and of other languages.</summary>
internal static partial class WordDate
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    private static readonly Dictionary<string, int> Months = MonthNames();

    // Words between the parts of a date.
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "at", "st", "nd", "rd", "th", "of", "de", "T" };

    /// <summary>The instant, UTC; null when no day can be made out.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="isLoose">Whether any words may stand around the date, the day may be missing, and the day and the month may be numbers of which either may come first.</param>
    public static DateTimeOffset? Read(string text, bool isLoose)
    {
        text = Half().Replace(text, "$1m");
        var found = new Parts(isLoose);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var c = rest[0];
            var length = 1;
            if (char.IsAsciiDigit(c))
            {
                length = LengthOf(rest, static x => char.IsAsciiDigit(x) || x is ':' or '.' or '/' or '-');
                length = rest[..length].TrimEnd(":.-/").Length;
                if (!found.TakeNumber(rest[..length], length < rest.Length ? rest[length] : ' '))
                    return null;
            }
            else if (char.IsLetter(c))
            {
                // 'GMT+02:00' is one word.
                var isUniversal = rest.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("UT", StringComparison.OrdinalIgnoreCase);
                length = LengthOf(rest, isUniversal ? static x => char.IsLetterOrDigit(x) || x is '+' or '-' or ':' : char.IsLetter);
                found.TakeWord(rest[..length]);
            }
            else if (c is '+' or '-' && found.HasTime && rest.Length > 1 && char.IsAsciiDigit(rest[1]))
            {
                length = LengthOf(rest, static x => char.IsAsciiDigit(x) || x == ':');
                found.TakeWord(rest[..length]);
            }

            rest = rest[length..];
        }

        return found.ToInstant();
    }

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> isPart)
    {
        var length = 0;
        while (length < text.Length && (length == 0 || isPart(text[length])))
            length++;
        return length;
    }

    /// <summary>Names of months by their first letters, folded to lower case.</summary>
    private static Dictionary<string, int> MonthNames()
    {
        // English; German, French, Spanish, Italian, Portuguese, Dutch where they differ; Hungarian; Greek.
        string[] names =
        [
            "jan gen ene januar janvier enero gennaio janeiro januari január ιαν",
            "feb fev fév februar février febrero febbraio fevereiro februari február φεβ",
            "mar mär mrz mrt maa märz mars marzo março maart március μαρ μάρ μαώ",
            "apr abr avr april avril abril aprile április απρ",
            "may mai mag maj mei maio mayo maggio május μαι μαϊ μάι μαΐ μάϊ",
            "jun giu juin juni junio giugno junho június ιούν ιον ιουν",
            "jul lug juil juillet juli julio luglio julho július ιούλ ιολ ιουλ",
            "aug ago aoû août agosto augustus augusztus αύγ αυγ",
            "sep set sept september settembre setembro septiembre szeptember σεπ",
            "oct okt ott out october oktober ottobre outubro október οκτ",
            "nov november novembre noviembre novembro νοέ νοε",
            "dec dez dic dés déc december dezember décembre diciembre dicembre dezembro δεκ",
        ];
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, line) in names.Index())
        {
            foreach (var name in line.Split(' '))
                months.TryAdd(name, i + 1);
        }

        return months;
    }

    private static int? MonthOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 20)
            return null;
        var name = word.ToString().ToLowerInvariant();
        for (var length = name.Length; length >= 3; length--)
        {
            if (Months.TryGetValue(name[..length], out var month))
                return month;
        }

        return null;
    }

    // '4:07 p.m.'
    [GeneratedRegex(@"\b([ap])\.\s?m\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Half();

    private struct Parts(bool isLoose)
    {
        private bool isForeign;
        private bool hasWord;
        private int? year;
        private int? month;
        private int? day;
        private int? loose;
        private TimeSpan? time;
        private TimeSpan? offset;
        private bool? isAfternoon;
        private bool isKorean;

        public readonly bool HasTime => time is not null;

        private readonly bool HasDay => day is not null || year is not null;

        public bool TakeNumber(ReadOnlySpan<char> text, char next)
        {
            if (text.Contains(':'))
                return TakeTime(text);
            if (text.IndexOfAny('/', '-', '.') is var mark and > 0)
                return TakeDate(text, text[mark]);
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;
            // Korean: 2004년 05월 28일.
            if (next is '년' or '年')
                year = number;
            else if (next is '월' or '月')
                month = number;
            else if (next is '일' or '日')
                day = number;
            else if (text.Length == 4 && year is not null && time is null && number / 100 < 24 && number % 100 < 60)
                time = new TimeSpan(number / 100, number % 100, 0);
            else if (text.Length >= 3 && (isLoose || (text.Length == 4 && year is null)))
                year ??= number > 999 ? number : SourceDate.Century(number);
            else if (day is null && text.Length < 3)
                day = number;
            else if (!isLoose)
                return false;
            else if (year is null && (month is not null || loose is not null))
                year = SourceDate.Century(number);
            else
                loose ??= number;
            return true;
        }

        public void TakeWord(ReadOnlySpan<char> word)
        {
            if (word.Equals("AM", StringComparison.OrdinalIgnoreCase) || word is "오전" or "π" or "πμ")
                isAfternoon = false;
            else if (word.Equals("PM", StringComparison.OrdinalIgnoreCase) || word is "오후" or "μμ")
                isAfternoon = true;
            else if (MonthOf(word) is { } found && month is null)
                month = found;
            else if (word is not "T" && (time is not null || word[0] is '+' or '-'))
            {
                offset ??= word is "KST" ? Korea : SourceDate.Offset(word);
                isForeign |= offset is null && !char.IsLetter(word[0]);
            }
            else if (!Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                isForeign |= hasWord || HasDay;
            hasWord = true;
            isKorean |= word is "오전" or "오후" or "년" or "월" or "일";
        }

        public readonly DateTimeOffset? ToInstant()
        {
            if (year is null || month is null || (!isLoose && (day is null || isForeign)))
                return null;
            var of = time ?? TimeSpan.Zero;
            if (isAfternoon == true && of.Hours < 12)
                of += TimeSpan.FromHours(12);
            else if (isAfternoon == false && of.Hours == 12)
                of -= TimeSpan.FromHours(12);
            // 'July 2004' has no day.
            return SourceDate.Of(year.Value, month.Value, day ?? 1, of, offset ?? (isKorean ? Korea : TimeSpan.Zero), isLoose);
        }

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

            if (text[ranges[0]].Length >= 3)
                (year, month, day) = (numbers[0], numbers[1], numbers[2]);
            else if (!isLoose)
                return false;
            // With slashes the month comes first, unless it cannot be one.
            else if (mark == '/' && numbers[0] <= 12)
                (month, day, year) = (numbers[0], numbers[1], Year(text[ranges[2]], numbers[2]));
            else
                (day, month, year) = (numbers[0], numbers[1], Year(text[ranges[2]], numbers[2]));
            return true;
        }

        private static int Year(ReadOnlySpan<char> text, int number) => text.Length < 3 ? SourceDate.Century(number) : number;
    }
}
