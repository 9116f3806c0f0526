namespace NewsBot.Core.Glosses;

/// <summary>Compares a name in Cyrillic letters, in any case of grammar, with a name in Latin letters by how they sound.</summary>
/// <remarks>
/// Both are written in one small alphabet of sounds. Vowels differ cheaply, since every table of transliteration writes them in its own way ('Umerov', 'Umierov');
/// consonants differ dearly, except those that one language writes for the other: 'ц' and 'z', 'г' and 'g' or 'h', 'дж' and 'j'.
/// </remarks>
public static class NameSound
{
    /// <summary>The longest name that is compared.</summary>
    public const int MaxLength = 24;

    /// <summary>The distance between names that are not alike.</summary>
    public const double Far = 9;

    private const int MinStem = 3;
    private const double Vowel = 0.3;
    private const double LostVowel = 0.35;
    private const double LostGlide = 0.2;
    private const double FinalVowel = 0.1;
    private const double Cut = 0.05;

    // A stem may lack the last sounds of a name: 'oppenheim' of 'Oppenheimer'.
    private const int MostCutOfStem = 2;

    // As WordFolding leaves them.
    private static readonly string[] Endings =
    [
        "ами", "ями", "ого", "ому", "ему", "его", "ові", "еві", "єві", "ією", "ими", "іми", "ыми", "ою", "ею", "єю", "ом", "ем", "єм", "ям", "ам", "ах", "ях", "им", "ым", "ім",
        "их", "ых", "оі", "ои", "ии", "іи", "ыи", "еи", "ую", "юю", "ая", "яя", "ія", "ия", "іі", "ию", "ію", "а", "я", "у", "ю", "и", "і", "е", "є", "ы", "о", "ь",
    ];

    /// <summary>The names that a Cyrillic word may be in the nominative, as sounds, with what each costs.</summary>
    /// <param name="word">As it was typed.</param>
    public static IReadOnlyList<SoundForm> FormsOf(string word)
    {
        var folded = CyrillicSounds.Fold(word);
        List<SoundForm> forms = [new(CyrillicSounds.Of(folded), IsCut: false)];
        foreach (var ending in Endings)
        {
            if (folded.Length - ending.Length >= MinStem && folded.EndsWith(ending, StringComparison.Ordinal))
                forms.Add(new SoundForm(CyrillicSounds.Of(folded[..^ending.Length]), IsCut: true));
        }

        return [.. forms.Where(form => form.Sounds.Length > 0).DistinctBy(form => form.Sounds)];
    }

    /// <summary>How far two names sound apart; <see cref="Far"/> when they are not alike.</summary>
    /// <param name="forms">Of <see cref="FormsOf"/>.</param>
    /// <param name="latin">A word in Latin letters, or its stem.</param>
    /// <param name="slack">For a stem: how much farther apart than names that are alike they may be, and what it costs that it lacks the last sounds; 0 for a word.</param>
    public static double Distance(IReadOnlyList<SoundForm> forms, ReadOnlySpan<char> latin, double slack = 0)
    {
        if (latin.Length is 0 or > MaxLength)
            return Far;
        var sounds = LatinSounds.Of(latin);
        var best = Far;
        foreach (var (cyrillic, isCut) in forms)
        {
            var most = Most(cyrillic.Length) + slack;
            for (var cut = 1; slack > 0 && cut <= MostCutOfStem && cyrillic.Length - cut >= MinStem; cut++)
                best = Math.Min(best, NearOrFar(cyrillic[..^cut], sounds, isCut, Most(cyrillic.Length)) + slack);
            best = Math.Min(best, NearOrFar(cyrillic, sounds, isCut, most));
        }

        return Math.Min(best, Far);
    }

    private static double NearOrFar(string cyrillic, string latin, bool isCut, double most)
    {
        var distance = Distance(cyrillic, latin, isCut, most) + (isCut ? Cut : 0);
        return distance <= most ? distance : Far;
    }

    private static double Most(int length) => length <= 3 ? 0.3 : Math.Min(0.8, 0.1 + (0.08 * length));

    private static double Distance(string cyrillic, string latin, bool isCut, double most)
    {
        if (Math.Abs(cyrillic.Length - latin.Length) > 4)
            return Far;
        Span<double> last = stackalloc double[latin.Length + 1];
        Span<double> row = stackalloc double[latin.Length + 1];
        last[0] = 0;
        for (var j = 1; j <= latin.Length; j++)
            last[j] = last[j - 1] + Lost(latin[j - 1]);
        for (var i = 1; i <= cyrillic.Length; i++)
        {
            row[0] = last[0] + Lost(cyrillic[i - 1]);
            var least = row[0];
            for (var j = 1; j <= latin.Length; j++)
            {
                // The vowels that end the name in Latin letters may be those that an ending replaced.
                var lost = i == cyrillic.Length && isCut && IsVowel(latin[j - 1]) && !latin.AsSpan(j).ContainsAnyExcept("aeiou") ? FinalVowel : Lost(latin[j - 1]);
                row[j] = Math.Min(Math.Min(last[j] + Lost(cyrillic[i - 1]), row[j - 1] + lost), last[j - 1] + Replaced(cyrillic[i - 1], latin[j - 1]));
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return Far;
            var free = last;
            last = row;
            row = free;
        }

        return last[latin.Length];
    }

    private static bool IsVowel(char sound) => sound is 'a' or 'e' or 'i' or 'o' or 'u';

    private static double Lost(char sound) => sound switch
    {
        'i' => LostGlide,
        'h' => LostGlide,
        _ when IsVowel(sound) => LostVowel,
        _ => 1,
    };

    private static double Replaced(char cyrillic, char latin)
    {
        if (cyrillic == latin)
            return 0;
        if (IsVowel(cyrillic) && IsVowel(latin))
            return Vowel;
        return (cyrillic, latin) switch
        {
            ('h', 'G') or ('Z', 'J') or ('X', 'Q') or ('k', 'C') or ('s', 'C') => 0,
            ('Z', 'G') or ('i', 'J') => 0.1,
            ('c', 'z') or ('c', 'C') or ('h', 'Q') or ('k', 'Q') or ('S', 'Q') => 0.15,
            ('z', 's') or ('s', 'z') or ('v', 'u') or ('u', 'v') => 0.2,
            ('S', 's') or ('f', 'v') or ('c', 's') or ('h', 'J') or ('X', 'C') => 0.3,
            ('Z', 'z') or ('c', 'X') => 0.4,
            ('t', 'd') or ('d', 't') or ('k', 'G') or ('X', 'S') => 0.6,
            _ => 1,
        };
    }
}

/// <summary>A name in sounds.</summary>
/// <param name="Sounds">In the alphabet of <see cref="NameSound"/>.</param>
/// <param name="IsCut">Whether an ending was taken off.</param>
public readonly record struct SoundForm(string Sounds, bool IsCut);
