using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Text;

/// <summary>The gazetteer's entries under normalised keys: small letters without accents, stops and apostrophes, words joined by one blank.</summary>
internal sealed class GazetteerTable
{
    /// <summary>Longer phrases are not in the table.</summary>
    public const int MaxKeyLength = 64;

    private const byte Acronym = 1;

    private readonly Dictionary<string, (GazetteerKind Kind, byte Flags, byte WordsAfter)> entries = new(9000, StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerKind> nouns = new(600, StringComparer.Ordinal);
    private readonly Dictionary<string, (GazetteerKind Kind, byte Flags, byte WordsAfter)>.AlternateLookup<ReadOnlySpan<char>> entryLookup;
    private readonly Dictionary<string, GazetteerKind>.AlternateLookup<ReadOnlySpan<char>> nounLookup;

    private GazetteerTable()
    {
        entryLookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        nounLookup = nouns.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the resource beside this class: lines 'Kind+Kind: a, b, c'; nouns that ask for kinds stand in lines '? Kind: noun, noun'.</summary>
    /// <exception cref="InvalidOperationException">The resource is missing or names an unknown kind.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static GazetteerTable Load()
    {
        using var stream = typeof(GazetteerTable).Assembly.GetManifestResourceStream("NewsBot.Core.Text.gazetteer.txt")
            ?? throw new InvalidOperationException("The assembly lacks its gazetteer.");
        using var reader = new StreamReader(stream);
        var table = new GazetteerTable();
        Span<char> key = stackalloc char[MaxKeyLength];
        foreach (var line in reader.ReadToEnd().AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#')
                continue;
            var colon = line.IndexOf(':');
            if (colon < 0)
                throw new InvalidOperationException($"A line of the gazetteer lacks its colon: '{line}'.");
            var isNoun = line[0] == '?';
            var kinds = Kinds(line[(isNoun ? 1 : 0)..colon]);
            var items = line[(colon + 1)..];
            foreach (var range in items.Split(','))
            {
                var item = items[range].Trim();
                var length = Normalise(item, key);
                if (length <= 0)
                    continue;
                if (isNoun)
                    CollectionsMarshal.GetValueRefOrAddDefault(table.nounLookup, key[..length], out _) |= kinds;
                else
                    table.Add(item, key[..length], kinds);
            }
        }

        return table;
    }

    /// <summary>The kinds under a key, and whether the text must write it in capitals.</summary>
    public GazetteerKind Find(ReadOnlySpan<char> key, out bool isAcronym)
    {
        if (!entryLookup.TryGetValue(key, out var entry))
        {
            isAcronym = false;
            return GazetteerKind.None;
        }

        isAcronym = (entry.Flags & Acronym) != 0;
        return entry.Kind;
    }

    /// <summary>How many words the longest phrase that begins with this word has behind it.</summary>
    public int WordsAfter(ReadOnlySpan<char> key) => entryLookup.TryGetValue(key, out var entry) ? entry.WordsAfter : 0;

    /// <summary>The kinds that a noun asks for.</summary>
    public GazetteerKind FindNoun(ReadOnlySpan<char> key) => nounLookup.TryGetValue(key, out var kind) ? kind : GazetteerKind.None;

    /// <summary>Writes the key of a phrase.</summary>
    /// <returns>Its length; 0 for an empty phrase, -1 when it is too long for the table.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Normalise(ReadOnlySpan<char> phrase, Span<char> key)
    {
        var length = 0;
        foreach (var c in phrase)
        {
            char folded;
            if (c < 128)
            {
                if (char.IsAsciiLetterUpper(c))
                    folded = (char)(c | 0x20);
                else if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '&' or '+' or '/')
                    folded = c;
                else if (c is '.' or '\'' or '!' or '"' or ',')
                    continue;
                else
                    folded = ' ';
            }
            else if (c is '\u2019' or '\u2018' or '\u02bb' or (>= '\u0300' and <= '\u036f'))
            {
                continue;
            }
            else
            {
                folded = char.IsLetter(c) ? Fold(char.ToLowerInvariant(c)) : ' ';
            }

            if (folded == ' ' && (length == 0 || key[length - 1] == ' '))
                continue;
            if (length == key.Length)
                return -1;
            key[length++] = folded;
        }

        return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>The index behind the word that begins at <paramref name="start"/>: letters, digits, '&amp;', inner stops and apostrophes, a closing '+'.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsLetterOrDigit(c) || c is (>= '\u0300' and <= '\u036f'))
                end++;
            else if (c is '.' or '\'' or '\u2019' or '&' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
                end += 2;
            else
                break;
        }

        if (end < text.Length && text[end] == '+')
            end++;

        // 'U.S.' keeps its last stop.
        return end - start >= 3 && end < text.Length && text[end] == '.' && text[end - 2] == '.' ? end + 1 : end;
    }

