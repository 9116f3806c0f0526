namespace NewsBot.Core.Text;

/// <summary>Cuts the endings of cases from Ukrainian, Russian and Belarusian words, so that 'Києві' and 'Києва' are one term.</summary>
/// <remarks>
/// Endings are cut as long as three letters stay, and vowels and consonants that change with the case become one: 'Харків'
/// and 'Харкова', 'Ольга' and 'Ользі'. Surnames keep what makes them surnames: 'Петров' and 'Петро' stay two.
/// </remarks>
internal static class CyrillicStemmer
{
    private const int MinStem = 3;

    // As WordFolding leaves them, 'й' as 'и' and 'ї' as 'і'; the longer before the shorter that ends it.
    private static readonly string[] Endings =
    [
        "ією", "ами", "ями", "ого", "его", "ому", "ему", "ими", "ыми", "ієм", "ием", "иеи", "еем", "ою", "ею", "єю", "ии", "ыи", "іи", "ои",
        "еи", "еі", "оі", "іі", "ая", "яя", "ое", "ее", "ые", "ие", "ія", "ия", "ію", "ию", "ея", "ую", "юю", "им", "ым", "ім", "ом", "ем", "єм",
        "ам", "ям", "ах", "ях", "их", "ых", "іх", "а", "я", "у", "ю", "и", "і", "ы", "е", "є", "о", "ь",
    ];

    /// <summary>Whether the word is written in Cyrillic letters alone.</summary>
    public static bool IsCyrillic(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('\u0400', '\u052F');

    /// <summary>Replaces the word by its stem and returns the stem's length.</summary>
    /// <param name="word">A folded word in Cyrillic letters, and room that is not looked at.</param>
    /// <param name="length">The word's length.</param>
    public static int Stem(Span<char> word, int length)
    {
        if (length <= MinStem)
            return length;
        while (EndingOf(word[..length]) is var cut and > 0)
            length -= cut;
        ref var last = ref word[length - 1];
        // Ukrainian: the vowel of a closed syllable, and the consonant before the ending of the locative.
        ref var vowel = ref word[length - 2];
        if (vowel is 'і' or 'е' or 'є' && !IsVowel(last))
            vowel = 'о';
        last = last switch
        {
            'з' => 'г',
            'ц' => 'к',
            _ => last,
        };
        return length;
    }

    private static int EndingOf(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= MinStem && word.EndsWith(ending))
                return ending.Length;
        }

        return 0;
    }

    private static bool IsVowel(char c) => c is 'а' or 'е' or 'є' or 'и' or 'і' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
