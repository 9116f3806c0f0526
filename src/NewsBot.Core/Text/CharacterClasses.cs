using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Text;

/// <summary>The <see cref="CharacterClass"/> of every UTF-16 unit, by table.</summary>
internal static class CharacterClasses
{
    private static readonly byte[] Table = Build();

    /// <summary>The class of one unit.</summary>
    // The table has an entry for every value of char, so the bounds check would never fail.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass Of(char c) =>
        (CharacterClass)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Table), c);

    /// <summary>The class of the pair that starts at <paramref name="at"/>; Other for a lone surrogate.</summary>
    public static CharacterClass OfPair(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
            ? Classify(char.ConvertToUtf32(text[at], text[at + 1]))
            : CharacterClass.Other;

    /// <summary>Whether the unit goes on with a word: a mark, a letter or a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool GoesOn(char c) => (uint)(Of(c) - CharacterClass.Mark) <= CharacterClass.Digit - CharacterClass.Mark;

    /// <summary>Whether a text has a Cyrillic letter.</summary>
    public static bool HasCyrillic(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0400', '\u04FF');

    private static byte[] Build()
    {
        var table = new byte[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            table[c] = (byte)Classify(c);
        return table;
    }

    private static CharacterClass Classify(int codePoint) => codePoint switch
    {
        '\'' or 0x2019 or 0x02BC or 0xFF07 => CharacterClass.Apostrophe,
        '.' => CharacterClass.Stop,
        ',' => CharacterClass.Comma,
        // Soft hyphen, zero-width joiners, word joiner, byte order mark: unseen inside a word.
        0x00AD or 0x200C or 0x200D or 0x2060 or 0xFEFF => CharacterClass.Mark,
        // Super- and subscript digits: CO₂, m².
        0x00B2 or 0x00B3 or 0x00B9 or 0x2070 or (>= 0x2074 and <= 0x2079) or (>= 0x2080 and <= 0x2089) => CharacterClass.Digit,
        // Han: the iteration mark and zero, the unified and compatibility blocks, planes 2 and 3.
        0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF) => CharacterClass.Ideograph,
        // Hiragana, which joins words without a space.
        (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) => CharacterClass.Ideograph,
        (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) => CharacterClass.Katakana,
        >= 0xD800 and <= 0xDFFF => CharacterClass.Surrogate,
        _ => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            // Thai and Lao, Burmese, Khmer.
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                when codePoint is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) => CharacterClass.Syllable,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => CharacterClass.Letter,
            UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
            _ => CharacterClass.Other,
        },
    };
}

/// <summary>What a UTF-16 unit can be to a word.</summary>
internal enum CharacterClass
{
    /// <summary>Never inside a word.</summary>
    Other,

    /// <summary>Goes on with a word that has begun: combining marks, soft hyphens, joiners.</summary>
    Mark,

    /// <summary>A letter of a script that writes words.</summary>
    Letter,

    /// <summary>A decimal digit of any script, super- and subscript ones too.</summary>
    Digit,

    /// <summary>A word by itself.</summary>
    Ideograph,

    /// <summary>A letter of Japanese words from other languages; those beside each other are one word.</summary>
    Katakana,

    /// <summary>A letter of a script that writes no spaces between words; a syllable is a word.</summary>
    Syllable,

    /// <summary>Half of a code point past U+FFFF; only the pair has a meaning.</summary>
    Surrogate,

    /// <summary>An apostrophe, which joins what stands on both sides of it.</summary>
    Apostrophe,

    /// <summary>A full stop, which joins numbers and the letters of an acronym.</summary>
    Stop,

    /// <summary>A comma, which joins groups of three digits.</summary>
    Comma,
}
