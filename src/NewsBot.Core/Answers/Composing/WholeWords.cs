using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Composing;

/// <summary>Words with all that a hyphen joins to them, so that no part of one stands for the whole: 'pheasant-pigeon' is not 'pheasant', 'Covid-19' is not 'Covid'.</summary>
internal static class WholeWords
{
    /// <summary>The stretch with the rest of the words that it begins and ends in.</summary>
    /// <param name="body">The text.</param>
    /// <param name="sentence">The sentence that the stretch stands in; it never grows out of it.</param>
    /// <param name="stretch">Not empty.</param>
    public static TextSpan Widen(string body, TextSpan sentence, TextSpan stretch)
    {
        var (start, end) = (stretch.Start, stretch.End);
        while (start > sentence.Start && IsOfWord(body, start) && IsOfWord(body, start - 1))
            start--;
        while (end < sentence.End && IsOfWord(body, end - 1) && IsOfWord(body, end))
            end++;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a unit belongs to a word with its neighbours: a letter, a digit, the hyphen of 'Covid-19', and not that of 'Ukrainian-born' or '34-count'.</summary>
    private static bool IsOfWord(string body, int at)
    {
        if (char.IsLetterOrDigit(body[at]))
            return true;
        if (body[at] is not ('-' or '\u2010' or '\u2011') || at == 0 || at + 1 == body.Length || !char.IsLetter(body[at - 1]))
            return false;
        var first = at - 1;
        while (first > 0 && char.IsLetter(body[first - 1]))
            first--;
        return char.IsAsciiDigit(body[at + 1]) || (char.IsLower(body[first]) && char.IsLower(body[at + 1]));
    }
}
