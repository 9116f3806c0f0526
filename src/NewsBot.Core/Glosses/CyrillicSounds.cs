using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Glosses;

/// <summary>Cyrillic words as sounds, and in Latin letters.</summary>
internal static class CyrillicSounds
{
    /// <summary>The word in small letters, with 'й' as 'и', 'ї' as 'і', 'ё' as 'е' and 'ґ' as 'г', without apostrophes.</summary>
    public static string Fold(string word)
    {
        Span<char> into = stackalloc char[4 * NameSound.MaxLength];
        var length = WordFolding.Fold(word.AsSpan(0, Math.Min(word.Length, NameSound.MaxLength)), into);
        return new string(into[..length]).Replace("'", "", StringComparison.Ordinal);
    }

    /// <summary>The word as sounds: capitals are 'ш' (S), 'ч' (X), 'ж' and 'дж' (Z).</summary>
    /// <param name="folded">As <see cref="Fold"/> leaves it.</param>
    public static string Of(string folded)
    {
        var sounds = new StringBuilder();
        foreach (var letter in folded.Replace("тч", "ч", StringComparison.Ordinal).Replace("дж", "ж", StringComparison.Ordinal).Replace("дз", "з", StringComparison.Ordinal))
        {
            foreach (var sound in SoundOf(letter))
            {
                if (sounds.Length == 0 || sounds[^1] != sound)
                    sounds.Append(sound);
            }
        }

        return sounds.ToString();
    }

    /// <summary>The Latin letters that a name may begin with which begins with this one in Cyrillic.</summary>
    /// <param name="folded">As <see cref="Fold"/> leaves it, not empty.</param>
    public static string FirstLetters(string folded) => folded[0] switch
    {
        'а' => "a",
        'б' => "b",
        'в' => "vwu",
        'г' => "ghj",
        'д' => "djgz",
        'е' or 'э' => "eahy",
        'є' => "yeij",
        'ж' => "zjg",
        'з' => "zs",
        'и' or 'і' or 'ы' => "iyjeh",
        'к' => "kcqgx",
        'л' => "l",
        'м' => "m",
        'н' => "nk",
        'о' => "oah",
        'п' => "p",
        'р' => "r",
        'с' => "sczx",
        'т' => "t",
        'у' => "uwo",
        'ф' => "fpv",
        'х' => "hkjc",
        'ц' => "ctz",
        'ч' => "ct",
        'ш' or 'щ' => "sc",
        'ю' => "yijue",
        'я' => "yija",
        _ => "",
    };

    /// <summary>The word in Latin letters by the Ukrainian table of 2010, where nothing nearer is known.</summary>
    public static string Romanise(string word)
    {
        var latin = new StringBuilder();
        foreach (var letter in word)
        {
            var written = Letters(char.ToLowerInvariant(letter), latin.Length == 0);
            latin.Append(char.IsUpper(letter) && written.Length > 0 ? char.ToUpperInvariant(written[0]) + written[1..] : written);
        }

        return latin.ToString();
    }

    private static string SoundOf(char letter) => letter switch
    {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' or 'х' => "h",
        'д' => "d",
        'е' or 'э' => "e",
        'є' => "ie",
        'ж' => "Z",
        'з' => "z",
        'и' or 'і' or 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'ц' => "c",
        'ч' => "X",
        'ш' => "S",
        'щ' => "SX",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    };

    private static string Letters(char letter, bool isFirst) => letter switch
    {
        'г' or 'х' => letter == 'г' ? "h" : "kh",
        'ґ' => "g",
        'в' => "v",
        'е' or 'э' or 'ё' => "e",
        'є' => isFirst ? "ye" : "ie",
        'ж' => "zh",
        'и' or 'ы' => "y",
        'ї' => isFirst ? "yi" : "i",
        'й' => isFirst ? "y" : "i",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => isFirst ? "yu" : "iu",
        'я' => isFirst ? "ya" : "ia",
        >= '\u0400' and <= '\u04FF' => SoundOf(letter),
        _ => letter is '\'' or '’' or 'ʼ' ? "" : letter.ToString(),
    };
}
