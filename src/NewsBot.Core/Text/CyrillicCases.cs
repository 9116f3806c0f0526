namespace NewsBot.Core.Text;

/// <summary>Terms of the cases of a Ukrainian or Russian word that the stemmer keeps apart: 'Дяченкові' and 'Дяченко', 'Відень' and 'Відні', 'швидкість' and 'швидкості'.</summary>
/// <remarks>What is given are guesses, for a word that the archive does not have: only a text that has one of them makes it right.</remarks>
public static class CyrillicCases
{
    private const int MinStem = 3;

    // Before these a vowel comes and goes: 'будинок' and 'будинку', 'Павел' and 'Павла'. As the stemmer leaves them, the vowel an 'о' and 'ц' a 'к'.
    private const string AfterFleeting = "кнлр";
    private const string Vowels = "аеиіоуыэюяє";

    /// <summary>The other terms, each once, the likeliest first; none for a word in other letters.</summary>
    /// <param name="word">As it was typed.</param>
    /// <param name="term">As <see cref="TermAnalyzer"/> leaves it.</param>
    public static IReadOnlyList<string> OthersOf(string word, string term)
    {
        if (term.Length < MinStem || !CyrillicStemmer.IsCyrillic(term))
            return [];
        var isName = char.IsUpper(word[0]);
        List<string> others = [];
        foreach (var ending in (string[])["ові", "еві", "єві"])
            AddWithout(ending);

        // 'Петров' is no case of 'Петро'; 'Чернівців' is one of 'Чернівці'.
        foreach (var ending in (string[])["ів", "їв", "ов", "ев", "ёв"])
        {
            if (!isName || word.EndsWith("ців", StringComparison.OrdinalIgnoreCase))
                AddWithout(ending);
        }

        if (term.Length > MinStem && AfterFleeting.Contains(term[^1], StringComparison.Ordinal))
        {
            if (term[^2] == 'о' && !IsVowel(term[^3]))
                others.Add(term[..^2] + term[^1]);
            else if (!IsVowel(term[^2]) && term[^2] != 'ь')
                others.Add(term[..^1] + 'о' + term[^1]);
        }

        if (term.EndsWith("іст", StringComparison.Ordinal))
            others.Add(term[..^3] + "ост");
        else if (term.EndsWith("ост", StringComparison.Ordinal))
            others.Add(term[..^3] + "іст");
        if (term[^1] == 'с')
            others.Add(term[..^1] + 'х');
        if (!isName)
            others.Add(term + "ов");
        return [.. others.Where(other => other != term).Distinct()];

        void AddWithout(string ending)
        {
            if (word.Length - ending.Length >= MinStem && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && TermAnalyzer.TermOf(word.AsSpan(..^ending.Length)) is { } other)
                others.Add(other);
        }
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);
}
