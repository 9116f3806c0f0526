using System.Buffers;

namespace NewsBot.Core.Text;

/// <summary>Cuts English words to their stem, so that "merged" and "merging" are one term.</summary>
/// <remarks>
/// Martin Porter's second English stemmer as the Snowball project defines it,
/// https://snowballstem.org/algorithms/english/stemmer.html, with the exceptions that it had in 2026.
/// </remarks>
public static class Porter2Stemmer
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz'");
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // The suffixes of steps 2 to 4, the longer before the shorter that ends it. A step takes the first that fits.
    private static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"),
        ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ogist", "og"), ("ousli", "ous"), ("abli", "able"),
        ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
        ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Stem)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous",
        "al", "er", "ic",
    ];

    private static readonly string[] LongPrefixes =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    /// <summary>Replaces the word by its stem and returns the stem's length, never more than <paramref name="length"/>.</summary>
    /// <param name="word">Holds the word from its start, as <see cref="WordFolding"/> leaves it.</param>
    /// <param name="length">Units of the word. Words with anything but a to z and ' stay as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The word is longer than its span.</exception>
    public static int Stem(Span<char> word, int length)
    {
        word = word[..length];
        if (length < 3 || word.ContainsAnyExcept(Letters))
            return length;
        if (Exception(word) is { } exception)
        {
            exception.CopyTo(word);
            return exception.Length;
        }

        length = DropLeadingApostrophe(word);
        word = word[..length];
        MarkConsonantY(word);
        var (r1, r2) = Regions(word);

        length = Step1A(word);
        length = Step1B(word, length, r1);
        Step1C(word[..length]);
        length = ReplaceSuffix(word, length, Step2, r1, r1);
        length = ReplaceSuffix(word, length, Step3, r1, r2);
        length = DropSuffix(word[..length], r2);
        length = Step5(word[..length], r1, r2);

        word[..length].Replace('Y', 'y');
        return length;
    }

    private static string? Exception(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" => "sky",
        "news" => "news",
        "howe" => "howe",
        "atlas" => "atlas",
        "cosmos" => "cosmos",
        "bias" => "bias",
        "andes" => "andes",
        _ => null,
    };

    private static int DropLeadingApostrophe(Span<char> word)
    {
        if (word[0] != '\'')
            return word.Length;
        word[1..].CopyTo(word);
        return word.Length - 1;
    }

    /// <summary>Writes Y for each y that stands for a consonant: the first letter, or one after a vowel.</summary>
    private static void MarkConsonantY(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
                word[i] = 'Y';
        }
    }

    /// <summary>Where R1 and R2 start: each after the first consonant that follows a vowel, R2's counted from R1.</summary>
    private static (int R1, int R2) Regions(ReadOnlySpan<char> word)
    {
        var r1 = -1;
        foreach (var prefix in LongPrefixes)
        {
            if (word.StartsWith(prefix))
                r1 = prefix.Length;
        }

        if (r1 < 0)
            r1 = AfterVowelAndConsonant(word, 0);
        return (r1, AfterVowelAndConsonant(word, r1));
    }

    private static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int at)
    {
        while (at < word.Length && !IsVowel(word[at]))
            at++;
        while (at < word.Length && IsVowel(word[at]))
            at++;
        return Math.Min(at + 1, word.Length);
    }

    private static int Step1A(Span<char> word)
    {
        var length = word.Length;
        if (word.EndsWith("'s'"))
            length -= 3;
        else if (word.EndsWith("'s"))
            length -= 2;
        else if (word.EndsWith("'"))
            length--;
        word = word[..length];

        if (word.EndsWith("sses"))
            return length - 2;
        if (word.EndsWith("ied") || word.EndsWith("ies"))
            return length > 4 ? length - 2 : length - 1;
        if (word.EndsWith("us") || word.EndsWith("ss") || !word.EndsWith("s"))
            return length;
        return length > 2 && HasVowel(word[..(length - 2)]) ? length - 1 : length;
    }

    private static int Step1B(Span<char> word, int length, int r1)
    {
        var whole = word[..length];
        if (whole.EndsWith("eed"))
            return LongE(whole, length - 3, r1);
        if (whole.EndsWith("eedly"))
            return LongE(whole, length - 5, r1);

        int stem;
        if (whole.EndsWith("ed"))
            stem = length - 2;
        else if (whole.EndsWith("ing"))
            stem = length - 3;
        else if (whole.EndsWith("edly"))
            stem = length - 4;
        else if (whole.EndsWith("ingly"))
            stem = length - 5;
        else
            return length;

        if (whole.EndsWith("ing"))
        {
            if (stem == 2 && whole[1] == 'y' && !IsVowel(whole[0]))
            {
                "ie".CopyTo(whole[1..]);
                return 3;
            }

            if (whole[..stem] is "inn" or "out" or "cann" or "herr" or "earr" or "even")
                return length;
        }

        if (!HasVowel(whole[..stem]))
            return length;
        var rest = whole[..stem];
        if (rest.EndsWith("at") || rest.EndsWith("bl") || rest.EndsWith("iz"))
            return AddE(word, stem);
        if (EndsInDouble(rest))
            return rest.Length == 3 && rest[0] is 'a' or 'e' or 'o' ? stem : stem - 1;
        return r1 == stem && EndsInShortSyllable(rest) ? AddE(word, stem) : stem;
    }

    /// <summary>Makes "ee" of the ending that starts at <paramref name="stem"/> if it lies in R1.</summary>
    private static int LongE(ReadOnlySpan<char> word, int stem, int r1) =>
        stem >= r1 && word[..stem] is not ("proc" or "exc" or "succ") ? stem + 2 : word.Length;

    private static int AddE(Span<char> word, int length)
    {
        word[length] = 'e';
        return length + 1;
    }

    private static void Step1C(Span<char> word)
    {
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]))
            word[^1] = 'i';
    }

    /// <summary>Steps 2 and 3: the longest suffix, if it lies in R1 and its own condition holds, becomes its stem.</summary>
    private static int ReplaceSuffix(Span<char> word, int length, (string Suffix, string Stem)[] suffixes, int r1, int region)
    {
        foreach (var (suffix, stem) in suffixes)
        {
            if (!word[..length].EndsWith(suffix))
                continue;
            var start = length - suffix.Length;
            var before = start > 0 ? word[start - 1] : '\0';
            var holds = start >= r1 && suffix switch
            {
                "ogi" => before == 'l',
                "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                "ative" => start >= region,
                _ => true,
            };
            if (!holds)
                return length;
            stem.CopyTo(word[start..]);
            return start + stem.Length;
        }

        return length;
    }

    /// <summary>Step 4: the longest suffix falls if it lies in R2.</summary>
    private static int DropSuffix(ReadOnlySpan<char> word, int r2)
    {
        foreach (var suffix in Step4)
        {
            if (!word.EndsWith(suffix))
                continue;
            var start = word.Length - suffix.Length;
            var holds = start >= r2 && (suffix != "ion" || (start > 0 && word[start - 1] is 's' or 't'));
            return holds ? start : word.Length;
        }

        return word.Length;
    }

    private static int Step5(ReadOnlySpan<char> word, int r1, int r2)
    {
        var start = word.Length - 1;
        var falls = word switch
        {
            [.., 'e'] => start >= r2 || (start >= r1 && !EndsInShortSyllable(word[..start])),
            [.., 'l', 'l'] => start >= r2,
            _ => false,
        };
        return falls ? start : word.Length;
    }

    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) =>
        (word.Length > 2 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y') && IsVowel(word[^2]) && !IsVowel(word[^3]))
        || (word.Length == 2 && !IsVowel(word[1]) && IsVowel(word[0]))
        || word.EndsWith("past");

    private static bool EndsInDouble(ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] == word[^2] && word[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
