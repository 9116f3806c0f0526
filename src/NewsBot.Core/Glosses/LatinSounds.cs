using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Glosses;

/// <summary>Words in Latin letters as sounds.</summary>
internal static class LatinSounds
{
    // Longer before shorter. Capitals beyond those of Cyrillic are letters that sound in several ways: 'c' (C), 'g' (G), 'j' (J), 'ch' (Q).
    private static readonly (string Letters, string Sounds)[] Groups =
    [
        ("shch", "SX"), ("tsch", "X"), ("sch", "S"), ("tch", "X"), ("dzh", "Z"), ("sh", "S"), ("zh", "Z"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("th", "t"), ("rh", "r"),
        ("ch", "Q"), ("ck", "k"), ("dj", "Z"), ("dg", "Z"), ("dz", "z"), ("ts", "c"), ("tz", "c"), ("qu", "kv"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("x", "ks"),
        ("c", "C"), ("g", "G"), ("j", "J"), ("q", "k"), ("w", "v"), ("y", "i"),
    ];

    /// <summary>The word as sounds; marks and accents do not matter.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> into = stackalloc char[4 * NameSound.MaxLength];
        var folded = into[..WordFolding.Fold(word[..Math.Min(word.Length, NameSound.MaxLength)], into)];
        var letters = WithoutSilent(folded);
        var sounds = new StringBuilder();
        for (var at = 0; at < letters.Length;)
        {
            var (read, heard) = Next(letters[at..]);
            foreach (var sound in heard.Length == 0 ? letters.Slice(at, read) : heard)
            {
                if (char.IsLetter(sound) && (sounds.Length == 0 || sounds[^1] != sound))
                    sounds.Append(sound);
            }

            at += read;
        }

        return sounds.ToString();
    }

    /// <summary>Without an 'e' that is not heard at the end: 'Wardle', 'Gates'.</summary>
    private static ReadOnlySpan<char> WithoutSilent(Span<char> word)
    {
        if (word.Length > 4 && word[^1] == 's' && word[^2] == 'e' && !IsVowel(word[^3]))
        {
            word[^2] = 's';
            return word[..^1];
        }

        return word.Length > 3 && word[^1] == 'e' && !IsVowel(word[^2]) ? word[..^1] : word;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>How many letters sound together, and how; empty for one letter that sounds as it is written.</summary>
    private static (int Read, string Heard) Next(ReadOnlySpan<char> letters)
    {
        foreach (var (written, sounds) in Groups)
        {
            if (letters.StartsWith(written))
                return (written.Length, sounds);
        }

        return (1, "");
    }
}
