using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Articles;

/// <summary>Leaves the marks of notes out of a plain text, so that none of them becomes part of a number: '1974¹', '12%[3]', 'said.[note 2]'.</summary>
public static partial class NoteMarks
{
    private const string Mark =
        @"(?:\^?[1-9][0-9]{0,2}|(?:note|citation|clarification|прим\.?|примітка|примечание|anm\.?|note\sde\sbas) ?[\p{L}\p{Nd} ]{1,12})";

    private static readonly SearchValues<char> Superscripts = SearchValues.Create("⁰¹²³⁴⁵⁶⁷⁸⁹");

    // What is raised after these is a power.
    private static readonly string[] Units = ["mm", "cm", "dm", "m", "km", "in", "ft", "yd", "mi", "nm", "µm", "μm", "s", "мм", "см", "дм", "м", "км", "с"];

    /// <summary>The text without them; powers as in 'km²' and '10⁹' stay.</summary>
    public static string Cut(string text)
    {
        if (text.AsSpan().ContainsAny(Superscripts))
            text = Raised().Replace(text, match => IsPower(Before(match, text), Digits(match.Value)) ? match.Value : "");
        return text.Contains('[', StringComparison.Ordinal) ? Bracketed().Replace(text, "") : text;
    }

    /// <summary>Whether a number raised behind the word is its power: of a unit, a letter, ten or two, a plain number that is no year.</summary>
    /// <param name="word">What stands before it without a space; not empty.</param>
    /// <param name="number">In ASCII digits.</param>
    public static bool IsPower(ReadOnlySpan<char> word, string number)
    {
        if (char.IsLetter(word[^1]))
        {
            var start = word.Length - 1;
            while (start > 0 && char.IsLetter(word[start - 1]))
                start--;
            var letters = word[start..];
            foreach (var unit in Units)
            {
                if (letters.Equals(unit, StringComparison.Ordinal))
                    return number is "2" or "3";
            }

            // 'mc²', but no note of '90 km/h'.
            return letters.Length <= 2 && char.IsAsciiLetter(letters[^1]) && (number is "2" or "3" || !word.Contains('/'));
        }

        if (!char.IsAsciiDigit(word[^1]))
            return word[^1] is ')' && word.ContainsAny('+', '^');
        var digits = word[(word.LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        if (digits is "10" or "2")
            return true;
        return digits.Length == word.Length && digits.Length <= 3 && number is "2" or "3";
    }

    private static ReadOnlySpan<char> Before(Match match, string text)
    {
        const int MaxWordChars = 30;
        var before = text.AsSpan(Math.Max(0, match.Index - MaxWordChars), Math.Min(match.Index, MaxWordChars));
        return before[(before.LastIndexOfAny(" \n\u00A0(") + 1)..] is { Length: > 0 } word ? word : before[^1..];
    }

    private static string Digits(string raised) => string.Concat(raised.Select(c => (char)('0' + CharUnicodeInfo.GetDigitValue(c))));

    // Before letters it belongs to them, as in isotopes; before a slash it is half of a fraction.
    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}.,;:!?%)”»""’])[⁰¹²³⁴-⁹]{1,3}(?![\p{L}\p{Nd}/⁄⁰¹²³⁴-⁹])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Raised();

    // A letter behind a word is an ending that somebody put in: 'give[s]'.
    [GeneratedRegex(
        @"(?:(?<=[\p{Nd}.,;:!?%)”»""’])(?:\[(?:[a-z]|" + Mark + @")\])+|(?<=\p{L})(?:\[" + Mark + @"\])+)(?=[\s.,;:!?)”»""’—–-]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bracketed();
}
