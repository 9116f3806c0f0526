using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;

namespace NewsBot.Core.Text;

/// <summary>The abbreviations of a language other than English, and the words that begin its sentences.</summary>
internal sealed class SentenceTongue
{
    // How much of a text is looked at, and how many of its small words have to be those of one language.
    private const int MaxChars = 2000;
    private const int MinMarks = 2;

    // Shorter abbreviations are of many languages, English too.
    private const int MinAbbreviation = 3;

    // The sentence 'In 2025' is shorter than this when its year is abbreviated: 'У січні 2025 р. Київ'.
    private const int MaxLeadWords = 7;

    private const int MaxRoman = 5;
    private const int MaxElided = 5;

    // Shorter ones are whole words: 'FC'.
    private const int MinStem = 4;
    private const int MinAdjective = 4;
    private const string OrdinalOpeners = " \u00A0(„“\"«‚";

    /// <summary>Ukrainian, Russian, Belarusian: their words are told from all others by their letters.</summary>
    public static readonly SentenceTongue Cyrillic = new("Cyrillic");

    private static readonly SentenceTongue German = new("German") { HasOrdinals = true };
    private static readonly SentenceTongue Polish = new("Polish") { HasOrdinals = true };
    private static readonly SentenceTongue Turkish = new("Turkish") { HasOrdinals = true };

    private static readonly SentenceTongue[] Latin =
    [
        German, new("French"), new("Spanish"), new("Italian"), Polish, Turkish, new("Portuguese"), new("Dutch"), new("Swedish"), new("Romanian"),
        new("Danish") { HasOrdinals = true }, new("Czech") { HasOrdinals = true, HasWordsWithoutVowels = true },
        new("Croatian") { HasOrdinals = true, HasWordsWithoutVowels = true },
        new("Hungarian") { HasOrdinals = true }, new("Finnish") { HasOrdinals = true },
    ];

    // For each small word, a bit for each language of the list above that has it, and one for English behind them.
    private static readonly Lazy<FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> Marks = new(() => BitsOf(Latin, "Marks"));

    // The same for the abbreviations that something always follows.
    private static readonly Lazy<FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>> Abbreviations = new(() => BitsOf(Latin, "Heads"));

    // Letters that only one of them has, or nearly; the same order as above.
    private static readonly string[] Letters = ["ß", "œ", "ñ¿¡Ñ", "", "łąężśźŁŻŚŹ", "ğışŞİ", "ãõ", "", "", "țșă", "øæ", "ěřů", "đ", "őű", ""];

    // The commonest English words, so that a quotation in another language does not decide.
    private const string EnglishMarks = "the of and to in is that for was with on as by at from are his be has were it had not he said";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \n,.’'");
    private static readonly Lazy<WordSet> YearLeads = new(() => WordSet.Find("YearLeads"));
    private static readonly Lazy<WordSet> OrdinalLeads = new(() => WordSet.Find("GermanOrdinalLeads"));
    private static readonly Lazy<WordSet> DayLeads = new(() => WordSet.Find("GermanDayLeads"));
    private static readonly Lazy<WordSet> Months = new(() => WordSet.Find("GermanMonths"));
    private static readonly Lazy<string[]> OrdinalStems = new(() => [.. WordLists.Find("OrdinalStems").Set]);
    private static readonly Lazy<string[]> GermanTails = new(() => [.. WordLists.Find("GermanTails").Set]);
    private static readonly Lazy<string[]> GermanStreets = new(() => [.. WordLists.Find("GermanStreets").Set]);

    private static readonly Lazy<WordSet> Closers = new(() => WordSet.Find("ListClosers"));
    private static readonly Lazy<WordSet> Units = new(() => WordSet.Find("AbbreviatedUnits"));
    private static readonly Lazy<WordSet> Scales = new(() => WordSet.Find("AbbreviatedScales"));
    private static readonly Lazy<WordSet> Labels = new(() => WordSet.Find("AbbreviatedLabels"));
    private static readonly Lazy<WordSet> Counts = new(() => WordSet.Find("AbbreviatedCounts"));
    private static readonly Lazy<WordSet> DecadeLeads = new(() => WordSet.Find("PolishDecadeLeads"));