    /// <summary>The start of the next word when only a blank, a hyphen, a stop after a short word or an ampersand lies between; -1 otherwise.</summary>
    public static int NextWord(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        if (i < text.Length && text[i] == '.' && IsShort(text, end))
            i++;
        if (i < text.Length && (text[i] is '-' or '\u2010' or '\u2011' || char.IsWhiteSpace(text[i])))
            i++;
        else
            return -1;
        if (i + 2 < text.Length && text[i] == '&' && text[i + 1] == ' ')
            return i;
        return i < text.Length && char.IsLetterOrDigit(text[i]) ? i : -1;
    }

    private static bool IsShort(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i > 0 && end - i < 5 && char.IsLetterOrDigit(text[i - 1]))
            i--;
        return end - i <= 4;
    }

    private void Add(ReadOnlySpan<char> item, ReadOnlySpan<char> key, GazetteerKind kinds)
    {
        var blank = key.IndexOf(' ');
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entryLookup, key, out var exists);

        // Written in capitals in the list, it must be so in a text; unless it is also an ordinary word there.
        var acronym = blank < 0 && item.Length <= 6 && !item.ContainsAnyInRange('a', 'z') && item.ContainsAnyInRange('A', 'Z');
        var flags = exists && entry.Kind != GazetteerKind.None ? (byte)(entry.Flags & (acronym ? Acronym : 0)) : acronym ? Acronym : (byte)0;
        entry = (entry.Kind | kinds, flags, entry.WordsAfter);
        if (blank < 0)
            return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(entryLookup, key[..blank], out _);
        first.WordsAfter = Math.Max(first.WordsAfter, (byte)Math.Min(5, key.Count(' ')));
    }

    private static GazetteerKind Kinds(ReadOnlySpan<char> list)
    {
        var kinds = GazetteerKind.None;
        foreach (var range in list.Split('+'))
            kinds |= Enum.TryParse<GazetteerKind>(list[range].Trim(), out var kind) ? kind
                : throw new InvalidOperationException($"The gazetteer names an unknown kind in '{list}'.");
        return kinds;
    }

    private static char Fold(char c) => c switch
    {
        >= 'à' and <= 'å' or 'ā' or 'ă' or 'ą' or 'ǎ' => 'a',
        'ç' or 'ć' or 'ĉ' or 'ċ' or 'č' => 'c',
        'ď' or 'đ' or 'ð' => 'd',
        >= 'è' and <= 'ë' or 'ē' or 'ĕ' or 'ė' or 'ę' or 'ě' or 'ə' => 'e',
        'ĝ' or 'ğ' or 'ġ' or 'ģ' => 'g',
        'ĥ' or 'ħ' => 'h',
        >= 'ì' and <= 'ï' or 'ĩ' or 'ī' or 'ĭ' or 'į' or 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' or 'ļ' or 'ľ' or 'ŀ' or 'ł' => 'l',
        'ñ' or 'ń' or 'ņ' or 'ň' => 'n',
        >= 'ò' and <= 'ö' or 'ø' or 'ō' or 'ŏ' or 'ő' => 'o',
        'ŕ' or 'ŗ' or 'ř' => 'r',
        'ß' or 'ś' or 'ŝ' or 'ş' or 'š' or 'ș' => 's',
        'ţ' or 'ť' or 'ț' => 't',
        >= 'ù' and <= 'ü' or 'ũ' or 'ū' or 'ŭ' or 'ů' or 'ű' or 'ų' => 'u',
        'ŵ' => 'w',
        'ý' or 'ÿ' or 'ŷ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        _ => c,
    };
}
