namespace NewsBot.Core.Text;

/// <summary>Cuts Cyrillic words to a stem by the endings of Ukrainian, so that 'Києва' and 'Києві' are one term.</summary>
/// <remarks>A light stemmer: it takes one ending off. Words of other Slavic languages lose what looks the same.</remarks>
public static class UkrainianStemmer
{
    /// <summary>A stem has at least so many letters.</summary>
    private const int LeastStem = 3;

    // As WordFolding leaves them (й is и, ї is і); the longer before the shorter.
    private static readonly string[] Endings =
    [
        "ового", "овому",
        "ами", "ями", "ові", "еві", "єві", "ова", "ева", "єва", "ову", "еву", "єву", "ого", "ому", "ими", "іми",
        "оі", "іи", "ою", "ею", "єю", "их", "іх", "ам", "ям", "ах", "ях", "ів", "ем", "єм", "ом", "им", "ім", "ии", "ои", "еи",
        "а", "я", "о", "е", "є", "у", "ю", "и", "і", "ь",
    ];

    /// <summary>Whether a word is for this stemmer.</summary>
    public static bool IsCyrillic(char first) => first is >= 'Ѐ' and <= 'ӿ';

    /// <summary>Replaces the word by its stem and returns the stem's length, never more than <paramref name="length"/>.</summary>
    /// <param name="word">A word as <see cref="WordFolding"/> leaves it.</param>
    /// <param name="length">How much of it is the word.</param>
    public static int Stem(Span<char> word, int length)
    {
        foreach (var ending in Endings)
        {
            if (length >= ending.Length + LeastStem && word[..length].EndsWith(ending))
            {
                length -= ending.Length;
                break;
            }
        }

        // The vowel of a closed syllable: 'Київ' and 'Києва', 'Миколаїв' and 'Миколаєва'.
        if (length >= LeastStem && word[length - 1] == 'в' && word[length - 2] == 'і')
            word[length - 2] = 'є';
        return length;
    }
}
