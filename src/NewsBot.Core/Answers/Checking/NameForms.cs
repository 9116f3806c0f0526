using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answers.Checking;

/// <summary>Tells whether two names are forms of one: case and accents, acronyms, short forms, peoples and their countries, spellings of another script.</summary>
internal static class NameForms
{
    private const int MinPrefix = 4;
    private const int MinSkeleton = 3;

    /// <summary>Peoples that share too few letters with their countries, and the seats that governments are called by; a line is one country.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = new[]
    {
        "france french frenchman frenchmen frenchwoman paris", "britain british briton uk england english london", "netherlands dutch holland", "wales welsh",
        "spain spanish spaniard",
        "ireland irish", "scotland scottish scots scot", "denmark danish dane", "sweden swedish swede", "poland polish pole poles", "turkey turkish turk turkiye ankara",
        "finland finnish finn", "greece greek", "switzerland swiss", "philippines filipino philippine", "iceland icelandic", "germany german berlin", "norway norwegian",
        "us usa america american states washington", "thailand thai", "myanmar burma burmese", "czechia czech", "congo congolese drc",
        "china chinese beijing", "ukraine ukrainian kyiv kiev",
        "cyprus cypriot", "malta maltese", "wales welsh", "russia russian moscow kremlin", "japan japanese tokyo", "iraq iraqi", "iran iranian tehran", "mali malian", "laos lao",
        "europe european eu brussels", "emirates emirati uae",
    }.SelectMany((line, i) => line.Split(' ').Select(word => (word, i))).DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => $"{pair.i}", StringComparer.Ordinal);

    private static readonly string[] PeopleEndings =
        ["", "n", "an", "ian", "ean", "nian", "ish", "ese", "ic", "i", "er", "ers", "ns", "ans", "ians", "s", "es", "y", "ite", "ites", "is", "ist", "ists"];

    /// <summary>A word of these only has to be put into lower case.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] Small = ["of", "the", "and", "for", "on", "in", "de", "to", "at", "&"];

    /// <summary>The words of a name without case, accents, stops and possessives.</summary>
    public static string Fold(string word)
    {
        if (!word.AsSpan().ContainsAnyExcept(Plain))
            return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        Span<char> buffer = stackalloc char[4];
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                folded.Append(char.IsSurrogate(c) ? new ReadOnlySpan<char>(in c) : LetterFolding.Fold(char.ToLowerInvariant(c), buffer));
            else if (c is '\'' or '’')
                folded.Append('\'');
        }

        var text = folded.ToString();
        if (text.EndsWith("'s", StringComparison.Ordinal))
            text = text[..^2];
        return text.Replace("'", "", StringComparison.Ordinal);
    }

    /// <summary>Whether two names share their last word in some form, or one is the acronym of the other.</summary>
    public static bool AreOne(string one, string other)
    {
        var (mine, theirs) = (Words(one), Words(other));
        return mine.Count > 0 && theirs.Count > 0
            && (theirs.Exists(word => AreOneWord(mine[^1], word)) || mine.Exists(word => AreOneWord(theirs[^1], word))
                || IsAcronym(mine, theirs) || IsAcronym(theirs, mine));
    }

    /// <summary>Whether two folded words are forms of one name.</summary>
    public static bool AreOneWord(string one, string other)
    {
        if (one == other || one == other + "s" || other == one + "s")
            return true;
        if (Irregular.TryGetValue(one, out var mine) && Irregular.TryGetValue(other, out var theirs) && mine == theirs)
            return true;
        return IsPeople(one, other) || IsPeople(other, one) || (Skeleton(one) is { Length: >= MinSkeleton } bones && bones == Skeleton(other) && SoundAlike(one, other));
    }

    /// <summary>Whether a short form with a stop stands for the word: 'Gov.', 'Lt.', 'Mass.'.</summary>
    public static bool IsShortOf(string shortened, string word)
    {
        if (shortened.Length < 2 || word.Length <= shortened.Length || shortened[0] != word[0])
            return false;
        var at = 0;
        foreach (var c in word)
        {
            if (at < shortened.Length && shortened[at] == c)
                at++;
        }

        return at == shortened.Length;
    }

    /// <summary>Whether the letters begin the words of the text one after the other, small words left out or not.</summary>
    /// <param name="letters">Folded.</param>
    /// <param name="words">Folded, in the order of the text.</param>
    public static bool BeginWords(string letters, IReadOnlyList<string> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var (at, i) = (0, start);
            for (; i < words.Count && at < letters.Length; i++)
            {
                if (words[i].Length > 0 && words[i][0] == letters[at])
                    at++;
                else if (at == 0 || !Small.Contains(words[i], StringComparer.Ordinal))
                    break;
            }

            if (at == letters.Length)
                return true;
        }

        return false;
    }

    private static List<string> Words(string name) => [.. name.Split([' ', '-', '‑'], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(word => word.Length > 0)];

    private static bool IsAcronym(List<string> letters, List<string> words) =>
        words.Count > 1 && letters.Exists(word => word.Length is >= 2 and <= 6 && BeginWords(word, words));

    /// <summary>'Ukrainian' of 'Ukraine', 'Israeli' of 'Israel', 'Argentine' of 'Argentina'.</summary>
    private static bool IsPeople(string people, string country)
    {
        for (var cut = 0; cut <= 2 && country.Length - cut >= MinPrefix; cut++)
        {
            var root = country[..^cut];
            if (people.StartsWith(root, StringComparison.Ordinal) && Array.IndexOf(PeopleEndings, people[root.Length..]) >= 0
                && (cut == 0 || country[^1] is 'a' or 'e' or 'o' or 'y' or 's' or 'i'))
                return true;
        }

        return false;
    }

    /// <summary>Its consonants as they sound, each once in a row; 'Zelensky', 'Zelenskyy' and 'Zelenskiy' have one.</summary>
    private static string Skeleton(string word)
    {
        var bones = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' or 'h' => '\0',
                'c' or 'q' => 'k',
                'w' => 'v',
                'p' when i + 1 < word.Length && word[i + 1] == 'h' => 'f',
                'z' => 's',
                _ => word[i],
            };
            if (c != '\0' && (bones.Length == 0 || bones[^1] != c))
                bones.Append(c);
        }

        return bones.ToString();
    }

    /// <summary>Spellings differ by a vowel or two and keep their first sound; 'Brown' and 'Borne' do not.</summary>
    private static bool SoundAlike(string one, string other) => Math.Abs(one.Length - other.Length) <= 2 && Math.Min(one.Length, other.Length) >= 5
        && Sound(one[0]) == Sound(other[0]) && TextDistance.Of(one, other) <= 2;

    private static char Sound(char c) => c switch { 'c' or 'q' => 'k', 'j' or 'i' => 'y', 'w' => 'v', _ => c };
}
