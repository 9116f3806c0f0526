using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Leaves the marks of notes out of a plain text, so that none of them becomes part of a number: '1974¹', '12%[3]', 'said.[note 2]'.</summary>
public static partial class NoteMarks
{
    private const string Mark =
        @"(?:\^?[1-9][0-9]{0,2}|(?:note|citation|clarification|прим\.?|примітка|примечание|anm\.?|note\sde\sbas) ?[\p{L}\p{Nd} ]{1,12})";

    private static readonly SearchValues<char> Superscripts = SearchValues.Create("⁰¹²³⁴⁵⁶⁷⁸⁹");

    // What is raised after these is a power.
    private static readonly string[] Units = ["mm", "cm", "dm", "m", "km", "in", "ft", "yd", "mi", "nm", "µm", "μm", "s", "мм", "см", "дм", "м", "км", "с"];

    // What is raised after these never is.
    private static readonly string[] OtherUnits =
    [
        "kg", "mg", "dag", "g", "t", "l", "L", "ml", "mL", "cl", "dl", "hl", "lb", "oz", "h", "hr", "ha", "Hz", "kW", "MW", "GW", "TW", "Wh",
        "GB", "MB", "TB", "kB", "hp", "pc", "bn",
        "кг", "мг", "г", "т", "л", "мл", "га", "ч", "год", "грн",
    ];

    // '12² is 144': what follows a plain number with a power.
    private static readonly string[] Sums =
    [
        "is", "was", "are", "equals", "equal", "makes", "gives", "plus", "minus", "times", "and", "or", "by", "divided", "mod",
        "ist", "sind", "gleich", "mal", "und", "est", "font", "et", "es", "son", "y", "è", "fa", "e", "to", "i", "дорівнює", "це", "і", "равно", "это", "и",
    ];

    /// <summary>The text without them; powers as in 'km²' and '10⁹' stay.</summary>
    public static string Cut(string text)
    {
        if (text.AsSpan().ContainsAny(Superscripts))
            text = Raised().Replace(text, match => IsPower(Before(match, text), Digits(match.Value), text.AsSpan(match.Index + match.Length)) ? match.Value : "");
        if (text.AsSpan().ContainsAny('†', '‡'))
            text = Daggers().Replace(text, "");
        return text.Contains('[', StringComparison.Ordinal) ? Bracketed().Replace(text, "") : text;
    }

    /// <summary>Whether a number raised behind a word is its power: of a unit, a letter, ten or two, a plain number in a sum.</summary>
    /// <param name="before">What stands before it, without a space at the end; not empty.</param>
    /// <param name="number">In ASCII digits.</param>
    /// <param name="behind">What stands behind it, or its beginning.</param>
    public static bool IsPower(ReadOnlySpan<char> before, string number, ReadOnlySpan<char> behind)
    {
        var word = before[(before.LastIndexOfAny(" \n\u00A0(") + 1)..];
        if (word.IsEmpty)
            word = before[^1..];
        if (char.IsLetter(word[^1]))
        {
            var start = word.Length - 1;
            while (start > 0 && char.IsLetter(word[start - 1]))
                start--;
            var letters = word[start..];
            if (IsOneOf(letters, Units))
                return number is "2" or "3";
            if (start > 0 && word[start - 1] is '°' or 'º')
                return false;

            // 'mc²', but no note of '90 km/h' or '5 kg'.
            return letters.Length <= 2 && char.IsAsciiLetter(letters[^1]) && number is not "1" && (number is "2" or "3" || !word.Contains('/'))
                && !(IsOneOf(letters, OtherUnits) && IsCounted(before[..^letters.Length]));
        }

        if (!char.IsAsciiDigit(word[^1]))
            return word[^1] is ')' && word.ContainsAny('+', '^');
        var digits = word[(word.LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        if (digits is "10" or "2")
            return true;
        return digits.Length == word.Length && digits.Length <= 3 && number is "2" or "3" && IsSum(digits, behind);
    }

    /// <summary>Whether a plain number is reckoned with; '212³ children' has a note.</summary>
    private static bool IsSum(ReadOnlySpan<char> digits, ReadOnlySpan<char> behind)
    {
        var next = behind.TrimStart(" \u00A0");
        if (next.IsEmpty || !char.IsLetter(next[0]))
            return next.Length == behind.Length || digits[^1] is '0' || next is ['=' or '+' or '×' or '·' or '*' or '-' or '−' or '/' or '<' or '>', ..];
        var length = 1;
        while (length < next.Length && char.IsLetter(next[length]))
            length++;
        return IsOneOf(next[..length], Sums) || (MeasureUnits.TryFind(next[..length], out var unit) && unit.Kind == QuantityKind.Length);
    }

    private static bool IsCounted(ReadOnlySpan<char> before) => before.TrimEnd(" \u00A0") is [.., >= '0' and <= '9'];

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Before(Match match, string text)
    {
        const int MaxWordChars = 30;
        return text.AsSpan(Math.Max(0, match.Index - MaxWordChars), Math.Min(match.Index, MaxWordChars));
    }

    private static string Digits(string raised) => string.Concat(raised.Select(c => (char)('0' + CharUnicodeInfo.GetDigitValue(c))));

    // Before letters it belongs to them, as in isotopes; before a slash it is half of a fraction.
    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}.,;:!?%)”»""’])[⁰¹²³⁴-⁹]{1,3}(?![\p{L}\p{Nd}/⁄⁰¹²³⁴-⁹])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Raised();

    // Behind a word and before its end; before a name and a year they tell of a death.
    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}.,;:!?%)”»""’])[†‡]{1,3}(?=[\s.,;:!?)”»""’]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Daggers();

    // A letter behind a word is an ending that somebody put in: 'give[s]'.
    [GeneratedRegex(
        @"(?:(?<=[\p{Nd}.,;:!?%)”»""’])(?:\[(?:[a-z]|" + Mark + @")\])+|(?<=\p{L})(?:\[" + Mark + @"\])+)(?=[\s.,;:!?)”»""’—–-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bracketed();
}
