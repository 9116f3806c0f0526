using System.Globalization;

namespace NewsBot.Sources.Reading;

/// <summary>Dates in words and numbers of any order: RFC 822, asctime, those of databases and of other languages.</summary>
internal static class WordDate
{
    /// <summary>The instant, UTC; null when no day can be made out.</summary>
    /// <param name="text">Trimmed, as <see cref="DateText.Plain"/> gives it.</param>
    /// <param name="isLoose">Whether any words may stand around the date, the day may be missing, and the day and the month may be numbers of which either may come first.</param>
    public static DateTimeOffset? Read(string text, bool isLoose)
    {
        var found = new WordDateParts(isLoose);
        var rest = DateText.Words(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var c = rest[0];
            var length = 1;
            if (char.IsAsciiDigit(c))
            {
                length = LengthOf(rest, static x => char.IsAsciiDigit(x) || x is ':' or '.' or '/' or '-');
                length = rest[..length].TrimEnd(":.-/").Length;
                if (!found.TakeNumber(rest[..length], length < rest.Length ? rest[length] : ' '))
                {
                    if (!found.IsWhole || rest[..length].Contains(':'))
                        return null;
                    // What follows a whole date is another text.
                    break;
                }
            }
            else if (char.IsLetter(c))
            {
                length = LengthOfWord(rest);
                if (length < rest.Length - 1 && rest[length] == ' ' && char.IsLetter(rest[length + 1])
                    && LengthOfWord(rest[(length + 1)..]) is var second && found.TakeMonthOfTwo(rest[..length], rest.Slice(length + 1, second)))
                    length += 1 + second;
                else
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

    /// <summary>Of letters and marks; 'GMT+02:00' and 'Europe/Kyiv' are one word.</summary>
    private static int LengthOfWord(ReadOnlySpan<char> text)
    {
        var length = LengthOf(text, static c => char.IsLetter(c) || IsMark(c) || c == '\'');
        // Thai abbreviations have a full stop within: 'ม.ค.'.
        if (IsThai(text[0]) && length < text.Length - 1 && text[length] == '.' && IsThai(text[length + 1]))
            return length + 1 + LengthOf(text[(length + 1)..], static c => char.IsLetter(c) || IsMark(c));
        if (text[..length] is "GMT" or "UTC" or "UT")
            return LengthOf(text, static c => char.IsLetterOrDigit(c) || c is '+' or '-' or ':');
        if (length < text.Length - 1 && text[length] is '/' or '_' && char.IsAsciiLetter(text[length + 1]))
            return LengthOf(text, static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '-');
        return length;
    }

    private static bool IsThai(char c) => c is >= '\u0E01' and <= '\u0E4E';

    private static bool IsMark(char c) =>
        c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> isPart)
    {
        var length = 0;
        while (length < text.Length && (length == 0 || isPart(text[length])))
            length++;
        return length;
    }
}
