namespace NewsBot.Core.Text;

/// <summary>Adjectives of places in Ukrainian, Russian and Belarusian: 'стамбульські' is of 'Стамбул', 'одеський' of 'Одеса', 'пражский' of 'Прага'.</summary>
/// <remarks>What is given are guesses: only a place that the text names makes one of them right. 'Зеленський' would be of 'Зелене'.</remarks>
internal static class CyrillicAdjective
{
    private const int MinStem = 3;

    /// <summary>The stems that the noun may have; none for any other word.</summary>
    /// <param name="term">As <see cref="TermAnalyzer"/> leaves it.</param>
    public static IEnumerable<string> NounsOf(string term) => term switch
    {
        // 'ськ', 'зьк', 'цьк', and 'ск' in Russian; the consonant before may belong to the noun.
        { Length: >= MinStem + 2 } and [.., 'с' or 'з' or 'ц', 'ь', 'к'] => NounsOf(term, suffix: 3),
        { Length: >= MinStem + 2 } and [.., 'с' or 'ц', 'к'] => NounsOf(term, suffix: 2),
        _ => [],
    };

    private static IEnumerable<string> NounsOf(string term, int suffix)
    {
        var root = term[..^suffix];
        string[] nouns = [root, term[..^(suffix - 1)], root.EndsWith("ов") || root.EndsWith("ев") || root.EndsWith("ін") || root.EndsWith("ин") ? root[..^2] : root,
            root[^1] == 'ж' ? root[..^1] + 'г' : root, suffix == 3 && term[^3] == 'з' ? root + 'ж' : root];
        foreach (var noun in nouns.Distinct().Where(noun => noun.Length >= MinStem))
        {
            if (TermAnalyzer.TermOf(noun) is { } stem)
                yield return stem;
        }
    }
}
