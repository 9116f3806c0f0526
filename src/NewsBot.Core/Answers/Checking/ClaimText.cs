using System.Globalization;
using System.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>A word in the form in which claims are compared: lower case, straight marks, no possessive, days and months in full.</summary>
/// <param name="Folded">The comparable form.</param>
/// <param name="HasCapital">Whether it begins with a capital letter.</param>
/// <param name="StartsSentence">Whether nothing but marks stands between it and the beginning of a sentence.</param>
/// <param name="FollowsClosely">Whether only white space or one hyphen parts it from the word before.</param>
internal readonly record struct ClaimWord(string Folded, bool HasCapital, bool StartsSentence, bool FollowsClosely);

/// <summary>Splits a text into words for the citation check.</summary>
internal static class ClaimText
{
    public static List<ClaimWord> Read(string text)
    {
        var words = new List<ClaimWord>();
        var (startsSentence, gap) = (true, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                startsSentence |= text[i] is '.' or '!' or '?' or '\n' or '“' or '"' or ':';
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (IsInner(text[end]) || (IsJoint(text[end]) && end + 1 < text.Length && Joins(text, end))))
                end++;
            words.Add(new ClaimWord(Fold(text[i..end]), char.IsUpper(text[i]), startsSentence, words.Count > 0 && IsClose(text.AsSpan(gap, i - gap))));

            // The stop of 'U.S.' and 'Mr.' belongs to the word and ends no run of capitals.
            if (end < text.Length && text[end] == '.' && char.IsUpper(text[i]) && IsShortened(text.AsSpan(i, end - i)))
                end++;
            (startsSentence, gap, i) = (false, end, end);
        }

        return words;
    }

    private static bool IsClose(ReadOnlySpan<char> gap) => gap is "-" or "‐" or "‑" or "–" || gap.IsWhiteSpace();

    private static bool IsShortened(ReadOnlySpan<char> word) =>
        word.Length == 1 || word.Contains('.') || word is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Gov" or "Gen" or "Sen" or "Rep" or "Lt";

    private static bool IsInner(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(char c) => c is '.' or ',' or '\'' or '’' or ':';

    /// <summary>Whether a mark ties its neighbours: any of them between digits, a stop or an apostrophe between letters.</summary>
    private static bool Joins(string text, int at) =>
        (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]))
        || (text[at] is '.' or '\'' or '’' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]));

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c == '’')
                folded.Append('\'');
            else if (char.IsDigit(c))
                folded.Append((char)('0' + (int)char.GetNumericValue(c)));
            else
                folded.Append(char.ToLowerInvariant(c));
        }

        var text = folded.ToString();
        if (text.EndsWith("'s", StringComparison.Ordinal))
            text = text[..^2];
        if (!char.IsAsciiDigit(text[0]))
            text = text.Replace(".", "", StringComparison.Ordinal);
        return InFull(text);
    }

    private static string InFull(string word) => word switch
    {
        "mon" => "monday",
        "tue" or "tues" => "tuesday",
        "wed" => "wednesday",
        "thu" or "thur" or "thurs" => "thursday",
        "fri" => "friday",
        "sat" => "saturday",
        "sun" => "sunday",
        "jan" => "january",
        "feb" => "february",
        "mar" => "march",
        "apr" => "april",
        "jun" => "june",
        "jul" => "july",
        "aug" => "august",
        "sep" or "sept" => "september",
        "oct" => "october",
        "nov" => "november",
        "dec" => "december",
        _ => word,
    };
}