    // In Ukrainian and Russian, й is none.
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿąęėįųūőűğıœșăаеєиіїоуюяыэё");

    private readonly Lazy<WordSet> heads;
    private readonly Lazy<WordSet> ends;
    private readonly Lazy<WordSet> starters;
    private SentenceTongue(string name)
    {
        Name = name;
        heads = new(() => WordSet.Find(name + "Heads"));
        ends = new(() => WordSet.Find(name + "Ends"));
        starters = new(() => WordSet.Find(name + "Starters"));
    }

    /// <summary>The English name of the language, or of its letters.</summary>
    public string Name { get; }

    /// <summary>Whether a full stop makes an ordinal of a number: '3.' is 'third'.</summary>
    private bool HasOrdinals { get; init; }

    /// <summary>'Smrt', 'trg': elsewhere a word without a vowel is an abbreviation.</summary>
    private bool HasWordsWithoutVowels { get; init; }

    /// <summary>The language of a text in Latin letters, by its small words; null for English and where they do not tell.</summary>
    public static SentenceTongue? Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxChars)];
        Span<int> counts = stackalloc int[Latin.Length + 1];
        foreach (var range in text.SplitAny(WordEnds))
        {
            var word = text[range];
            // The second part of 'v.le' is no word.
            if (word.Length is 0 or > SentenceWords.MaxLength || (range.Start.Value > 0 && text[range.Start.Value - 1] == '.'))
                continue;
            var isAbbreviated = word.Length >= MinAbbreviation && range.End.Value + 1 < text.Length && text[range.End.Value] == '.' && text[range.End.Value + 1] == ' ';
            for (var bits = (Marks.Value.TryGetValue(word, out var found) ? found : 0) | (isAbbreviated && Abbreviations.Value.TryGetValue(word, out var of) ? of : 0);
                bits != 0;
                bits &= bits - 1)
                counts[BitOperations.TrailingZeroCount(bits)]++;
            for (var i = 0; i < Letters.Length; i++)
                counts[i] += Letters[i].Length > 0 && word.IndexOfAny(Letters[i]) >= 0 ? 1 : 0;
        }

        var best = 0;
        for (var i = 1; i < Latin.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return counts[best] >= MinMarks && counts[best] > counts[Latin.Length] ? Latin[best] : null;
    }

    /// <summary>Whether the word is written in Cyrillic letters.</summary>
    public static bool IsCyrillic(ReadOnlySpan<char> word) => word is [>= '\u0400' and <= '\u052F', ..];

    /// <summary>What the word before a full stop is: a title for what is always followed by more, an ending, or nothing.</summary>
    /// <param name="word">Without the last stop.</param>
    /// <param name="before">The sentence before the word.</param>
    public AbbreviationKind KindOf(ReadOnlySpan<char> word, ReadOnlySpan<char> before)
    {
        // 'L’ing.', 'dell’avv.': the article belongs to another word.
        if (word.IndexOfAny('\'', '’') is > 0 and <= MaxElided and var mark && !ReferenceEquals(this, Cyrillic))
            word = word[(mark + 1)..];
        var isCounted = IsCounted(before);
        if (Counts.Value.Contains(word) && !isCounted)
            return AbbreviationKind.None;
        if (Labels.Value.Contains(word) && !heads.Value.Contains(word))
            return AbbreviationKind.Counter;
        // A measure behind a number may end a sentence: '5 м.'. Elsewhere the letter begins a name: 'м. Київ'.
        if (ends.Value.Contains(word) && (isCounted || !heads.Value.Contains(word)))
            return AbbreviationKind.Ending;
        // 'і т. д.', 'н. э.': the last of letters that belong together.
        if (word.Length == 1 && before.TrimEnd() is [.., 'т' or 'н', '.'] && word[0] is 'д' or 'п' or 'е' or 'э' or 'ч')
            return word is "ч" ? AbbreviationKind.Title : AbbreviationKind.Ending;
        if (ReferenceEquals(this, German) && EndsWithAny(word, GermanStreets.Value))
            return AbbreviationKind.Ending;
        if (heads.Value.Contains(word))
            return isCounted ? AbbreviationKind.Ending : AbbreviationKind.Title;
        // 'z. B.', 'т. ч.', 'EE. UU.': letters that belong together.
        if (word.Length == 1 && char.IsLower(word[0]))
            return ReferenceEquals(this, Cyrillic) ? AbbreviationKind.Title : isCounted ? AbbreviationKind.None : AbbreviationKind.Ending;
        if (ReferenceEquals(this, German) && (EndsWithAny(word, GermanTails.Value) || IsShortAdjective(word)))
            return AbbreviationKind.Title;
        return IsWithoutVowel(word) && !HasWordsWithoutVowels ? AbbreviationKind.Ending : AbbreviationKind.None;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] tails)
    {
        foreach (var tail in tails)
        {
            if (word.EndsWith(tail, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>'Tägl', 'östl', 'staatl': no German word ends so.</summary>
    private static bool IsShortAdjective(ReadOnlySpan<char> word) =>
        word.Length >= MinAdjective && char.IsLower(word[0]) && word[^1] == 'l' && word[^2] is not ('l' or 'r') && !Vowels.Contains(word[^2]);

    /// <summary>'Bgm', 'płn', 'адв': not 'FC', which is a name.</summary>
    private static bool IsWithoutVowel(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsLower(word[1]))
            return false;
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter) || Vowels.Contains(char.ToLowerInvariant(letter)))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether an ending that a capital follows ends its sentence, whatever the word: one that closes a list ('і т. д.', 'vb.'), or a measure behind its number ('5 грн.').
    /// </summary>
    /// <param name="word">Without the last stop.</param>
    /// <param name="before">The sentence before the word.</param>
    /// <param name="next">The word that follows.</param>
    public bool Closes(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        // The nouns of German have capitals inside a sentence as well.
        if (next.IsEmpty || !char.IsUpper(next[0]) || ReferenceEquals(this, German))
            return false;
        var lead = before.TrimEnd();
        if ((Closers.Value.Contains(word) && (word is not ("др" or "Др") || lead is [.., ' ', 'и'])) || (word is "д" or "п" && lead is [.., 'т', '.']))
            return true;
        if (word is "ст" or "стол" or "в")
            return IsRoman(lead[(lead.LastIndexOf(' ') + 1)..]) && EndsAtYear(before, next);
        // 'дол. США', 'год. МСК': what follows belongs to the measure.
        var isWord = next.Length == 1 || next.ContainsAnyInRange('a', 'z') || next.ContainsAnyInRange('а', 'ӿ');
        return isWord && Units.Value.Contains(word) && IsCounted(before) && !(word is "м" && IsOfAddress(lead)) && EndsAtYear(before, next);
    }

    /// <summary>Whether sentences often begin with the word.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => starters.Value.Contains(word);

    /// <summary>Whether the word behind a year is its abbreviation, 'р.', 'гг.', 'r.', or the last letter of its era, '40 d. C.'.</summary>
    public bool IsOfYear(ReadOnlySpan<char> word, ReadOnlySpan<char> before)
    {
        var lead = before.TrimEnd();
        if (word is "C" && !HasOrdinals)
            return lead is [.., 'a' or 'd', '.'] ? lead[..^2].TrimEnd() is var year && IsCounted(year) : lead is [.., 'J', '.', '-'];
        return (ReferenceEquals(this, Cyrillic) ? word is "р" or "г" or "рр" or "гг" : ReferenceEquals(this, Polish) && word is "r") && lead is [.., >= '0' and <= '9'];
    }

    /// <summary>Whether the sentence ends at the full stop of a year, 'р.' or 'г.': unless all of it is a time, 'У січні 2025 р.'.</summary>
    /// <param name="before">The sentence before the abbreviation.</param>
    /// <param name="next">The word that follows.</param>
    public bool EndsAtYear(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        if (IsStarter(next))
            return true;
        before = before.Trim();
        var space = before.IndexOf(' ');
        return !(space > 0 && YearLeads.Value.Contains(before[..space]) && before.Count(' ') < MaxLeadWords);
    }

    /// <summary>Whether a number and its full stop are an ordinal, as in 'am 3. Juni', 'der 2. Weltkrieg', 'das II. Konzil', '3. Ordu'.</summary>
    /// <param name="tongue">Of the text; null when not known.</param>
    /// <param name="before">The sentence up to the stop.</param>
    /// <param name="next">The word that follows.</param>
    public static bool IsOrdinal(SentenceTongue? tongue, ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        var digits = before.Length - before.LastIndexOfAnyExceptInRange('0', '9') - 1;
        var isRoman = digits == 0;
        if (isRoman)
            digits = before.Length - before.LastIndexOfAnyExcept("IVX") - 1;
        if (digits < (isRoman ? 2 : 1) || digits > (isRoman ? MaxRoman : 3) || digits == before.Length || !OrdinalOpeners.Contains(before[^(digits + 1)]))
            return false;
        var lead = before[..^(digits + 1)].TrimEnd();
        lead = lead[(lead.LastIndexOf(' ') + 1)..];
        if (!isRoman && digits < 3 && Months.Value.Contains(next) && (ReferenceEquals(tongue, German) || DayLeads.Value.Contains(lead) || OrdinalLeads.Value.Contains(lead)))
            return true;
        // 'Der 2. Weltkrieg': the article tells the language of a text that is too short to tell it otherwise.
        if (next.IsEmpty || (tongue is null ? !OrdinalLeads.Value.Contains(lead) : !tongue.HasOrdinals || tongue.IsStarter(next)))
            return false;
        // 'Z lat 60. XX wieku', 'w latach 80. Polska'.
        if (!isRoman && tongue is not null && (IsRoman(next) || (ReferenceEquals(tongue, Polish) && digits == 2 && before[^1] == '0' && DecadeLeads.Value.Contains(lead))))
            return true;
        foreach (var stem in OrdinalStems.Value)
        {
            if (stem.Length < MinStem ? next.Equals(stem, StringComparison.OrdinalIgnoreCase) : next.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return ReferenceEquals(tongue, German) ? OrdinalLeads.Value.Contains(lead) : ReferenceEquals(tongue, Turkish) && !isRoman;
    }

    /// <summary>Whether a number stands before a measure: '5', '5 млн', 'XVII', '40 кв.'.</summary>
    private static bool IsCounted(ReadOnlySpan<char> before)
    {
        var lead = before.TrimEnd();

        // '120 km na godz.', '90 км на год.'.
        if (lead.EndsWith(" km na") || lead.EndsWith(" км на"))
            lead = lead[..^6].TrimEnd();
        if (lead is [.., >= '0' and <= '9'] or [.., 'к', 'в', '.'] or [.., 'к', 'у', 'б', '.'])
            return true;
        var space = lead.LastIndexOf(' ');
        var last = lead[(space + 1)..];
        return IsRoman(last) || (space > 0 && Scales.Value.Contains(last.TrimEnd('.')) && lead[space - 1] is >= '0' and <= '9');
    }

    // 'Вул. Соборна, 12 м. Вінниця'.
    private static bool IsOfAddress(ReadOnlySpan<char> before)
    {
        var name = before.TrimEnd("0123456789, ");
        return name[(name.LastIndexOf(' ') + 1)..] is [var first, ..] && char.IsUpper(first);
    }

    /// <summary>Whether a word is a Roman number, in Latin or Cyrillic letters: 'XVII' of 'XVII ст.'.</summary>
    public static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 0 && !word.ContainsAnyExcept("IVXІХ");

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> BitsOf(SentenceTongue[] tongues, string list)
    {
        var marks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (i, tongue) in tongues.Index())
        {
            // 'L'art.' is a word of one language, and an abbreviation of others.
            foreach (var word in WordLists.Find(tongue.Name + list).Set.Where(word => !Labels.Value.Contains(word)))
                Add(word, i);
        }

        foreach (var word in EnglishMarks.Split(' '))
            Add(word, tongues.Length);
        return marks.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(string word, int bit) => marks[word] = marks.GetValueOrDefault(word) | (1 << bit);
    }

    private sealed class WordSet
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

        private WordSet(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words) => this.words = words;

        public static WordSet Find(string name) => new(WordLists.Find(name));

        public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);
    }
}
