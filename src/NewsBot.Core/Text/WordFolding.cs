using System.Text;

namespace NewsBot.Core.Text;

/// <summary>Reduces a word to the form shared by its spellings: case, accents, apostrophes, possessives, acronym stops.</summary>
public static class WordFolding
{
    /// <summary>Writes the folded word and returns its length.</summary>
    /// <param name="word">A word as <see cref="Tokenizer"/> finds it; other text folds too, unit by unit.</param>
    /// <param name="into">
    /// Receives the fold. Four units for each of the word's always suffice; the rest is left out, never
    /// half a letter.
    /// </param>
    /// <returns>Units written; 0 when nothing but marks and apostrophes was there.</returns>
    /// <remarks>
    /// "U.S." and "US" become "u.s", apart from the pronoun; likewise u.k, u.n and e.u, these in any case. Other
    /// acronyms lose their stops ("N.A.T.O." becomes "nato") unless a common word would result ("a.m").
    /// Folding twice changes nothing.
    /// </remarks>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = FoldLetters(word, into);
        length = DropDigitCommas(into[..length]);
        length = TrimEnd(into[..length]);
        if (length == 2)
            return FoldShortName(word, into);
        return IsDotted(into[..length]) ? DropStops(into[..length]) : length;
    }

    private static int FoldLetters(ReadOnlySpan<char> word, Span<char> into)
    {
        Span<char> buffer = stackalloc char[4];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsAscii(c))
            {
                if (length == into.Length)
                    break;
                into[length++] = char.ToLowerInvariant(c);
                continue;
            }

            scoped ReadOnlySpan<char> folded;
            if (!char.IsSurrogate(c))
                folded = LetterFolding.Fold(c, buffer);
            else if (i + 1 < word.Length && Rune.TryCreate(c, word[i + 1], out var rune))
            {
                folded = LetterFolding.Fold(rune, buffer);
                i++;
            }
            else
                continue;

            if (!folded.TryCopyTo(into[length..]))
                break;
            length += folded.Length;
        }

        return length;
    }

    private static int DropDigitCommas(Span<char> word)
    {
        if (!word.Contains(','))
            return word.Length;
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var inNumber = word[i] == ',' && length > 0 && char.IsAsciiDigit(word[length - 1])
                && i + 1 < word.Length && char.IsAsciiDigit(word[i + 1]);
            if (!inNumber)
                word[length++] = word[i];
        }

        return length;
    }

    /// <summary>The length without possessive endings, apostrophes and stops at the end.</summary>
    private static int TrimEnd(ReadOnlySpan<char> word)
    {
        while (word.Length > 0)
        {
            if (word[^1] is '\'' or '.')
                word = word[..^1];
            else if (word is [.., '\'', 's'])
                word = word[..^2];
            else
                break;
        }

        return word.Length;
    }

    /// <summary>Sets the stop into a two-letter acronym that could be taken for a word.</summary>
    private static int FoldShortName(ReadOnlySpan<char> word, Span<char> into)
    {
        var isName = into[..2] switch
        {
            "uk" or "un" or "eu" => true,
            "us" => word.StartsWith("US", StringComparison.Ordinal),
            _ => false,
        };
        if (!isName || into.Length < 3)
            return 2;
        into[2] = into[1];
        into[1] = '.';
        return 3;
    }

    /// <summary>Whether single letters alternate with stops.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return true;
    }

    private static int DropStops(Span<char> word)
    {
        if (word is "u.s" or "u.k" or "u.n" or "e.u" or "a.m" or "i.t" or "i.s" or "i.d" or "m.e" or "n.o" or "o.r")
            return word.Length;
        var length = 0;
        for (var i = 0; i < word.Length; i += 2)
            word[length++] = word[i];
        return length;
    }
}
