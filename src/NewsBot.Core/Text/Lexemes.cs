using System.Collections.Frozen;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>The lexemes of a stretch of text, with questions to ask at any index; indexes outside answer no.</summary>
internal sealed class Lexemes
{
    private static readonly FrozenDictionary<string, (WordClass Class, double Value)>.AlternateLookup<ReadOnlySpan<char>> Words =
        BuildWords().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string text;
    private readonly List<Lexeme> items;

    /// <summary>Reads the lexemes of <paramref name="range"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public Lexemes(string text, TextSpan range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range.Start, nameof(range));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, text.Length, nameof(range));
        ArgumentOutOfRangeException.ThrowIfLessThan(range.End, range.Start, nameof(range));
        this.text = text;
        items = new List<Lexeme>((range.Length / 5) + 4);
        Read(range);
    }

    /// <summary>How many there are.</summary>
    public int Count => items.Count;

    /// <summary>The lexeme at an index; an empty sign outside.</summary>
    public Lexeme this[int index] => (uint)index < (uint)items.Count ? items[index] : new Lexeme(0, 0, LexemeKind.Symbol, WordClass.None, 0);

    /// <summary>The text at an index; empty outside.</summary>
    public ReadOnlySpan<char> Text(int index) => (uint)index < (uint)items.Count ? text.AsSpan(items[index].Start, items[index].Length) : [];

    /// <summary>Whether the lexeme is this word, whatever its case.</summary>
    public bool Is(int index, string word) =>
        (uint)index < (uint)items.Count && items[index].Length == word.Length && Text(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool Is(int index, char sign) => (uint)index < (uint)items.Count && items[index].Length == 1 && text[items[index].Start] == sign;

    /// <summary>Whether the lexeme is a hyphen or a dash.</summary>
    public bool IsDash(int index) => (uint)index < (uint)items.Count && text[items[index].Start] is '-' or (>= '\u2010' and <= '\u2014');

    /// <summary>Whether the lexeme at <paramref name="index"/> stands right behind the one before it.</summary>
    public bool Touches(int index) => index > 0 && (uint)index < (uint)items.Count && items[index].Start == items[index - 1].End;

    /// <summary>The class of the word at an index.</summary>
    public WordClass Class(int index) => (uint)index < (uint)items.Count ? items[index].Class : WordClass.None;

    /// <summary>Whether the word at an index begins with a capital.</summary>
    public bool IsCapitalised(int index) => (uint)index < (uint)items.Count && char.IsUpper(text[items[index].Start]);

    /// <summary>Whether the word at an index begins with a small letter.</summary>
    public bool IsLowerWord(int index) => (uint)index < (uint)items.Count && items[index].Kind == LexemeKind.Word && char.IsLower(text[items[index].Start]);

    /// <summary>Whether the word is one of these, in lower case.</summary>
    public bool IsIn(int index, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words) => (uint)index < (uint)items.Count && words.Contains(Text(index));

    /// <summary>A plain number of one to four digits without separators; -1 otherwise.</summary>
    public int Plain(int index) => this[index] is { Kind: LexemeKind.Number, Length: <= 4 } item && !Text(index).ContainsAnyExceptInRange('0', '9') ? (int)item.Value : -1;

    private void Read(TextSpan range)
    {
        var characters = text.AsSpan();
        var i = range.Start;
        while (i < range.End)
        {
            var c = characters[i];
            if (char.IsLetter(c))
            {
                var end = WordEnd(characters, i, range.End);
                var found = end - i <= 14 && Words.TryGetValue(characters[i..end], out var entry) ? entry : default;
                items.Add(new Lexeme(i, end, LexemeKind.Word, found.Class, found.Value));
                i = end;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = ReadNumber(characters, i, range.End);
            }
            else
            {
                if (!char.IsWhiteSpace(c))
                    items.Add(new Lexeme(i, i + 1, LexemeKind.Symbol, WordClass.None, 0));
                i++;
            }
        }
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit)
        {
            var c = text[end];
            var inside = char.IsLetterOrDigit(c) || (c is '\'' or '\u2019' && end + 1 < limit && char.IsLetter(text[end + 1]));
            if (!inside)
                break;
            end++;
        }

        // A possessive s is not part of the word: 'Monday's' is 'Monday'.
        if (end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '\u2019')
            end -= 2;
        return end;
    }

    private int ReadNumber(ReadOnlySpan<char> text, int start, int limit)
    {
        var value = 0d;
        var fraction = 0d;
        var digits = 0;
        var i = start;
        while (i < limit)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (fraction > 0)
                {
                    value += (c - '0') * fraction;
                    fraction /= 10;
                }
                else
                {
                    value = (value * 10) + (c - '0');
                }

                digits++;
                i++;
            }
            else if (c == ',' && fraction == 0 && IsGroup(text, start, i, limit))
            {
                i++;
            }
            else if (c == '.' && fraction == 0 && i + 1 < limit && char.IsAsciiDigit(text[i + 1]))
            {
                fraction = 0.1;
                i++;
            }
            else
            {
                break;
            }
        }

        // Beyond 18 digits it is an id, not a number that anyone reads; the value stays finite.
        items.Add(new Lexeme(start, i, LexemeKind.Number, WordClass.None, digits > 18 ? -1 : Round(text[start..i], value)));
        return i;
    }

    private static double Round(ReadOnlySpan<char> digits, double value) =>
        digits.Contains('.') ? Math.Round(value, Math.Min(15, digits.Length - digits.IndexOf('.') - 1)) : value;

    private static bool IsGroup(ReadOnlySpan<char> text, int start, int comma, int limit)
    {
        if (comma - start > 3 && text[comma - 4] != ',')
            return false;
        if (comma + 3 >= limit)
            return false;
        for (var i = comma + 1; i <= comma + 3; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
        }

        return comma + 4 >= limit || !char.IsAsciiDigit(text[comma + 4]);
    }

    private static Dictionary<string, (WordClass Class, double Value)> BuildWords()
    {
        var words = new Dictionary<string, (WordClass, double)>(StringComparer.OrdinalIgnoreCase);
        void Add(WordClass kind, double first, double step, string list)
        {
            foreach (var group in list.Split(' '))
            {
                foreach (var word in group.Split('|'))
                    words[word] = (kind, first);
                first += step;
            }
        }

        Add(WordClass.Cardinal, 0, 1,
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
            + "nineteen");
        Add(WordClass.Tens, 20, 10, "twenty thirty forty|fourty fifty sixty seventy eighty ninety");
        Add(WordClass.Hundred, 100, 0, "hundred|hundreds");
        Add(WordClass.Scale, 12, 0, "dozen|dozens");
        Add(WordClass.Scale, 1e3, 0, "thousand|thousands|тисяча|тисячу|тисячі|тисяч|тис|тысяча|тысячу|тысячи|тысяч|тыс|tausend|tysiąc|tysiące|tysięcy|tys");
        Add(WordClass.Scale, 1e6, 0, "million|millions|mn|mln|мільйон|мільйона|мільйони|мільйонів|миллион|миллиона|миллионы|миллионов|млн");
        Add(WordClass.Scale, 1e6, 0, "millionen|mio|millones|millón|milione|milioni|milion|miliony|milionów|milhão|milhões|miljoen|miljoner|milyon");
        Add(WordClass.Scale, 1e9, 0, "billion|billions|bn|bln|мільярд|мільярда|мільярди|мільярдів|миллиард|миллиарда|миллиарды|миллиардов|млрд");
        Add(WordClass.Scale, 1e9, 0, "milliarde|milliarden|mrd|milliard|milliards|miliardo|miliardi|miliard|miliardy|miliardów|miljard|miljarder|milyar");
        Add(WordClass.Scale, 1e12, 0, "trillion|trillions|tn|trn|трильйон|трильйона|трильйони|трильйонів|триллион|триллиона|триллионов|трлн");
        Add(WordClass.Ordinal, 1, 1,
            "first second third|thirds fourth|fourths fifth|fifths sixth|sixths seventh|sevenths eighth|eighths ninth|ninths tenth|tenths "
            + "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        Add(WordClass.Ordinal, 30, 10, "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth");
        Add(WordClass.Part, 0.5, 0, "half|halves");
        Add(WordClass.Part, 0.25, 0, "quarters");
        Add(WordClass.ShortMonth, 1, 1, "jan feb mar apr may jun jul aug sep|sept oct nov dec");
        Add(WordClass.Month, 1, 1, "january february march april may june july august september october november december");
        Add(WordClass.Weekday, 0, 1, "monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays saturday|saturdays sunday|sundays");
        Add(WordClass.ShortWeekday, 0, 1, "mon tue|tues wed|weds thu|thur|thurs fri sat sun");
        Add(WordClass.Season, 3, 3, "spring summer autumn|fall winter");
        Add(WordClass.Time, (double)TimeUnit.Second, 0, "seconds|secs");
        Add(WordClass.Time, (double)TimeUnit.Minute, 0, "minute|minutes|mins");
        Add(WordClass.Time, (double)TimeUnit.Hour, 0, "hour|hours|hrs");
        Add(WordClass.Time, (double)TimeUnit.Day, 0, "day|days");
        Add(WordClass.Time, (double)TimeUnit.Week, 0, "week|weeks");
        Add(WordClass.Time, (double)TimeUnit.Fortnight, 0, "fortnight|fortnights");
        Add(WordClass.Time, (double)TimeUnit.Weekend, 0, "weekend|weekends");
        Add(WordClass.Time, (double)TimeUnit.Month, 0, "month|months");
        Add(WordClass.Time, (double)TimeUnit.Quarter, 0, "quarter");
        Add(WordClass.Time, (double)TimeUnit.Year, 0, "year|years|yr|yrs");
        Add(WordClass.Time, (double)TimeUnit.Decade, 0, "decade|decades");
        Add(WordClass.Time, (double)TimeUnit.Century, 0, "century|centuries");
        Add(WordClass.Day, -1, 1, "yesterday today|tonight tomorrow");
        Add(WordClass.DayPart, 0, 0, "morning|afternoon|evening|night|overnight");
        Add(WordClass.Cue, (double)DateCue.Last, 0, "last|previous");
        Add(WordClass.Cue, (double)DateCue.Past, 0, "past");
        Add(WordClass.Cue, (double)DateCue.Next, 0, "next");
        Add(WordClass.Cue, (double)DateCue.Coming, 0, "coming|upcoming");
        Add(WordClass.Cue, (double)DateCue.This, 0, "this");
        Add(WordClass.Cue, (double)DateCue.Earlier, 0, "earlier");
        Add(WordClass.Cue, (double)DateCue.Later, 0, "later");
        Add(WordClass.Cue, (double)DateCue.Edge, 0, "early|late|mid");
        Add(WordClass.Cue, (double)DateCue.In, 0, "in|within");
        Add(WordClass.Cue, (double)DateCue.Article, 0, "a|an");
        Add(WordClass.Cue, (double)DateCue.Vague, 0, "several|few|many");
        Add(WordClass.Cue, (double)DateCue.Noon, 0, "noon|midnight");
        Add(WordClass.Cue, (double)DateCue.FirstQuarter, 1, "q1 q2 q3 q4");
        return words;
    }
}
