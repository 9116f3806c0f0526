using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Glosses;

/// <summary>Finds the terms of the archive that sound as a name in Cyrillic letters does.</summary>
public static class NameTerms
{
    /// <summary>The most terms that may be meant.</summary>
    public const int MaxCandidates = 4;

    // A stem lacks letters that are heard.
    private const double SlackOfStems = 0.4;
    private const int MostBytes = 30;

    /// <summary>The terms that may be meant, the nearest first.</summary>
    /// <param name="index">The archive's.</param>
    /// <param name="typed">A word in Cyrillic letters.</param>
    /// <returns>At most <see cref="MaxCandidates"/>.</returns>
    public static IReadOnlyList<string> Near(PassageIndex index, string typed)
    {
        var folded = CyrillicSounds.Fold(typed);
        if (folded.Length < 2)
            return [];
        var forms = NameSound.FormsOf(typed);
        Dictionary<string, double> found = new(StringComparer.Ordinal);
        foreach (var letter in CyrillicSounds.FirstLetters(folded))
        {
            TermsOfLetter.Walk(index, letter.ToString(), leastBytes: 2, MostBytes, units =>
            {
                // Stems end as English nouns do: 'murphi', 'kipchog'.
                if (NameSound.Distance(forms, units, SlackOfStems) is var distance and < NameSound.Far)
                    found[new string(units)] = distance;
            });
        }

        return [.. found.OrderBy(pair => pair.Value).ThenByDescending(pair => index.PassagesWith(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MaxCandidates).Select(pair => pair.Key)];
    }
}
