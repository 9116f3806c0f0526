namespace NewsBot.Core.Text;

/// <summary>Finds the words of a text.</summary>
/// <remarks>
/// A word is a run of letters, digits and combining marks. Apostrophes between letters stay inside ("don't",
/// "O’Neill"), so do the stops of an acronym ("U.S.", "a.m."), the last one too, and the separators of one number
/// ("1,234.5"). Hyphens, slashes and dashes separate. Each ideograph is a word, so
/// is a letter of Hiragana, a run of Katakana, and a syllable of Thai, Lao, Burmese or Khmer: these write no spaces between words.
/// </remarks>
public static class Tokenizer
{
    // The Burmese sign of a consonant that ends its syllable.
    private const char Asat = '\u103A';

    /// <summary>Appends the words of <paramref name="text"/> in order; none is empty and no two overlap.</summary>
    /// <param name="text">Any text; lone surrogates and control characters separate words.</param>
    /// <param name="into">Receives the words as offsets in <paramref name="text"/>.</param>
    public static void Tokenize(ReadOnlySpan<char> text, List<TextSpan> into)
    {
        var at = 0;
        while ((uint)at < (uint)text.Length)
        {
            var kind = CharacterClasses.Of(text[at]);
            var width = 1;
            if (kind == CharacterClass.Surrogate)
            {
                kind = CharacterClasses.OfPair(text, at);
                width = kind == CharacterClass.Other ? 1 : 2;
            }

            if (kind is CharacterClass.Letter or CharacterClass.Digit)
            {
                var end = EndOfWord(text, at);
                into.Add(new TextSpan(at, end));
                at = end;
                continue;
            }

            if (kind is CharacterClass.Ideograph or CharacterClass.Katakana or CharacterClass.Syllable)
            {
                var end = EndOfUnspaced(text, at, width, kind);
                into.Add(new TextSpan(at, end));
                at = end;
                continue;
            }

            at += width;
        }
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfRun(text, start);
        if (end == start + 1 && end < text.Length && text[end] == '.' && IsAcronymLetter(text, start) && IsAcronymLetter(text, end + 1))
            return EndOfAcronym(text, end + 1);

        while (end + 1 < text.Length)
        {
            var joins = CharacterClasses.Of(text[end]) switch
            {
                CharacterClass.Apostrophe => CharacterClasses.Of(text[end + 1]) == CharacterClass.Letter
                    && CharacterClasses.Of(text[end - 1]) != CharacterClass.Apostrophe,
                CharacterClass.Stop => IsDigit(text, end - 1) && IsDigit(text, end + 1),
                CharacterClass.Comma => IsDigit(text, end - 1) && IsDigitGroup(text, end + 1),
                _ => false,
            };
            if (!joins)
                break;
            end = EndOfRun(text, end + 1);
        }

        return end;
    }

    /// <summary>The end of an ideograph, of a word in Katakana, or of a syllable, each with its marks.</summary>
    private static int EndOfUnspaced(ReadOnlySpan<char> text, int at, int width, CharacterClass kind)
    {
        var end = at + width;
        if (kind == CharacterClass.Syllable && IsBeforeConsonant(text[at]) && IsSyllable(text, end))
            end++;
        while (end < text.Length)
        {
            var c = text[end];
            if (CharacterClasses.Of(c) == CharacterClass.Mark || (kind == CharacterClass.Katakana && CharacterClasses.Of(c) == CharacterClass.Katakana))
                end++;
            else if (kind == CharacterClass.Syllable && (IsAfterConsonant(c) || (IsSyllable(text, end) && IsPartOfSyllable(text, end))))
                end++;
            else
                break;
        }

        return end;
    }

    private static bool IsSyllable(ReadOnlySpan<char> text, int at) => at < text.Length && CharacterClasses.Of(text[at]) == CharacterClass.Syllable;

    private static bool IsPartOfSyllable(ReadOnlySpan<char> text, int consonant) =>
        IsStacker(text[consonant - 1]) || (consonant + 1 < text.Length && text[consonant + 1] == Asat);

    // Vowels of Thai and Lao that are written before the consonant after which they are spoken.
    private static bool IsBeforeConsonant(char c) => c is (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4');

    private static bool IsAfterConsonant(char c) => c is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' or '\u0EB0' or '\u0EB2' or '\u0EB3';

    // The signs of Khmer and Burmese under which the next consonant is written.
    private static bool IsStacker(char c) => c is '\u17D2' or '\u1039';

    private static int EndOfRun(ReadOnlySpan<char> text, int at)
    {
        while ((uint)at < (uint)text.Length)
        {
            if (CharacterClasses.GoesOn(text[at]))
                at++;
            else if (CharacterClasses.Of(text[at]) == CharacterClass.Surrogate
                && CharacterClasses.OfPair(text, at) is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark)
                at += 2;
            else
                break;
        }

        return at;
    }

    /// <summary>The end of an acronym whose second letter is at <paramref name="letter"/>, with its last stop and its 's.</summary>
    private static int EndOfAcronym(ReadOnlySpan<char> text, int letter)
    {
        while (letter + 1 < text.Length && text[letter + 1] == '.' && IsAcronymLetter(text, letter + 2))
            letter += 2;

        var end = letter + 1;
        if (end < text.Length && text[end] == '.')
            end++;
        var owns = end + 1 < text.Length && CharacterClasses.Of(text[end]) == CharacterClass.Apostrophe
            && text[end + 1] is 's' or 'S' && (end + 2 == text.Length || !CharacterClasses.GoesOn(text[end + 2]));
        return owns ? end + 2 : end;
    }

    /// <summary>Whether a letter is at <paramref name="at"/> and the word does not go on after it.</summary>
    private static bool IsAcronymLetter(ReadOnlySpan<char> text, int at) =>
        at < text.Length && CharacterClasses.Of(text[at]) == CharacterClass.Letter
        && (at + 1 == text.Length || (!CharacterClasses.GoesOn(text[at + 1]) && CharacterClasses.Of(text[at + 1]) != CharacterClass.Surrogate));

    private static bool IsDigit(ReadOnlySpan<char> text, int at) =>
        at < text.Length && CharacterClasses.Of(text[at]) == CharacterClass.Digit;

    /// <summary>Whether exactly three digits start at <paramref name="at"/>, or pairs and then three as in 1,00,000.</summary>
    private static bool IsDigitGroup(ReadOnlySpan<char> text, int at)
    {
        // No number in words people read has more pairs than this: 10,00,00,00,000 is ten billion.
        const int MostPairs = 4;
        for (var pairs = 0; IsDigit(text, at) && IsDigit(text, at + 1); pairs++, at += 3)
        {
            if (IsDigit(text, at + 2))
                return !IsDigit(text, at + 3);
            if (pairs == MostPairs || at + 2 >= text.Length || text[at + 2] != ',')
                return false;
        }

        return false;
    }
}
